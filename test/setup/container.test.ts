// No container engine is needed here: what the image and the compose file say is held against the server's settings.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readConfig, settings } from "../../server/config.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

const service = z.object({
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  ports: z.array(z.string()),
});
const compose = z
  .object({
    services: z.object({ crossroom: service, caddy: service }),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(read("docker-compose.yml")));
const { crossroom, caddy } = compose.services;
const dockerfile = read("Dockerfile").replace(/\\\n\s*/g, " ");
const instructions = (name: string) =>
  [...dockerfile.matchAll(new RegExp(`^${name} (.*)$`, "gm"))].map(([, rest = ""]) => rest);

/** What compose would put in, were the variables that it demands given. */
const given: Readonly<Record<string, string>> = { DOMAIN: "crossroom.example", ANNOUNCED_ADDRESSES: "203.0.113.7" };
const filled = (text: string) =>
  text.replace(
    /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (_all, name: string, fallback?: string) => given[name] ?? fallback ?? "",
  );
const environment = Object.fromEntries(
  Object.entries(crossroom.environment).map(([name, text]) => [name, filled(text)]),
);

describe("docker-compose.yml", () => {
  test("names settings that the server has, and values that it takes", () => {
    expect(Object.keys(environment).filter((name) => !(name in settings.shape))).toEqual([]);
    const config = readConfig(environment, false);
    expect(config.publicUrl).toBe("https://crossroom.example");
    expect(config.announced).toEqual(["203.0.113.7"]);
    expect(config.TRUST_PROXY).toBe(true);
  });

  test("publishes each worker's media port, UDP and TCP, under the number that the server announces", () => {
    const { MEDIA_PORT, WORKERS } = readConfig(environment, false);
    const range = `${MEDIA_PORT}-${MEDIA_PORT + (WORKERS ?? 0) - 1}`;
    expect(crossroom.ports).toEqual([`${range}:${range}/udp`, `${range}:${range}/tcp`]);
  });

  test("keeps the database in a volume, as the image does", () => {
    const { DATA_DIR } = readConfig(environment, false);
    expect(crossroom.volumes).toContain(`data:${DATA_DIR}`);
    expect(instructions("VOLUME")).toEqual([DATA_DIR]);
  });

  test("declares the volumes that it uses, and mounts files that are there", () => {
    for (const volume of [...crossroom.volumes, ...caddy.volumes]) {
      const source = volume.split(":")[0] ?? "";
      if (source.startsWith("./")) expect(existsSync(join(root, source))).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  });

  test("has Caddy ask for the domain's certificate and pass on to the server's port", () => {
    const caddyfile = read("Caddyfile");
    expect(caddyfile).toContain("{$DOMAIN} {");
    expect(caddy.environment).toHaveProperty("DOMAIN");
    expect(caddyfile).toContain(`reverse_proxy crossroom:${readConfig(environment, false).PORT}`);
    expect(caddy.ports).toEqual(["80:80", "443:443", "443:443/udp"]);
  });

  test("holds no secret, and none is preset", () => {
    expect(read("docker-compose.yml")).not.toMatch(/password|secret|token/i);
  });
});

describe("Dockerfile", () => {
  const variables = instructions("ENV").flatMap((line) =>
    [...line.matchAll(/(\w+)=(\S+)/g)].map(([, name = ""]) => name),
  );

  test("sets what the server reads", () => {
    const ofTools = ["NODE_ENV", "XDG_CACHE_HOME"];
    expect(variables.filter((name) => !(name in settings.shape) && !ofTools.includes(name))).toEqual([]);
    expect(variables).toContain("MEDIASOUP_WORKER_BIN");
  });

  test("runs the server as somebody who is not root, and asks whether it is well", () => {
    expect(instructions("USER").at(-1)).toBe("node");
    expect(instructions("CMD").at(-1)).toBe('["node", "server/main.ts"]');
    expect(instructions("HEALTHCHECK")).toHaveLength(1);
  });

  test("builds by the set-up that everybody uses", () => {
    expect(instructions("RUN")).toContain("npm run build");
    expect(existsSync(join(root, "server/setup/worker/path.mjs"))).toBe(true);
  });
});
