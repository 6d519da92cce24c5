import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConferenceId, OccurrenceId, RoomId } from "../../shared/ids.ts";
import { planFile } from "../../shared/plan/file.ts";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { mutable } from "../support/randomedits.ts";
import { openReplica } from "../support/replica.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { linked, release, stageOf, valueOf } from "../support/session.ts";

// The draft and what is released of it, on a real server: who looks on sees the release, and nothing of the draft.

let server: TestServer;
let scheduler: Caller;
let conferenceId: ConferenceId;
let durban: RoomId;
let chennai: RoomId;
beforeAll(async () => {
  server = await startServer();
  scheduler = await openCaller(server.invite("scheduler"));
  const organiser = await openCaller(server.invite("organiser"));
  const [sample] = valueOf(await organiser.call("plan", {})).conferences;
  organiser.close();
  const room = (name: string): RoomId => {
    const found = sample?.rooms.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no room ${name}`);
    return found.id;
  };
  if (sample === undefined) throw new Error("no sample");
  conferenceId = sample.id;
  durban = room("Durban");
  chennai = room("Chennai");
});
afterAll(() => server.close());

const hour = 3_600_000;
const wallIn = (hours: number) => new Date(Date.now() + hours * hour).toISOString().slice(0, 16);
const commanded = <Input extends object>(input: Input) => ({ commandId: newCommandId(), ...input });

/** A session in Durban and Chennai, not released. */
async function draw(title: string, hours: number) {
  const made = await scheduler.call(
    "createSession",
    commanded({
      conferenceId,
      title,
      minutes: 60,
      hostRoomId: durban,
      start: { wall: wallIn(hours), zone: "Etc/UTC" },
      links: linked(durban, chennai),
    }),
  );
  return valueOf(made).value;
}

const titles = (occurrences: readonly OccurrenceInfo[]) => occurrences.map(({ title }) => title);
const listed = async (): Promise<readonly OccurrenceInfo[]> => {
  const participant = await openCaller(server.invite("participant"));
  participant.close();
  return participant.welcome.occurrences;
};

test("an edit of the draft changes nothing that participants, operators and stages see; the release does", async () => {
  const participant = await openCaller(server.invite("participant"));
  const told: (readonly OccurrenceInfo[])[] = [];
  participant.socket.on("occurrences", (occurrences: readonly OccurrenceInfo[]) => told.push(occurrences));
  const before = participant.welcome.occurrences;

  const { sessionId, occurrenceId } = await draw("Drawn", 7);
  const waiting = before.find(({ title }) => title === "Closing plenary");
  if (waiting === undefined) throw new Error("the demo is another one");
  const set = { title: "Renamed in the draft" };
  valueOf(await scheduler.call("updateSession", commanded({ sessionId: waiting.sessionId, set })));
  valueOf(await scheduler.call("updateRoom", commanded({ roomId: durban, set: { name: "Another hall" } })));
  expect(await listed()).toEqual(before);
  expect(
    await participant.call("attach", { occurrenceId, page: "participant", media: null, listening: false }),
  ).toMatchObject({
    error: { code: "not-found" },
  });
  expect(told).toEqual([]);

  const released = participant.notice("occurrences");
  await release(scheduler, conferenceId);
  const [now] = await released;
  expect(titles(now)).toEqual(expect.arrayContaining(["Drawn", "Renamed in the draft"]));
  expect(now.find(({ id }) => id === occurrenceId)?.rooms.map(({ name }) => name)).toEqual(["Another hall", "Chennai"]);
  expect(await listed()).toEqual(now);
  await participant.attach(occurrenceId, "participant");

  // Who waits in a session that is planned otherwise: its rooms follow the release.
  const moderator = await openCaller(server.invite("moderator"));
  expect((await stageOf(moderator, occurrenceId)).roomIds).toEqual([durban, chennai]);
  const at = { occurrenceId, links: linked(durban) };
  valueOf(await scheduler.call("updateSession", commanded({ sessionId, at })));
  expect((await stageOf(moderator, occurrenceId)).roomIds).toEqual([durban, chennai]);
  await release(scheduler, conferenceId);
  expect((await stageOf(moderator, occurrenceId)).roomIds).toEqual([durban]);

  // Cancelled and released, it is gone, and whoever still waits in it cannot open it.
  valueOf(await scheduler.call("updateSession", commanded({ sessionId, set: { state: "cancelled" } })));
  await release(scheduler, conferenceId);
  expect(titles(await listed())).not.toContain("Drawn");
  await moderator.call("takeDesk", commanded({}));
  expect(await moderator.call("openSession", commanded({}))).toMatchObject({ error: { code: "not-found" } });
  for (const caller of [participant, moderator]) caller.close();
});

test("a release has the next number and stays as it is; without a change there is none", async () => {
  await draw("For the next number", 30);
  const number = await release(scheduler, conferenceId);
  expect(await scheduler.call("release", commanded({ conferenceId }))).toMatchObject({
    error: { code: "already", retry: false },
  });
  await draw("For the one after", 32);
  expect(await release(scheduler, conferenceId)).toBe(number + 1);
  const { drafts, journal } = valueOf(await scheduler.call("planner", {}));
  expect(drafts[conferenceId]).toMatchObject({ latest: { number: number + 1, author: "Scheduler" }, changed: 0 });
  expect(journal[0]).toMatchObject({ command: "release", subject: "Four Regions Conference" });
  // It is nothing that one takes back.
  expect(valueOf(await scheduler.call("planner", {})).mine.undo).toMatchObject({ command: "createSession" });
});

test("errors stand in the way until they are agreed to, by their keys; warnings do not", async () => {
  const { occurrenceId } = await draw("Too close", 34);
  await draw("Too close as well", 34.5);
  const refused = await scheduler.call("release", commanded({ conferenceId }));
  if (refused.ok || refused.error.detail?.kind !== "conflicts") throw new Error("not refused");
  const { keys } = refused.error.detail;
  expect(refused.error.code).toBe("conflicts");
  const own = keys.filter((key) => key.startsWith("room-double") && key.includes(occurrenceId));
  expect(own).toHaveLength(2);
  const some = keys.filter((key) => key !== own[0]);
  expect(await scheduler.call("release", commanded({ conferenceId, despite: some }))).toMatchObject({
    error: { code: "conflicts", detail: { kind: "conflicts", keys: own.slice(0, 1) } },
  });
  valueOf(await scheduler.call("release", commanded({ conferenceId, despite: [...keys] })));
});

test("what is live or has ended stays as it was released", async () => {
  const { sessionId, occurrenceId } = await draw("Held", 10);
  await release(scheduler, conferenceId);
  const { caller: planner } = await openReplica(server.invite("scheduler"));
  const moderator = await openCaller(server.invite("moderator"));
  await moderator.attach(occurrenceId, "console");
  const phases = (phase: string) => planner.notice("phases", (notice) => notice[occurrenceId] === phase);
  const live = phases("live");
  await moderator.command("openSession", {});
  await live;

  const start = { wall: wallIn(12), zone: "Etc/UTC" };
  const refusal = { error: { code: "already", detail: { kind: "started", occurrenceIds: [occurrenceId] } } };
  const agreed = async () => {
    const first = await scheduler.call("release", commanded({ conferenceId }));
    if (first.ok || first.error.detail?.kind !== "conflicts") return first;
    return scheduler.call("release", commanded({ conferenceId, despite: [...first.error.detail.keys] }));
  };
  const undo = async () => valueOf(await scheduler.call("undo", commanded({})));
  const others = draw("Beside what is live", 36);
  await others;
  for (const change of ["move", "rename", "cancel", "unlink", "remove"] as const) {
    if (change === "move") valueOf(await scheduler.call("moveOccurrence", commanded({ occurrenceId, start })));
    if (change === "rename")
      valueOf(await scheduler.call("updateSession", commanded({ sessionId, set: { title: "Named otherwise" } })));
    if (change === "cancel")
      valueOf(await scheduler.call("updateSession", commanded({ sessionId, set: { state: "cancelled" } })));
    if (change === "unlink")
      valueOf(
        await scheduler.call("updateSession", commanded({ sessionId, at: { occurrenceId, links: linked(durban) } })),
      );
    if (change === "remove") valueOf(await scheduler.call("removeSession", commanded({ sessionId })));
    expect([change, await agreed()]).toMatchObject([change, refusal]);
    await undo();
  }
  const ended = phases("ended");
  await moderator.command("endSession", {});
  await ended;
  valueOf(await scheduler.call("removeSession", commanded({ sessionId })));
  expect(await agreed()).toMatchObject(refusal);
  await undo();
  // What stages do not see may change.
  valueOf(await scheduler.call("updateSession", commanded({ sessionId, set: { priority: 1 } })));
  expect(await agreed()).toMatchObject({ ok: true });
  for (const caller of [planner, moderator]) caller.close();
});

test("who has not seen another's edit of the conference does not release it", async () => {
  const rosa = await openCaller(server.invite("organiser"));
  const { seq } = valueOf(await scheduler.call("planner", {}));
  const set = { name: "Renamed meanwhile" };
  const renamed = valueOf(await rosa.call("updateRoom", commanded({ roomId: chennai, set })));
  expect(await scheduler.call("release", commanded({ conferenceId, baseSeq: seq }))).toMatchObject({
    error: { code: "conflict", detail: { kind: "edit", edit: { seq: renamed.seq, author: "Organiser" } } },
  });
  // Another conference's edits are none of its business.
  const other = valueOf(await rosa.call("createConference", commanded({ name: "Another" })));
  const seen = await scheduler.call("release", commanded({ conferenceId, baseSeq: renamed.seq }));
  if (!seen.ok) expect(seen.error.code).toBe("conflicts");
  valueOf(await rosa.call("removeConference", commanded({ conferenceId: other.value.id })));
  rosa.close();
});

test("a conference whose release still has sessions to come is not removed", async () => {
  const made = valueOf(await scheduler.call("createConference", commanded({ name: "To be removed" })));
  const { id } = made.value;
  const start = { wall: wallIn(8), zone: "Etc/UTC" };
  const session = { conferenceId: id, title: "To come", minutes: 60, start };
  const { value: drawn } = valueOf(await scheduler.call("createSession", commanded(session)));
  await release(scheduler, id);
  const remove = () => scheduler.call("removeConference", commanded({ conferenceId: id }));
  const inUse = { error: { code: "in-use", detail: { kind: "users", names: ["To come"] } } };
  expect(await remove()).toMatchObject(inUse);
  // What the draft has no more is still in the release.
  valueOf(await scheduler.call("removeSession", commanded({ sessionId: drawn.sessionId })));
  await release(scheduler, id);
  valueOf(await remove());
  expect(valueOf(await scheduler.call("planner", {})).plan.conferences[id]).toBeUndefined();
});

test("nor is it undone that such a conference was made", async () => {
  const copy = { conferenceId, name: "Again next year", firstDay: "2099-01-05" };
  const made = valueOf(await scheduler.call("duplicateConference", commanded(copy)));
  await release(scheduler, made.value.id);
  expect(await scheduler.call("undo", commanded({ seq: made.seq }))).toMatchObject({
    error: { code: "in-use", detail: { kind: "users" } },
  });
  expect(valueOf(await scheduler.call("planner", {})).plan.conferences[made.value.id]?.name).toBe("Again next year");
});

test("what was released keeps its identities, also when the draft has forgotten it", async () => {
  const made = valueOf(await scheduler.call("createConference", commanded({ name: "Over" })));
  const { id } = made.value;
  const place = { city: "Durban", zone: "Africa/Johannesburg" };
  valueOf(await scheduler.call("createRoom", commanded({ conferenceId: id, name: "Hall", ...place })));
  const start = { wall: wallIn(-5), zone: "Etc/UTC" };
  valueOf(await scheduler.call("createSession", commanded({ conferenceId: id, title: "Was", minutes: 60, start })));
  await release(scheduler, id);
  const file = mutable(planFile(valueOf(await scheduler.call("planner", {})).plan, id));
  valueOf(await scheduler.call("removeConference", commanded({ conferenceId: id })));
  const other = JSON.parse(JSON.stringify(file).replaceAll(id, "another")) as typeof file;
  expect(await scheduler.call("importPlan", commanded({ file: other }))).toMatchObject({
    error: { code: "already", detail: { fields: [{ path: "rooms.0.id" }, { path: "occurrences.0.id" }] } },
  });
  expect(valueOf(await scheduler.call("importPlan", commanded({ file }))).value).toEqual({ id });
  valueOf(await scheduler.call("removeConference", commanded({ conferenceId: id })));
});

test("a room that no release has yet: an operator can be invited, and has nothing to go to", async () => {
  const place = { name: "New hall", city: "Pune", zone: "Asia/Kolkata" };
  const { value: room } = valueOf(await scheduler.call("createRoom", commanded({ conferenceId, ...place })));
  const organiser = await openCaller(server.invite("organiser"));
  const operator = { conferenceId, role: "operator" as const, label: "New", roomId: room.id, occurrenceId: null };
  const { url } = valueOf(
    await organiser.call("createInvite", commanded({ ...operator, expiresAt: null, shared: false })),
  );
  const caller = await openCaller(url);
  expect(caller.welcome).toMatchObject({ pass: { roomId: room.id }, occurrences: [] });
  for (const one of [caller, organiser]) one.close();
});

test("a killed server has the same releases, and goes on with the next number", async () => {
  const { drafts } = valueOf(await scheduler.call("planner", {}));
  const before = await listed();
  await server.kill("SIGKILL");
  await server.start();
  scheduler = await openCaller(server.url, { token: scheduler.token });
  expect(valueOf(await scheduler.call("planner", {})).drafts).toEqual(drafts);
  // Clocks are told as of now.
  const ids = (list: readonly OccurrenceInfo[]): readonly OccurrenceId[] => list.map(({ id }) => id);
  expect(ids(await listed())).toEqual(ids(before));
  await draw("After the kill", 40);
  expect(await release(scheduler, conferenceId)).toBe((drafts[conferenceId]?.latest?.number ?? 0) + 1);
});
