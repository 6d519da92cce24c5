import { at } from "../../record.ts";
import { hostZone } from "../look.ts";
import { resolveWall } from "../zones.ts";
import { placeAt, staysOf } from "../whereabouts.ts";
import type { How, MendFacts } from "./facts.ts";
import {
  cityOf,
  groupName,
  linkedName,
  momentAt,
  momentOf,
  personName,
  roomName,
  sessionFor,
  stretchIn,
  titleFor,
  titleOf,
} from "./names.ts";
import type { Source } from "./names.ts";
import { utcOffset } from "./numbers.ts";

/** The mend of each kind. */
export type HowOf = { readonly [Kind in How["kind"]]: Extract<How, { readonly kind: Kind }> };
type Tell<Kind extends How["kind"]> = (source: Source, how: HowOf[Kind]) => MendFacts[Kind];

const utc = { zone: "Etc/UTC", city: "UTC" };

/** What each mend's sentence is made of, looked up in the plan as it is before the mend. */
export const mendFacts: { readonly [Kind in How["kind"]]: Tell<Kind> } = {
  move: (source, { occurrenceId, to, costs }) => {
    const session = sessionFor(source, occurrenceId);
    const { zone, city } = session === undefined ? utc : hostZone(source.plan, session);
    return { session: titleFor(source, occurrenceId), to: momentAt(source, zone, to), city, costs };
  },
  playback: (source, { occurrenceId, link }) => ({
    session: titleFor(source, occurrenceId),
    who: linkedName(source, link),
  }),
  unlink: (source, { occurrenceId, link }) => ({
    session: titleFor(source, occurrenceId),
    who: linkedName(source, link),
  }),
  "open-room": (source, { roomId, from, to }) => ({
    room: roomName(source, roomId),
    span: stretchIn(source, at(source.plan.rooms, roomId)?.zone ?? utc.zone, from, to),
  }),
  "open-hours": (source, { of, id, from, to, band }) => {
    const { zone, city } = placeFor(source, of, id, from);
    const who = of === "group" ? groupName(source, id) : personName(source, id);
    return { who, span: stretchIn(source, zone, from, to), city, band };
  },
  shorten: (source, { sessionId, minutes }) => ({
    session: titleOf(source, sessionId),
    minutes,
    was: at(source.plan.sessions, sessionId)?.minutes ?? minutes,
  }),
  "turn-round": (source, { roomId, setUp, turnRound }) => ({ room: roomName(source, roomId), setUp, turnRound }),
  "may-split": (source, { groupId }) => ({ group: groupName(source, groupId) }),
  "grow-pool": (source, { poolId, size }) => ({ pool: at(source.plan.pools, poolId)?.name ?? poolId, size }),
  "make-pool": (_source, { pair }) => ({ pair }),
  "faster-line": (source, { venueId, up, down }) => ({
    venue: at(source.plan.venues, venueId)?.name ?? venueId,
    up,
    down,
  }),
  "drop-order": (source, { sessionId, first }) => ({
    session: titleOf(source, sessionId),
    first: titleOf(source, first),
  }),
  "drop-person": (source, { sessionId, personId }) => ({
    session: titleOf(source, sessionId),
    person: personName(source, personId),
  }),
  "choose-offset": (source, { occurrenceId, offset }) => {
    const said = saidFor(source, occurrenceId);
    const resolved = resolveWall(source.zones, said.zone, said.wall);
    const isSecond = resolved.kind === "fold" && resolved.later.offset === offset;
    return { ...said.facts, which: isSecond ? "second" : "first", offset: utcOffset(offset) };
  },
  "keep-wall": (source, { occurrenceId }) => saidFor(source, occurrenceId).facts,
  "keep-instant": (source, { occurrenceId, wall }) => ({ ...saidFor(source, occurrenceId).facts, at: momentOf(wall) }),
  "more-days": (_source, { day }) => ({ day: momentOf(`${day}T00:00`) }),
  "wider-range": (source, { sessionId }) => ({ session: titleOf(source, sessionId) }),
  "drop-place": (source, { personId, city }) => ({ person: personName(source, personId), city }),
};

/** The wall time that people have set for an occurrence, and where. */
function saidFor(source: Source, occurrenceId: string) {
  const occurrence = at(source.plan.occurrences, occurrenceId);
  const start = occurrence?.start ?? null;
  const session = titleFor(source, occurrenceId);
  if (occurrence === undefined || start === null)
    return {
      zone: utc.zone,
      wall: "1970-01-01T00:00",
      facts: { session, at: momentOf("1970-01-01T00:00"), city: utc.city },
    };
  const { zone, wall } = start;
  return { zone, wall, facts: { session, at: momentOf(wall), city: cityOf(source, occurrence, start) } };
}

/** In whose time hours are opened: the group's, or that of where the person is then. */
function placeFor({ plan, zones }: Source, of: "group" | "person", id: string, instant: number) {
  const thing = of === "group" ? at(plan.groups, id) : undefined;
  if (thing !== undefined) return thing;
  const person = at(plan.people, id);
  return person === undefined ? utc : placeAt(person, staysOf(zones, person), instant);
}
