import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile } from "../../shared/plan/file.ts";
import { mutable } from "../support/randomedits.ts";
import { conferenceId, planWith } from "../support/planmaker.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { valueOf } from "../support/session.ts";
import { tokenFor } from "../support/tokens.ts";

// Forty sessions at one time want the same line and the same interpreters: conflicts that name them all.

let server: TestServer;
let organiser: Caller;
beforeAll(async () => {
  server = await startServer();
  organiser = await openCaller(server.invite("organiser"));
});
afterAll(async () => {
  organiser.close();
  await server.close();
});

const names = Array.from({ length: 40 }, (_, i) => `of-forty-at-once-${i}`);
const plan = planWith({
  venues: { hall: { uplink: { up: 40, down: null } } },
  rooms: Object.fromEntries(names.map((name) => [`room-${name}`, { venueId: "hall" }])),
  pools: { spanish: { size: 1 } },
  sessions: Object.fromEntries(
    names.map((name) => [name, { in: `room-${name}`, at: "2026-12-01T10:00", languages: ["en", "es"] }]),
  ),
});

test("are told with their mends, and can be released despite them", async () => {
  const file = mutable(planFile(plan, conferenceId));
  valueOf(await organiser.call("importPlan", { commandId: newCommandId(), file }));
  const release = { commandId: newCommandId(), conferenceId };
  const refused = await organiser.call("release", release);
  const detail = refused.ok ? null : refused.error.detail;
  if (detail?.kind !== "conflicts") throw new Error("released with conflicts");
  const kinds = detail.keys.map((key) => key.split("|")[0] ?? "");
  expect(kinds.toSorted()).toEqual(["pool-empty", "uplink"]);

  const token = await tokenFor(organiser, "scheduler");
  for (const key of detail.keys) {
    const url = `${server.url}/api/conferences/${conferenceId}/mends?conflict=${encodeURIComponent(key)}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    expect([key, response.status]).toEqual([key, 200]);
  }
  const again = { ...release, commandId: newCommandId(), despite: [...detail.keys] };
  expect(valueOf(await organiser.call("release", again)).value).toEqual({ number: 1 });
});
