# Crossroom's server. Built by the same set-up as everywhere: `npm run build` installs what package-lock.json names, fetches
# or builds the media worker, and builds the pages.

FROM node:24-bookworm-slim AS build
# A compiler, for where the official media worker cannot be fetched.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates g++ xz-utils
WORKDIR /app
COPY . .
ENV XDG_CACHE_HOME=/app/.cache
RUN npm run build
RUN cp "$(node server/setup/worker/path.mjs)" mediasoup-worker
# The server's own dependencies only; the image brings its Node.
RUN npm prune --ignore-scripts --omit=dev --omit=optional
RUN rm -rf .cache

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app .
ENV NODE_ENV=production \
    DATA_DIR=/data \
    PORT=3000 \
    MEDIA_PORT=40000 \
    MEDIASOUP_WORKER_BIN=/app/mediasoup-worker
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000/tcp
# One a media worker, from MEDIA_PORT on.
EXPOSE 40000-40007/udp 40000-40007/tcp
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
