import type { ConferenceId } from "../../ids.ts";
import type { Group, Kind, Person, Plan, PlanFile, Pool, Start } from "../model.ts";
import { startDespite, startOf } from "../times.ts";
import { canonicalZone } from "../zones.ts";
import type { Zones } from "../zones.ts";
import { all, applyChanges, find } from "./apply.ts";
import { newFaults } from "./faults.ts";
import type { ThingFault } from "./faults.ts";
import { badField, refused } from "./ground.ts";
import type { EditResult, Ground, InputFor, Refused } from "./ground.ts";
import { removeRooms } from "./places.ts";
import { Rewrite } from "./rewrite.ts";
import { using } from "./use.ts";

type Input = InputFor<"importPlan">;

/**
 * What is there under the file's conference becomes like the file; what the file does not have is removed, but groups,
 * people and interpreters only leave the conference. `already`: an id is another conference's.
 */
export function importPlan(plan: Plan, input: Input, ground: Ground): EditResult {
  const unknown = unknownZone(input.file, ground.zones);
  if (unknown !== null) return unknown;
  // Ids are branded once they are parsed: that is all that the type of what was given lacks.
  const file = canonical(input.file, ground.zones) as PlanFile;
  const bad = twiceInFile(file) ?? wrongInstant(file, ground.zones);
  if (bad !== null) return bad;
  const taken = takenIds(plan, file);
  if (taken.length > 0) {
    return refused("already", {
      kind: "fields",
      fields: taken.map((path) => ({ path, why: "is another conference's" })),
    });
  }
  const other = otherConference(file);
  if (other !== null) return other;

  const rewrite = new Rewrite(plan);
  removeOthers(plan, file, rewrite);
  putFile(plan, file, rewrite);
  const changes = rewrite.changes();
  const faults = newFaults(plan, applyChanges(plan, changes));
  if (faults.length > 0) {
    const fields = faults.map((fault) => ({ path: pathOf(file, fault), why: fault.why }));
    return refused("bad-request", { kind: "fields", fields });
  }
  return { ok: true, changes, subject: file.conference.name, answer: { id: file.conference.id } };
}

const fileKinds = ["venues", "rooms", "groups", "people", "pools", "sessions", "occurrences"] as const;

function removeOthers(plan: Plan, file: PlanFile, rewrite: Rewrite): void {
  const { id } = file.conference;
  const kept = new Set(fileKinds.flatMap((kind) => file[kind].map((thing) => `${kind} ${thing.id}`)));
  const gone = (kind: Kind, thing: { readonly id: string }): boolean => !kept.has(`${kind} ${thing.id}`);

  const rooms = all(plan, "rooms").filter((room) => room.conferenceId === id && gone("rooms", room));
  removeRooms(rewrite, new Set(rooms.map((room) => room.id)));
  for (const kind of ["venues", "sessions"] as const) {
    for (const thing of all(plan, kind))
      if (thing.conferenceId === id && gone(kind, thing)) rewrite.remove(kind, thing.id);
  }
  for (const occurrence of all(plan, "occurrences")) {
    const session = find(plan, "sessions", occurrence.sessionId);
    if (session?.conferenceId === id && gone("occurrences", occurrence)) rewrite.remove("occurrences", occurrence.id);
  }
  for (const group of rewrite.all("groups")) {
    if (!group.conferenceIds.includes(id) || !gone("groups", group)) continue;
    if (group.roomId === null) rewrite.put("groups", using(group, id, false));
    else rewrite.remove("groups", group.id);
  }
  for (const person of rewrite.all("people"))
    if (gone("people", person)) rewrite.put("people", using(person, id, false));
  for (const pool of all(plan, "pools")) {
    if (!pool.conferenceIds.includes(id) || !gone("pools", pool)) continue;
    if (pool.serves.kind === "venue") rewrite.remove("pools", pool.id);
    else rewrite.put("pools", using(pool, id, false));
  }
}

function putFile(plan: Plan, file: PlanFile, rewrite: Rewrite): void {
  const { id } = file.conference;
  const users = (before: { readonly conferenceIds: readonly ConferenceId[] } | undefined) =>
    using({ conferenceIds: before?.conferenceIds ?? [] }, id, true);
  rewrite.put("conferences", file.conference);
  for (const venue of file.venues) rewrite.put("venues", venue);
  for (const room of file.rooms) rewrite.put("rooms", room);
  for (const group of file.groups) rewrite.put("groups", { ...group, ...users(find(plan, "groups", group.id)) });
  for (const pool of file.pools) rewrite.put("pools", { ...pool, ...users(find(plan, "pools", pool.id)) });
  for (const person of file.people) {
    const before = find(plan, "people", person.id);
    rewrite.put("people", { ...person, ...users(before), places: withOtherRooms(plan, id, person.places, before) });
  }
  for (const session of file.sessions) rewrite.put("sessions", session);
  for (const occurrence of file.occurrences) rewrite.put("occurrences", occurrence);
}

/** A file does not have the rooms of other conferences that somebody stays in (see `planFile`): those stay as they are. */
function withOtherRooms(
  plan: Plan,
  conferenceId: ConferenceId,
  places: Person["places"],
  before: Person | undefined,
): Person["places"] {
  return places.map((place) => {
    if (place.roomId !== null) return place;
    const same = before?.places.find(
      ({ firstDay, lastDay, city, zone }) =>
        firstDay === place.firstDay && lastDay === place.lastDay && city === place.city && zone === place.zone,
    );
    const roomId = same?.roomId ?? null;
    const elsewhere = roomId !== null && find(plan, "rooms", roomId)?.conferenceId !== conferenceId;
    return elsewhere ? { ...place, roomId } : place;
  });
}

