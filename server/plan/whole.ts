import type { Kind, Plan } from "../../shared/plan/model.ts";
import { at } from "../../shared/record.ts";

/** A thing that names another one that is not there. */
export interface Dangling {
  readonly kind: Kind;
  readonly id: string;
  readonly missing: { readonly kind: Kind; readonly id: string };
}

/**
 * Every reference of a plan that leads nowhere. The edits see to it that there is none; this looks again at the whole
 * result, because what is once in the database stays there.
 */
export function danglingIn(plan: Plan): readonly Dangling[] {
  const found: Dangling[] = [];
  for (const [kind, id, refers] of references(plan)) {
    for (const [other, otherId] of refers)
      if (at(plan[other], otherId) === undefined) found.push({ kind, id, missing: { kind: other, id: otherId } });
  }
  return found;
}

type Reference = readonly [kind: Kind, id: string];

function* references(plan: Plan): Generator<readonly [kind: Kind, id: string, refers: readonly Reference[]]> {
  const many = (kind: Kind, ids: readonly string[]): readonly Reference[] => ids.map((id) => [kind, id]);
  const maybe = (kind: Kind, id: string | null): readonly Reference[] => (id === null ? [] : [[kind, id]]);
  for (const venue of all(plan.venues)) yield ["venues", venue.id, [["conferences", venue.conferenceId]]];
  for (const room of all(plan.rooms)) {
    yield ["rooms", room.id, [["conferences", room.conferenceId], ["venues", room.venueId]]];
  }
  for (const group of all(plan.groups)) {
    yield ["groups", group.id, [...many("conferences", group.conferenceIds), ...maybe("rooms", group.roomId)]];
  }
  for (const person of all(plan.people)) {
    const places = person.places.flatMap(({ roomId }) => maybe("rooms", roomId));
    yield ["people", person.id, [...many("conferences", person.conferenceIds), ...places]];
  }
  for (const pool of all(plan.pools)) {
    const venue = pool.serves.kind === "venue" ? maybe("venues", pool.serves.venueId) : [];
    yield ["pools", pool.id, [...many("conferences", pool.conferenceIds), ...venue]];
  }
  for (const session of all(plan.sessions)) {
    const { conferenceId, hostRoomId, personIds, after } = session;
    yield [
      "sessions",
      session.id,
      [["conferences", conferenceId], ...maybe("rooms", hostRoomId), ...many("people", personIds), ...many("sessions", after)],
    ];
  }
  for (const occurrence of all(plan.occurrences)) {
    const links = occurrence.links.map(({ kind, id }): Reference => [kind === "room" ? "rooms" : "groups", id]);
    yield ["occurrences", occurrence.id, [["sessions", occurrence.sessionId], ...links]];
  }
}

function all<Thing>(things: Readonly<Partial<Record<string, Thing>>>): readonly Thing[] {
  return Object.values(things).filter((thing) => thing !== undefined);
}
