import type { ConferenceId } from "../../ids.ts";
import type { Conference, Group, Link, Occurrence, Person, Plan, Pool, Room, Session } from "../model.ts";
import { find } from "./apply.ts";

// What has to hold for each thing of a plan beside its schema: ids exist and belong together, nobody is named twice.
// Edits ask about the thing that they are about to write; imports and undos about all of the plan (faults.ts).

/** A rule that a thing breaks: where in it, and why. `missing`: it names something that is not there. */
export interface Fault {
  readonly path: string;
  readonly why: string;
  readonly missing: boolean;
}

const missing = (path: string, why: string): Fault => ({ path, why, missing: true });
const wrong = (path: string, why: string): Fault => ({ path, why, missing: false });

export function conferenceFaults({ firstDay, lastDay }: Conference): readonly Fault[] {
  return daysFaults(firstDay, lastDay, "lastDay");
}

export function roomFaults(plan: Plan, room: Room): readonly Fault[] {
  return [
    ...conferencesFaults(plan, [room.conferenceId]),
    ...(find(plan, "venues", room.venueId)?.conferenceId === room.conferenceId
      ? []
      : [missing("venueId", "no such venue in this conference")]),
  ];
}

export function groupFaults(plan: Plan, group: Group): readonly Fault[] {
  const faults = conferencesFaults(plan, group.conferenceIds);
  if (group.roomId === null) return faults;
  const room = find(plan, "rooms", group.roomId);
  if (room === undefined) return [...faults, missing("roomId", "no such room")];
  if (group.conferenceIds.length !== 1 || group.conferenceIds[0] !== room.conferenceId) {
    return [...faults, wrong("conferenceIds", "an audience is in its room's conference only")];
  }
  const follows = (["city", "zone"] as const).filter((field) => group[field] !== room[field]);
  return [...faults, ...follows.map((field) => wrong(field, "an audience is where its room is"))];
}

export function personFaults(plan: Plan, person: Person): readonly Fault[] {
  return [
    ...conferencesFaults(plan, person.conferenceIds),
    ...person.places.flatMap((place, i) => [
      ...daysFaults(place.firstDay, place.lastDay, `places.${i}.lastDay`),
      ...(place.roomId === null || find(plan, "rooms", place.roomId) !== undefined
        ? []
        : [missing(`places.${i}.roomId`, "no such room")]),
    ]),
    ...person.travel.flatMap(({ from, to }, i) =>
      to.instant > from.instant ? [] : [wrong(`travel.${i}.to`, "ends before it begins")],
    ),
  ];
}

export function poolFaults(plan: Plan, pool: Pool): readonly Fault[] {
  const faults = conferencesFaults(plan, pool.conferenceIds);
  if (pool.serves.kind === "languages") {
    const [one, other] = pool.serves.pair;
    return one === other ? [...faults, wrong("serves.pair.1", "a pair has two languages")] : faults;
  }
  const venue = find(plan, "venues", pool.serves.venueId);
  // Its operators work in one house: no other conference has rooms there.
  return venue !== undefined && pool.conferenceIds.length === 1 && pool.conferenceIds[0] === venue.conferenceId
    ? faults
    : [...faults, missing("serves.venueId", "no such venue in this conference")];
}

export function sessionFaults(plan: Plan, session: Session): readonly Fault[] {
  const { conferenceId, hostRoomId, range } = session;
  return [
    ...conferencesFaults(plan, [conferenceId]),
    ...(hostRoomId === null || find(plan, "rooms", hostRoomId)?.conferenceId === conferenceId
      ? []
      : [missing("hostRoomId", "no such room in this conference")]),
    ...daysFaults(range?.firstDay ?? null, range?.lastDay ?? null, "range.lastDay"),
    ...(range !== null && range.earliest !== null && range.latest !== null && range.latest <= range.earliest
      ? [wrong("range.latest", "ends before it begins")]
      : []),
    ...twice(session.languages, "languages"),
    ...twice(session.personIds, "personIds"),
    ...session.personIds.flatMap((id, i) =>
      find(plan, "people", id)?.conferenceIds.includes(conferenceId) === true
        ? []
        : [missing(`personIds.${i}`, "no such person in this conference")],
    ),
    ...afterFaults(plan, session),
  ];
}

function afterFaults(plan: Plan, session: Session): readonly Fault[] {
  return [
    ...twice(session.after, "after"),
    ...session.after.flatMap((id, i) => {
      // A new session is not in the plan yet, and it may be that its own id is asked about.
      if (id !== session.id && find(plan, "sessions", id)?.conferenceId !== session.conferenceId) {
        return [missing(`after.${i}`, "no such session in this conference")];
      }
      return leadsTo(plan, id, session.id) ? [wrong(`after.${i}`, "it comes before this one: a circle")] : [];
    }),
  ];
}

/** Does a session come, over however many others, after that one? */
function leadsTo(plan: Plan, from: string, to: string): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...(find(plan, "sessions", id)?.after ?? []));
  }
  return false;
}

/** `links` as they are given: the host may be missing, or stand anywhere. */
export function linksFaults(plan: Plan, conferenceId: ConferenceId, links: readonly Linked[]): readonly Fault[] {
  const keys = links.map(({ kind, id }) => `${kind} ${id}`);
  return [
    ...twice(keys, "links"),
    ...links.flatMap(({ kind, id }, i) => {
      if (kind === "room") {
        return find(plan, "rooms", id)?.conferenceId === conferenceId
          ? []
          : [missing(`links.${i}.id`, "no such room in this conference")];
      }
      const group = find(plan, "groups", id);
      if (group?.conferenceIds.includes(conferenceId) !== true) {
        return [missing(`links.${i}.id`, "no such group in this conference")];
      }
      return group.roomId === null ? [] : [wrong(`links.${i}.id`, "an audience is linked by its room")];
    }),
  ];
}

/** A link as commands name it. */
export type Linked = Omit<Link, "id"> & { readonly id: string };

export function occurrenceFaults(plan: Plan, occurrence: Occurrence): readonly Fault[] {
  const session = find(plan, "sessions", occurrence.sessionId);
  if (session === undefined) return [missing("sessionId", "no such session")];
  const faults = linksFaults(plan, session.conferenceId, occurrence.links);
  if (session.hostRoomId === null) return faults;
  const [first] = occurrence.links;
  return first?.kind === "room" && first.id === session.hostRoomId && first.mode === "live" && first.need === "must"
    ? faults
    : [...faults, wrong("links.0", "the host room comes first, live, and must")];
}

export function conferencesFaults(plan: Plan, ids: readonly ConferenceId[]): readonly Fault[] {
  return [
    ...twice(ids, "conferenceIds"),
    ...ids.flatMap((id) =>
      find(plan, "conferences", id) === undefined ? [missing("conferenceId", "no such conference")] : [],
    ),
  ];
}

function daysFaults(firstDay: string | null, lastDay: string | null, path: string): readonly Fault[] {
  return firstDay !== null && lastDay !== null && lastDay < firstDay ? [wrong(path, "ends before it begins")] : [];
}

function twice(keys: readonly string[], path: string): readonly Fault[] {
  return keys.flatMap((key, i) => (keys.indexOf(key) < i ? [wrong(`${path}.${i}`, "is named twice")] : []));
}
