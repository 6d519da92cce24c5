import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorWords } from "../../shared/protocol/errors.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { exchange, openCaller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { markOf, tokenOf } from "../support/session.ts";

// What comes in beside well-formed requests: HTTP, frames that no client of ours would send, other sites, guesses.

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startServer();
  token = await tokenOf(server.invite("moderator"));
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function post(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(`${server.url}/api/passes`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, body: await response.json() };
}

const refused = (status: number, code: ErrorCode): Answer => ({
  status,
  body: { type: `/api/docs#${code}`, title: errorWords[code], status, code, retry: false },
});

describe("POST /api/passes", () => {
  const long = "x".repeat(101);
  test.each<[string, string | Buffer, Readonly<Record<string, string>>, number]>([
    ["no JSON", "{", {}, 400],
    ["nothing", "", {}, 400],
    ["null", "null", {}, 400],
    ["a list", `[{"secret":"a","held":[]}]`, {}, 400],
    ["no secret", `{"held":[]}`, {}, 400],
    ["a secret that is an object", `{"secret":{"$ne":1},"held":[]}`, {}, 400],
    ["a secret that is too long", `{"secret":"${long}","held":[]}`, {}, 400],
    ["too many tokens", JSON.stringify({ secret: "a", held: Array(21).fill("a") }), {}, 400],
    ["a key more", `{"secret":"a","held":[],"role":"organiser"}`, {}, 400],
    ["a prototype", `{"secret":"a","held":[],"__proto__":{"role":"organiser"}}`, {}, 400],
    ["deep nesting", `${"[".repeat(5000)}${"]".repeat(5000)}`, {}, 400],
    ["too much", JSON.stringify({ secret: "a", held: ["x".repeat(20_000)] }), {}, 413],
    ["another type", `{"secret":"a","held":[]}`, { "content-type": "text/plain" }, 400],
    ["a character set that nobody knows", "{}", { "content-type": "application/json; charset=x-none" }, 415],
    ["what is said to be compressed", "{}", { "content-encoding": "gzip" }, 400],
    [
      "what grows when it is unpacked",
      gzipSync(JSON.stringify(["x".repeat(1e6)])),
      { "content-encoding": "gzip" },
      413,
    ],
  ])("%s", async (_what, body, headers, status) => {
    expect(await post(body, headers)).toEqual(refused(status, "bad-request"));
  });

  test("other methods and paths are not there", async () => {
    for (const [method, path] of [
      ["GET", "/api/passes"],
      ["PUT", "/api/passes"],
      ["POST", "/api/stages/a"],
      ["GET", "/api/%2e%2e/%2e%2e/package.json"],
      ["GET", "/../package.json"],
      ["GET", "/server/main.ts"],
    ] as const) {
      expect([path, (await fetch(server.url + path, { method })).status]).toEqual([path, 404]);
    }
  });
});

/** A socket of which only the frames are ours, opened by a valid pass. Resolves when the server has let it in. */
async function rawSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("error", () => reject(new Error("the socket did not open")), { once: true });
    socket.addEventListener("message", ({ data }) => {
      const frame = String(data);
      if (frame.startsWith("0"))
        socket.send(`40${JSON.stringify({ token, tab: randomBytes(6).toString("hex"), zone: "UTC" })}`);
      if (frame.startsWith("42")) resolve();
    });
  });
  return socket;
}

describe("frames that no client sends", () => {
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
  test.each<[string, readonly (string | Uint8Array<ArrayBuffer>)[]]>([
    ["an event without a name", ["42[]", "42", "42[null]", "42{}", "421[]"]],
    ["an event that is cut off", ['42["attach",{']],
    [
      "names that socket.io keeps for itself",
      ['42["disconnect"]', '421["connect"]', '421["error",{}]', '421["newListener"]'],
    ],
    ["names that are no texts", ['421[{"a":1}]', "421[[1]]", "421[17,{}]", "421[true]"]],
    [
      "an attachment that does not come",
      ['451-1["attach",{"_placeholder":true,"num":0}]', '421["clock",{"zone":"UTC"}]'],
    ],
    ["an attachment with another number", ['451-1["attach",{"_placeholder":true,"num":99}]', bytes("a")]],
    ["a million attachments", ['451000000-1["attach",{"_placeholder":true,"num":0}]']],
    ["an attachment that nobody announced", [bytes("a"), bytes("")]],
    ["acknowledgements of nothing", ["43", "431[1]", "43999999999999999999[1]"]],
    ["packets of no type", ["9", "4", "49", "x", "", "40", "41", "44{}"]],
    ["nesting without end", [`421["say",${"[".repeat(100_000)}${"]".repeat(100_000)}]`]],
    ["a frame that is too large", [`421["say",{"text":"${"x".repeat(300_000)}"}]`]],
    ["an acknowledgement number that is none", ['42-1["clock",{}]', '421e9["clock",{}]', '42NaN["clock",{}]']],
    ["namespaces that are not there", ["40/admin,{}", '42/admin,1["clock",{}]']],
  ])("%s", async (_what, frames) => {
    const witness = await openCaller(server.url, { token });
    const occurrenceId = witness.welcome.occurrences[0]?.id;
    if (occurrenceId === undefined) throw new Error("no session");
    const before = await markOf(server, occurrenceId, token);
    const socket = await rawSocket();
    for (const frame of frames) if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    socket.close();
    await new Promise((resolve) => socket.addEventListener("close", resolve, { once: true }));
    expect(await witness.call("clock", { zone: "Etc/UTC" })).toMatchObject({ ok: true });
    expect(await markOf(server, occurrenceId, token)).toEqual(before);
    witness.close();
  });
});

