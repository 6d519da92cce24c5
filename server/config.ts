import { networkInterfaces } from "node:os";
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

/** Every setting, by its name in the environment. The README's table is made from these descriptions. */
export const settings = z.object({
  PORT: port.default(3000).describe("Port of pages and sockets"),
  HOST: z.string().default("0.0.0.0").describe("Address that pages and sockets listen on"),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe("How people reach the server, e.g. https://crossroom.example; default http://localhost:PORT"),
  DATA_DIR: z.string().default("data").describe("Folder of the database"),
  ANNOUNCED_ADDRESSES: list
    .optional()
    .describe("Addresses or names at which media reach the server, comma separated; default: those of its interfaces"),
  MEDIA_PORT: port.default(40_000).describe("First media port; worker i uses MEDIA_PORT + i, UDP and TCP"),
  WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe("Media workers; default: one a core, eight at most"),
  TLS_CERT: z.string().optional().describe("Certificate file (PEM), with TLS_KEY: the server speaks https itself"),
  TLS_KEY: z.string().optional().describe("Key file (PEM)"),
  TRUST_PROXY: z
    .stringbool()
    .default(false)
    .describe("true behind a proxy that sets X-Forwarded-For and -Proto (the Caddy of docker-compose.yml)"),
  ICE_SERVERS: z
    .string()
    .default("[]")
    .transform((text, context) => {
      try {
        return z.array(z.looseObject({ urls: z.union([z.string(), z.array(z.string())]) })).parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: "custom", message: "not a JSON list of RTCIceServer" });
        return z.NEVER;
      }
    })
    .describe("STUN and TURN servers for the browsers, as JSON: a list of RTCIceServer"),
  ZONE_DATA: z
    .string()
    .optional()
    .describe("File of packed zone data (moment-timezone's latest.json) that replaces the built-in one"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("How much is logged"),
  MEDIASOUP_WORKER_BIN: z.string().optional().describe("The media worker's binary; the set-up finds or builds one"),
});

export type Config = z.output<typeof settings> & {
  readonly publicUrl: string;
  readonly announced: readonly string[];
  readonly demo: boolean;
};

export class ConfigError extends Error {}

/**
 * Reads the settings from an environment. Throws `ConfigError` with one line per wrong setting.
 * `demo`: the sample conference in a database of its own.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, demo: boolean): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  const value = parsed.data;
  if ((value.TLS_CERT === undefined) !== (value.TLS_KEY === undefined)) {
    throw new ConfigError("TLS_CERT and TLS_KEY: give both or none");
  }
  const scheme = value.TLS_CERT === undefined ? "http" : "https";
  return {
    ...value,
    publicUrl: (value.PUBLIC_URL ?? `${scheme}://localhost:${value.PORT}`).replace(/\/$/, ""),
    announced: value.ANNOUNCED_ADDRESSES ?? ownAddresses(),
    demo,
  };
}

/** The machine's own addresses, loopback last: nobody is asked. */
export function ownAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  const usable = all.filter((address) => address.family === "IPv4" && !address.internal).map(({ address }) => address);
  return [...new Set([...usable, "127.0.0.1"])];
}

/** Can an address be reached from the outside? Private, shared, link-local and loopback ones cannot (RFC 1918, 6598, 3927). */
export function isPublic(address: string): boolean {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(address))
    return !address.startsWith("fe80") && address !== "::1" && address !== "localhost";
  return !/^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
    address,
  );
}