/** Paths of the file's ids that things have which this conference does not own. */
function takenIds(plan: Plan, file: PlanFile): readonly string[] {
  const { id } = file.conference;
  const owner: { readonly [K in (typeof fileKinds)[number]]: (id: string) => ConferenceId | null | undefined } = {
    venues: (venue) => find(plan, "venues", venue)?.conferenceId,
    rooms: (room) => find(plan, "rooms", room)?.conferenceId,
    sessions: (session) => find(plan, "sessions", session)?.conferenceId,
    occurrences: (occurrence) =>
      find(plan, "sessions", find(plan, "occurrences", occurrence)?.sessionId ?? "")?.conferenceId,
    groups: (group) => ownerOfGroup(find(plan, "groups", group)),
    people: () => null,
    pools: (pool) => ownerOfPool(plan, find(plan, "pools", pool)),
  };
  return fileKinds.flatMap((kind) =>
    file[kind].flatMap((thing, i) => {
      const owned = owner[kind](thing.id) ?? null;
      return owned === null || owned === id ? [] : [`${kind}.${i}.id`];
    }),
  );
}

/** Null: the installation's. */
function ownerOfGroup(group: Group | undefined): ConferenceId | null {
  return group === undefined || group.roomId === null ? null : (group.conferenceIds[0] ?? null);
}

function ownerOfPool(plan: Plan, pool: Pool | undefined): ConferenceId | null {
  return pool?.serves.kind === "venue" ? (find(plan, "venues", pool.serves.venueId)?.conferenceId ?? null) : null;
}

/** Two things of one kind with one id would become one. */
function twiceInFile(file: PlanFile): Refused | null {
  for (const kind of fileKinds) {
    const seen = new Set<string>();
    for (const [i, { id }] of file[kind].entries()) {
      if (seen.has(id)) return badField(`${kind}.${i}.id`, "is there twice");
      seen.add(id);
    }
  }
  return null;
}

/** What is in a file is of its conference. */
function otherConference(file: PlanFile): Refused | null {
  for (const kind of ["venues", "rooms", "sessions"] as const) {
    const i = file[kind].findIndex(({ conferenceId }) => conferenceId !== file.conference.id);
    if (i >= 0) return badField(`${kind}.${i}.conferenceId`, "not the file's conference");
  }
  return null;
}

function pathOf(file: PlanFile, { kind, id, path }: ThingFault): string {
  if (kind === "conferences") return `conference.${path}`;
  const index = (file[kind] as readonly { readonly id: string }[]).findIndex((thing) => thing.id === id);
  return `${kind}.${index < 0 ? id : index}.${path}`;
}

/** Every text under a key `zone`, and where it stands. */
function* zonesIn(value: unknown, path: string): Generator<{ readonly path: string; readonly zone: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const where = path === "" ? key : `${path}.${key}`;
    if (key === "zone" && typeof inner === "string") yield { path: where, zone: inner };
    else yield* zonesIn(inner, where);
  }
}

function unknownZone(file: Input["file"], zones: Zones): Refused | null {
  const fields = [...zonesIn(file, "")]
    .filter(({ zone }) => canonicalZone(zones, zone) === null)
    .map(({ path }) => ({ path, why: "no such zone" }));
  return fields.length === 0 ? null : refused("unknown-zone", { kind: "fields", fields });
}

/** The same with the one name of every zone. */
function canonical(value: unknown, zones: Zones): unknown {
  if (Array.isArray(value)) return value.map((inner) => canonical(inner, zones));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "zone" && typeof inner === "string" ? (canonicalZone(zones, inner) ?? inner) : canonical(inner, zones),
    ]),
  );
}

/** A start that says it was reckoned with the data in use and was not. Other data's are taken as they are, and may move. */
function wrongInstant(file: PlanFile, zones: Zones): Refused | null {
  const starts: { readonly path: string; readonly start: Start }[] = [];
  for (const [i, { start }] of file.occurrences.entries()) {
    if (start !== null) starts.push({ path: `occurrences.${i}.start`, start });
  }
  for (const [i, { travel }] of file.people.entries()) {
    for (const [j, { from, to }] of travel.entries()) {
      const path = `people.${i}.travel.${j}`;
      starts.push({ path: `${path}.from`, start: from }, { path: `${path}.to`, start: to });
    }
  }
  const wrong = starts.filter(({ start }) => start.zoneData === zones.version && !isRight(zones, start));
  if (wrong.length === 0) return null;
  const fields = wrong.map(({ path }) => ({ path: `${path}.instant`, why: "not what the wall time makes there" }));
  return refused("bad-request", { kind: "fields", fields });
}

function isRight(zones: Zones, start: Start): boolean {
  const result = startOf(zones, start);
  // Nobody has chosen: either of the two will do.
  if (!result.ok && result.detail?.kind === "fold") {
    const { earlier, later } = result.detail;
    return start.offset === null && [earlier.instant, later.instant].includes(start.instant);
  }
  const right = result.ok ? result.value : startDespite(zones, start);
  return right?.instant === start.instant && right.offset === start.offset;
}