describe("other sites", () => {
  const connect = (origin: string | undefined): Promise<string> =>
    new Promise((resolve) => {
      const socket = io(server.url, {
        transports: ["websocket"],
        auth: { token, tab: "tab", zone: "UTC" },
        reconnection: false,
        forceNew: true,
        ...(origin === undefined ? {} : { extraHeaders: { origin } }),
      });
      const done = (what: string): void => {
        resolve(what);
        socket.close();
      };
      socket.once("welcome", () => done("welcome"));
      socket.once("connect_error", () => done("refused"));
    });
  test("open no socket with this server, whoever visits them", async () => {
    const { port } = server;
    expect({
      none: await connect(undefined),
      own: await connect(server.url),
      other: await connect("https://evil.example"),
      "other port": await connect(`http://localhost:${port + 1}`),
      "name that begins alike": await connect(`http://localhost:${port}.evil.example`),
      sandboxed: await connect("null"),
      "no URL": await connect("evil"),
    }).toEqual({
      none: "welcome",
      own: "welcome",
      other: "refused",
      "other port": "refused",
      "name that begins alike": "refused",
      sandboxed: "refused",
      "no URL": "refused",
    });
  });

  test("get no pass without a valid token", async () => {
    for (const auth of [
      {},
      { token: "" },
      { token: 1, tab: "a" },
      { token: "A".repeat(32), tab: "a", zone: "UTC" },
      { token, tab: "../a" },
    ]) {
      const socket = io(server.url, { transports: ["websocket"], auth, reconnection: false, forceNew: true });
      const code = await new Promise((resolve) => {
        socket.once("connect_error", (error) => resolve("data" in error ? error.data : error.message));
        socket.once("welcome", () => resolve("welcome"));
      });
      expect(code).toEqual({ code: "no-pass" });
      socket.close();
    }
  });
});

describe("headers", () => {
  const headersOf = async (path: string): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries((await fetch(server.url + path)).headers);
  test.each(["/", "/participant/abc", "/console/abc", "/screen", "/organiser"])(
    "of %s shut everything that is not ours out",
    async (path) => {
      const headers = await headersOf(path);
      const policy = (headers["content-security-policy"] ?? "").split(";").map((part) => part.trim());
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
        ]),
      );
      expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
      expect(headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cache-control": "no-cache",
      });
      expect(headers["permissions-policy"]).toMatch(/camera=\(self\).*microphone=\(self\).*geolocation=\(\)/);
      expect(headers).not.toHaveProperty("x-powered-by");
    },
  );

  test("of the interface too; a pass is stored nowhere, and no script reads the browser's mark", async () => {
    expect(await headersOf("/api/health")).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
    const url = new URL(server.invite("participant"));
    const response = await fetch(new URL("/api/passes", url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ secret: url.hash.slice(1), held: [] }),
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("set-cookie")).toMatch(/^browser=[\w-]{20,40}; .*HttpOnly; SameSite=(Lax|Strict)$/);
  });

  test("that are no HTTP close the connection and nothing else", async () => {
    for (const name of ["x".repeat(20_000), "authorization"]) {
      const status = await new Promise((resolve, reject) => {
        const asked = request(`${server.url}/api/stages/a`, { headers: { [name]: "x".repeat(20_000) } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.once("error", reject).end();
      });
      expect(status).toBe(431);
    }
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });
});

test("who guesses invites is slowed down", async () => {
  const own = await startServer();
  const guess = () => exchange(`${own.url}/join#${randomBytes(24).toString("base64url")}`);
  const codes: string[] = [];
  for (let i = 0; i < 70; i += 1) {
    const { status, body } = await guess();
    codes.push(`${status} ${body.ok ? "ok" : body.error.code}`);
  }
  expect(codes).toEqual([...Array<string>(60).fill("403 not-found"), ...Array<string>(10).fill("429 too-many")]);
  await own.close();
});
