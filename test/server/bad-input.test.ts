import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import { plannerRequests } from "../../shared/protocol/planner.ts";
import { planningRequests } from "../../shared/protocol/planning.ts";
import { suggestRequests } from "../../shared/protocol/suggest.ts";
import { names, smallest, someBroken } from "../support/broken.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { markOf, tokenOf } from "../support/session.ts";

let server: TestServer;
let occurrenceId: OccurrenceId;
let token: string;
const open: Caller[] = [];

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "trace" } });
  token = await tokenOf(server.invite("moderator"));
  const moderator = await nextCaller("moderator");
  const live = moderator.welcome.occurrences[0];
  if (live === undefined) throw new Error("the demo has no session");
  occurrenceId = live.id;
  await moderator.attach(occurrenceId, "console");
});
afterAll(async () => {
  for (const caller of open) caller.close();
  await server.close();
});

async function nextCaller(role: "moderator" | "organiser"): Promise<Caller> {
  const caller = await openCaller(server.invite(role), role === "moderator" ? { token } : {});
  open.push(caller);
  return caller;
}

const organisers = [planningRequests, plannerRequests, suggestRequests, planCommands].flatMap((requests) =>
  Object.keys(requests),
);

/** Sockets that may ask for everything, a new one before its rate is used up: each request is really looked at. */
function askers(): (name: string) => Promise<Caller> {
  const current: Partial<Record<"moderator" | "organiser", { caller: Caller; used: number }>> = {};
  return async (name) => {
    const role = organisers.includes(name) ? "organiser" : "moderator";
    let asker = current[role];
    if (asker === undefined || asker.used >= 100) {
      asker?.caller.close();
      asker = { caller: await nextCaller(role), used: 1 };
      current[role] = asker;
      // A person in the session, whose requests would be done if they were right; known before anything is measured.
      if (role === "moderator") await asker.caller.attach(occurrenceId, "console");
    }
    asker.used += 1;
    return asker.caller;
  };
}

test("1,000 broken payloads get a typed error each, and change neither log nor snapshot", async () => {
  const asker = askers();
  const before = await markOf(server, occurrenceId, token);
  const codes: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(someBroken, async (broken) => {
      const caller = await asker(broken.name);
      const reply = await caller.send(broken.name, ...broken.content);
      const code = reply.ok ? "ok" : reply.error.code;
      codes[code] = (codes[code] ?? 0) + 1;
      if (broken.free) expect(["bad-request", "not-found", "not-wanted"]).toContain(code);
      else expect(code).toBe("bad-request");
      expect(await markOf(server, occurrenceId, token)).toEqual(before);
    }),
    { numRuns: 1000 },
  );
  expect(codes["bad-request"]).toBeGreaterThan(900);
});

test("the whole plan is as before, too", async () => {
  const organiser = await nextCaller("organiser");
  const plan = await organiser.call("plan", {});
  if (!plan.ok) throw new Error(plan.error.code);
  expect(plan.value.conferences).toHaveLength(2);
  expect(plan.value.conferences[0]).toMatchObject({
    name: "Four Regions Conference",
    draft: { latest: { number: 1 }, changed: 0 },
    rooms: { length: 4 },
    sessions: { length: 6 },
    invites: { length: 10 },
  });
  const planner = await organiser.call("planner", {});
  expect(planner).toMatchObject({ ok: true, value: { seq: 0, journal: [] } });
});

test("what asks for no acknowledgement is not done", async () => {
  const asker = askers();
  const before = await markOf(server, occurrenceId, token);
  for (const name of names) {
    const caller = await asker(name);
    caller.socket.emit(name, smallest[name]);
    caller.socket.emit(name);
  }
  // Requests of one socket are taken in their order: this one comes after all of them.
  for (const caller of open.filter(({ socket }) => socket.connected)) await caller.call("clock", { zone: "Etc/UTC" });
  expect(await markOf(server, occurrenceId, token)).toEqual(before);
});

test("valid requests in the wrong state are refused by the code that says why, and never break", async () => {
  const caller = await nextCaller("moderator");
  const rtpCapabilities = caller.welcome.routerRtpCapabilities as Record<string, unknown>;
  const attached = await caller.call("attach", {
    occurrenceId,
    page: "console",
    media: { rtpCapabilities },
    listening: true,
  });
  if (!attached.ok || attached.value.media === null) throw new Error("not attached");
  const value = Array.from({ length: 32 }, () => "AB").join(":");
  const dtlsParameters = { role: "client", fingerprints: [{ algorithm: "sha-256", value }] };
  const transportId = attached.value.media.receive.id;
  const code = async (name: string, input: object): Promise<string> => {
    const reply = await caller.send(name, input);
    return reply.ok ? "ok" : reply.error.code;
  };
  expect(await code("connectTransport", { transportId, dtlsParameters: { fingerprints: "AB" } })).toBe("bad-request");
  expect(await code("connectTransport", { transportId, dtlsParameters })).toBe("ok");
  // The reply was lost: the page asks again.
  expect(await code("connectTransport", { transportId, dtlsParameters })).toBe("ok");
  expect(await code("produce", { transportId, track: "mic", rtpParameters: {} })).toBe("not-wanted");
  expect(await code("openSend", {})).toBe("not-wanted");
  expect(await code("openSession", { commandId: newCommandId() })).toBe("already");
  expect(await code("openMic", { commandId: newCommandId() })).toBe("ok");
  expect(await code("produce", { transportId, track: "mic", rtpParameters: {} })).toBe("not-found");
  const send = await caller.call("openSend", {});
  if (!send.ok) throw new Error(send.error.code);
  const opus = { mimeType: "audio/opus", payloadType: 111, clockRate: 48_000, channels: 2 };
  for (const rtpParameters of [
    {},
    { codecs: 1 },
    { codecs: [opus] },
    { codecs: [{ ...opus, clockRate: -1 }], encodings: [{}] },
  ]) {
    expect(await code("produce", { transportId: send.value.id, track: "mic", rtpParameters })).toBe("bad-request");
  }
  expect(await code("closeMic", { commandId: newCommandId() })).toBe("ok");
  expect(await code("leave", {})).toBe("ok");
  expect(await code("leave", {})).toBe("not-attached");
});

test("more requests than a page could make are refused for a while, and are not done", async () => {
  const caller = await nextCaller("moderator");
  await caller.attach(occurrenceId, "console");
  const replies = await Promise.all(Array.from({ length: 300 }, () => caller.call("clock", { zone: "Etc/UTC" })));
  const refused = replies.filter((reply) => !reply.ok);
  expect(refused.length).toBeGreaterThan(100);
  for (const reply of refused) expect(reply).toMatchObject({ error: { code: "too-many", retry: true } });
});

test("the log names no secret, no token, no name, and the server never broke", () => {
  const log = server.log();
  expect(log).not.toBe("");
  const secrets = [
    token,
    ...open.map((caller) => caller.token),
    ...server.invites.map(({ url }) => new URL(url).hash.slice(1)),
  ];
  for (const hidden of [...secrets, "Zebulon", "Quarterstaff", "127.0.0.1"]) expect(log.includes(hidden)).toBe(false);
  const broke = log.split("\n").filter((line) => /"level":(50|60)/.test(line));
  expect(broke).toEqual([]);
});
