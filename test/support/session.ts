import type { ConferenceId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { Link } from "../../shared/plan/model.ts";
import type { Role } from "../../shared/protocol/define.ts";
import type { Reply } from "../../shared/protocol/errors.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { exchange, newCommandId, openCaller } from "./caller.ts";
import type { Caller } from "./caller.ts";
import type { TestServer } from "./server.ts";

/** A reply's value, or an error with the code. */
export function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

/** Everything on a server that tests of rights name: the demo's conference, and another one that is none of its business. */
export interface Ground {
  readonly server: TestServer;
  readonly organiser: Caller;
  readonly conferenceId: ConferenceId;
  readonly rooms: { readonly durban: RoomId; readonly chennai: RoomId; readonly losAngeles: RoomId };
  /** Of the demo's conference, without Durban and Chennai. */
  readonly unlinked: OccurrenceId;
  readonly elsewhere: {
    readonly conferenceId: ConferenceId;
    readonly roomId: RoomId;
    readonly occurrenceId: OccurrenceId;
    readonly moderator: string;
    readonly participant: string;
  };
}

const hour = 3_600_000;
/** One new session after the other, none beside another: conflicts of many would not be let through. */
let sessions = 0;
const nextWall = (): string => new Date(Date.now() + (6 + 2 * (sessions += 1)) * hour).toISOString().slice(0, 16);

/** Rooms linked live. */
export const linked = (...roomIds: readonly RoomId[]): Link[] =>
  roomIds.map((id) => ({ kind: "room", id, need: "must", mode: "live" }));

/** Releases a conference despite all its conflicts. @returns the number */
export async function release(planner: Caller, conferenceId: ConferenceId): Promise<number> {
  const first = await planner.call("release", { commandId: newCommandId(), conferenceId });
  if (first.ok) return first.value.value.number;
  const { code, detail } = first.error;
  if (detail?.kind !== "conflicts") throw new Error(code);
  const again = { commandId: newCommandId(), conferenceId, despite: [...detail.keys] };
  return valueOf(await planner.call("release", again)).value.number;
}

/** A session that is planned and released. */
export async function newSession(
  ground: Pick<Ground, "organiser" | "conferenceId">,
  hostRoomId: RoomId,
  roomIds: readonly RoomId[],
): Promise<OccurrenceId> {
  const made = await ground.organiser.call("createSession", {
    commandId: newCommandId(),
    conferenceId: ground.conferenceId,
    title: "Rights",
    start: { wall: nextWall(), zone: "Etc/UTC" },
    minutes: 60,
    hostRoomId,
    links: linked(hostRoomId, ...roomIds),
  });
  const { occurrenceId } = valueOf(made).value;
  await release(ground.organiser, ground.conferenceId);
  return occurrenceId;
}

export async function invite(
  organiser: Caller,
  role: Role,
  conferenceId: ConferenceId,
  roomId: RoomId | null = null,
): Promise<string> {
  const content = { commandId: newCommandId(), conferenceId, role, roomId, label: role, occurrenceId: null };
  return valueOf(await organiser.call("createInvite", { ...content, expiresAt: null, shared: true })).url;
}

export async function openGround(server: TestServer): Promise<Ground> {
  const organiser = await openCaller(server.invite("organiser"));
  const plan = valueOf(await organiser.call("plan", {}));
  const conference = plan.conferences[0];
  const roomId = (city: string): RoomId => {
    const found = conference?.rooms.find((room) => room.city === city)?.id;
    if (found === undefined) throw new Error(`the demo has no room in ${city}`);
    return found;
  };
  const rooms = { durban: roomId("Durban"), chennai: roomId("Chennai"), losAngeles: roomId("Los Angeles") };
  const unlinked = conference?.sessions.find(({ title }) => title === "Down the supply chain")?.occurrenceId;
  if (conference === undefined || unlinked === undefined) throw new Error("the demo is another one");

  const made = await organiser.call("createConference", { commandId: newCommandId(), name: "Elsewhere" });
  const { id } = valueOf(made).value;
  const place = { name: "Athens", city: "Athens", zone: "Europe/Athens" };
  const { value: room } = valueOf(
    await organiser.call("createRoom", { commandId: newCommandId(), conferenceId: id, ...place }),
  );
  const occurrenceId = await newSession({ organiser, conferenceId: id }, room.id, []);
  const elsewhere = {
    conferenceId: id,
    roomId: room.id,
    occurrenceId,
    moderator: await invite(organiser, "moderator", id),
    participant: await invite(organiser, "participant", id),
  };
  return { server, organiser, conferenceId: conference.id, rooms, unlinked, elsewhere };
}

/** The stage as staff are shown it. */
export async function stageOf(staff: Caller, occurrenceId: OccurrenceId): Promise<Stage> {
  const { view } = await staff.attach(occurrenceId, "console");
  if (view?.for !== "staff") throw new Error("not shown to staff");
  return view.stage;
}

/** How long a stage's log is, and its hash: what refused requests must leave alone. */
export async function markOf(
  server: TestServer,
  occurrenceId: OccurrenceId,
  token: string,
): Promise<{ readonly seq: number; readonly hash: string }> {
  const response = await fetch(`${server.url}/api/stages/${occurrenceId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`no stage: ${response.status}`);
  const { seq, hash } = (await response.json()) as { seq: number; hash: string };
  return { seq, hash };
}

/** A new person from an invite, in the session by a name of their own. */
export async function enter(
  inviteUrl: string,
  occurrenceId: OccurrenceId,
  name: string,
): Promise<Caller & { readonly passId: PassId }> {
  const caller = await openCaller(inviteUrl);
  await caller.attach(occurrenceId, "participant");
  await caller.command("introduce", { name, place: "", roomId: null });
  return { ...caller, passId: caller.welcome.pass.id };
}

export async function tokenOf(inviteUrl: string): Promise<string> {
  return valueOf((await exchange(inviteUrl)).body).token;
}
