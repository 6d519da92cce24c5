import { createHash, randomBytes } from "node:crypto";
import express from "express";
import type { ErrorRequestHandler, Express, Request, Response } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import sirv from "sirv";
import { z } from "zod";
import type { OccurrenceId } from "../../shared/ids.ts";
import { occurrenceId } from "../../shared/protocol/schemas.ts";
import { sendProblem } from "./api/problem.ts";
import { apiRouter } from "./api/router.ts";
import type { Services } from "./services.ts";

/** The pages that the build makes; each answers under its name, with the pass (and session) in the path behind it. */
const pages = ["participant", "station", "console", "screen", "organiser", "planner", "join"] as const;

const exchange = z.strictObject({ secret: z.string().max(100), held: z.array(z.string().max(100)).max(20) });

const year = 365 * 86_400_000;

/** HTTP: the pages, the exchange of an invite for a pass, and what scripts may read. `dist`: the built pages. */
export function httpApp(services: Services, dist: string): Express {
  const app = express();
  app.disable("x-powered-by");
  if (services.config.TRUST_PROXY) app.set("trust proxy", 1);
  const secured = security(services.config.publicUrl.startsWith("https:"));
  app.use((request, response, next) => {
    // Rules for documents say nothing to a script or a style sheet, and a dozen of those would carry them over a thin line.
    if (!isAsset(request.path)) return secured(request, response, next);
    response.set({ "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin" });
    next();
  });

  // Whoever guesses is slowed down; a room full of people behind one address is not.
  const guessing = rateLimit({
    windowMs: 60_000,
    limit: 60,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    standardHeaders: true,
    handler: (_request, response) => sendProblem(response, "too-many"),
  });
  app.post("/api/passes", guessing, express.json({ limit: "16kb", strict: true }), async (request, response) => {
    const parsed = exchange.safeParse(request.body);
    if (!parsed.success) return sendProblem(response, "bad-request");
    const browser = browserOf(request, response);
    const result = await services.access.exchange({ ...parsed.data, browser });
    if (!result.ok) return sendProblem(response, result.code, { status: 403 });
    response.set("Cache-Control", "no-store").json({ ok: true, value: result.value });
  });

  app.get("/api/stages/:id", async (request, response) => {
    const id = occurrenceId.safeParse(request.params.id);
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    const pass = token === undefined ? null : services.access.passByToken(token);
    if (pass === null) return sendProblem(response, "no-pass");
    if (pass.role !== "moderator" && pass.role !== "operator") return sendProblem(response, "forbidden");
    if (!id.success || !services.plan.isWithin(pass, id.data)) return sendProblem(response, "not-found");
    await sendStage(services, id.data, response);
  });
  app.use("/api", apiRouter(services));
  app.use("/api", (_request, response) => sendProblem(response, "not-found"));

  const files = sirv(dist, { brotli: true, gzip: true, etag: true, setHeaders: cacheHeaders });
  app.use((request, response, next) => {
    const first = /^\/([a-z]*)/.exec(request.path)?.[1] ?? "";
    const page = first === "" ? "join" : pages.find((name) => name === first);
    // The mark is there before the exchange: an answer that is lost on a bad line must not cost a personal invite.
    if (page === "join") browserOf(request, response);
    if (page !== undefined) request.url = `/${page}.html`;
    files(request, response, next);
  });
  app.use((_request, response) => sendProblem(response, "not-found"));
  app.use(broken(services));
  return app;
}

/** The state of a stage for scripts and tests: its length, its hash (also as ETag), and what media there is. */
async function sendStage(services: Services, id: OccurrenceId, response: Response): Promise<void> {
  const live = await services.lives.get(id);
  if (live === null) return sendProblem(response, "not-found");
  const hash = live.runner.hash();
  response.set("ETag", `"${live.stage.seq}"`).set("Cache-Control", "no-store");
  response.json({
    seq: live.stage.seq,
    hash,
    phase: live.stage.phase,
    present: live.present,
    media: live.media.census(),
  });
}

function security(https: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:", "mediastream:"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // A station opens its screen and must keep a hold of it.
    crossOriginOpenerPolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: https,
    originAgentCluster: true,
  });
}

const isAsset = (path: string): boolean => path.startsWith("/assets/");

function cacheHeaders(response: { setHeader(name: string, value: string): void }, path: string): void {
  if (!isAsset(path))
    response.setHeader(
      "Permissions-Policy",
      "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), geolocation=(), payment=(), usb=()",
    );
  // Built files carry their content's hash in their names; pages do not.
  response.setHeader("Cache-Control", isAsset(path) ? "public, max-age=31536000, immutable" : "no-cache");
  if (path.endsWith(".js")) response.setHeader("Content-Type", "text/javascript; charset=utf-8");
}

/** The browser's own random mark, in a cookie that no script reads: it keeps a removed person's browser out, no more. */
function browserOf(request: Request, response: Response): string {
  const known = /(?:^|;\s*)browser=([\w-]{20,40})/.exec(request.headers.cookie ?? "")?.[1];
  const browser = known ?? randomBytes(18).toString("base64url");
  // Lax: an invite is opened from a chat on another site, and the mark must come along then.
  response.cookie("browser", browser, { httpOnly: true, sameSite: "lax", secure: request.secure, maxAge: year });
  return browser;
}

/** What express itself refuses (a body that is no JSON, or too large) and what broke. */
function broken(services: Services): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
    if (status < 500) return sendProblem(response, "bad-request", { status });
    const incident = createHash("sha256").update(randomBytes(16)).digest("hex").slice(0, 12);
    services.log.error({ err: error, incident }, "an HTTP request broke");
    sendProblem(response, "internal", { incident });
  };
}
