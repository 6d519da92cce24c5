import { rm } from "node:fs/promises";
import { z } from "zod";
import type { Instant } from "../../shared/ids.ts";
import { roles } from "../../shared/protocol/define.ts";
import type { Role } from "../../shared/protocol/define.ts";
import { inviteRow } from "../access/invites.ts";
import { hashOf, inviteUrl, newSecret } from "../access/secrets.ts";
import { newId } from "../ids.ts";
import type { ZoneData } from "../plan/zonedata.ts";
import type { PlanRows, RoomRow, Store } from "../store/port.ts";
import { openStore } from "../store/sqlite.ts";
import { sampleAround } from "./sample.ts";

/** The setting that says that the demo is complete, and keeps its invites. */
const marker = "demo";

/**
 * The demo's invites **with their secrets**, in the demo's own database and nowhere else: a second start, or one after
 * a kill, prints the same links, and what they open is made up. A real installation stores hashes only.
 */
const demoInvite = z.object({
  role: z.enum(roles as [Role, ...Role[]]),
  /** The room's name; "-" for those of the whole conference. */
  where: z.string(),
  secret: z.string(),
});
type DemoInvite = z.output<typeof demoInvite>;

/**
 * Opens the demo's database and makes sure that there is a sample conference in it with a session live at `now`. When
 * all its sessions are over, the file is made anew; its old invites and passes are gone then.
 *
 * @throws what `openStore` throws
 */
export async function openDemo(path: string, zones: ZoneData, now: Instant): Promise<Store> {
  const store = await openStore(path);
  try {
    if ((await store.readSetting(marker)) !== null && !isOver(await store.readPlan(), now)) return store;
    const isEmpty = (await store.readPlan()).conferences.length === 0;
    if (isEmpty) {
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

/** All sessions are over by the plan, or there are none. */
export function isOver(plan: PlanRows, now: Instant): boolean {
  return plan.occurrences.every((occurrence) => occurrence.endsAt <= now);
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
  const sample = sampleAround(now, zones);
  const invites = invitesFor(sample.plan, now);
  await Promise.all([
    store.writePlan(sample.plan),
    ...sample.logs.map(({ occurrenceId, rows }) => store.appendEvents(occurrenceId, rows)),
    ...invites.map(({ row }) => store.writeInvite(row)),
    store.writeSetting(marker, JSON.stringify(invites.map(({ printed }) => printed))),
  ]);
}

/** One a role, for operators one a room; all may be opened by several browsers. */
function invitesFor(plan: PlanRows, now: Instant) {
  const conferenceId = plan.conferences[0]?.id ?? null;
  const make = (role: Role, room: RoomRow | null, label: string) => {
    const printed: DemoInvite = { role, where: room?.name ?? "-", secret: newSecret() };
    const input = {
      role,
      conferenceId: role === "organiser" ? null : conferenceId,
      roomId: room?.id ?? null,
      occurrenceId: null,
      label,
      expiresAt: null,
      shared: true,
    };
    return { printed, row: inviteRow(input, newId<"InviteId">(), hashOf(printed.secret), now) };
  };
  return [
    make("organiser", null, "Organiser"),
    make("moderator", null, "Moderator"),
    ...plan.rooms.map((room) => make("operator", room, `${room.name} station`)),
    make("participant", null, "Participants, shared"),
  ];
}
