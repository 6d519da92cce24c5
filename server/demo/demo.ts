import { rm } from "node:fs/promises";
import { z } from "zod";
import type { Instant } from "../../shared/ids.ts";
import type { PlanFile, Room } from "../../shared/plan/model.ts";
import { roles } from "../../shared/protocol/define.ts";
import type { Role } from "../../shared/protocol/define.ts";
import { inviteRow } from "../access/invites.ts";
import { hashOf, inviteUrl, newSecret } from "../access/secrets.ts";
import { newId } from "../ids.ts";
import { entriesOf } from "../plan/book.ts";
import type { ZoneData } from "../plan/zonedata.ts";
import type { ReleaseRow, Store, ThingRow } from "../store/port.ts";
import { openStore } from "../store/sqlite.ts";
import { january2020 } from "./january2020.ts";
import { sampleAround } from "./sample.ts";
import type { Sample } from "./sample.ts";

/** The demo's conferences; its invites are for the first, and pages list that first. */
const samples: readonly ((now: Instant, zones: ZoneData) => Sample)[] = [
  sampleAround,
  // A draft with its difficulties, for who tries the planner.
  (now, { zones }) => listedSecond(january2020(zones), now),
];

function listedSecond(file: PlanFile, now: Instant): Sample {
  return { file: { ...file, conference: { ...file.conference, createdAt: now + 1 } }, released: false, logs: [] };
}

/** The setting that says that the demo is complete, and keeps its invites. */
const marker = "samples";

/**
 * The demo's invites **with their secrets**, in the demo's own database and nowhere else: a second start, or one after
 * a kill, prints the same links, and what they open is made up. A real installation stores hashes only.
 */
const demoInvite = z.object({
  role: z.enum(roles as [Role, ...Role[]]),
  /** The room's or group's name; "-" for those of the whole conference. */
  where: z.string(),
  secret: z.string(),
});
type DemoInvite = z.output<typeof demoInvite>;

/**
 * Opens the demo's database and makes sure that there is a sample conference in it with a session live at `now`. When
 * all its sessions are over, or an older version made it, the file is made anew; its old invites and passes are gone then.
 *
 * @throws what `openStore` throws
 */
export async function openDemo(path: string, zones: ZoneData, now: Instant): Promise<Store> {
  const store = await openStore(path);
  try {
    if ((await store.readSetting(marker)) !== null && !(await isOver(store, zones, now))) return store;
    if ((await store.readThings()).length === 0) {
      await fill(store, zones, now);
      return store;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  await store.close();
  for (const suffix of ["", "-wal", "-shm"]) await rm(path + suffix, { force: true });
  const anew = await openStore(path);
  await fill(anew, zones, now);
  return anew;
}

/** All released sessions are over by the plan, or there are none. */
async function isOver(store: Store, zones: ZoneData, now: Instant): Promise<boolean> {
  const releases = await store.readLatestReleases();
  return releases
    .flatMap(({ file }) => entriesOf(file, zones.zones))
    .every(({ occurrence }) => occurrence.endsAt <= now);
}

/** The demo's invites: `role<TAB>room, or -<TAB>URL`. */
export async function demoInvites(store: Store, publicUrl: string): Promise<readonly string[]> {
  const stored = await store.readSetting(marker);
  if (stored === null) throw new Error("there is no demo in this database");
  return z
    .array(demoInvite)
    .parse(JSON.parse(stored))
    .map(({ role, where, secret }) => `${role}\t${where}\t${inviteUrl(publicUrl, secret)}`);
}

/** Everything is asked for in one turn and so committed in one transaction: there is no half a demo. */
async function fill(store: Store, zones: ZoneData, now: Instant): Promise<void> {
  const made = samples.map((sample) => sample(now, zones));
  const [first] = made;
  if (first === undefined) throw new Error("the demo has no sample");
  const invites = invitesFor(first.file, now);
  await Promise.all([
    store.writeThings(
      made.flatMap(({ file }) => thingsOf(file)),
      made.filter(({ released }) => released).map(({ file }) => releaseOf(file, now)),
    ),
    ...made.flatMap(({ logs }) => logs).map(({ occurrenceId, rows }) => store.appendEvents(occurrenceId, rows)),
    ...invites.map(({ row }) => store.writeInvite(row)),
    store.writeSetting(marker, JSON.stringify(invites.map(({ printed }) => printed))),
  ]);
}

function thingsOf(file: PlanFile): readonly ThingRow[] {
  const conferenceIds = [file.conference.id];
  return [
    { kind: "conferences", thing: file.conference },
    ...file.venues.map((thing): ThingRow => ({ kind: "venues", thing })),
    ...file.rooms.map((thing): ThingRow => ({ kind: "rooms", thing })),
    ...file.groups.map((group): ThingRow => ({ kind: "groups", thing: { ...group, conferenceIds } })),
    ...file.people.map((person): ThingRow => ({ kind: "people", thing: { ...person, conferenceIds } })),
    ...file.pools.map((pool): ThingRow => ({ kind: "pools", thing: { ...pool, conferenceIds } })),
    ...file.sessions.map((thing): ThingRow => ({ kind: "sessions", thing })),
    ...file.occurrences.map((thing): ThingRow => ({ kind: "occurrences", thing })),
  ];
}

function releaseOf(file: PlanFile, now: Instant): ReleaseRow {
  return { conferenceId: file.conference.id, number: 1, at: now, author: "Crossroom", seq: 0, despite: [], file };
}

/** One a role, for operators one a room; all may be opened by several browsers. */
function invitesFor(file: PlanFile, now: Instant) {
  const conferenceId = file.conference.id;
  const make = (
    role: Role,
    label: string,
    {
      room = null,
      group = null,
    }: { readonly room?: Room | null; readonly group?: PlanFile["groups"][number] | null } = {},
  ) => {
    const printed: DemoInvite = { role, where: room?.name ?? group?.name ?? "-", secret: newSecret() };
    const input = {
      role,
      // Who plans may also begin a conference of their own.
      conferenceId: role === "organiser" || role === "scheduler" ? null : conferenceId,
      roomId: room?.id ?? null,
      groupId: group?.id ?? null,
      occurrenceId: null,
      label,
      expiresAt: null,
      shared: true,
    };
    return { printed, row: inviteRow(input, newId<"InviteId">(), hashOf(printed.secret), now) };
  };
  const kept = file.rooms.filter(({ name }) => name === "Durban");
  const remote = file.groups.filter(({ roomId }) => roomId === null);
  return [
    make("organiser", "Organiser"),
    make("scheduler", "Scheduler"),
    make("moderator", "Moderator"),
    ...file.rooms.map((room) => make("operator", `${room.name} station`, { room })),
    ...kept.map((room) => make("room-keeper", `${room.name} room keeper`, { room })),
    ...remote.map((group) => make("group-contact", `${group.name}, contact`, { group })),
    make("participant", "Participants, shared"),
  ];
}
