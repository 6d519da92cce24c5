import type { Band, Person, Plan } from "../../shared/plan/model.ts";
import { fact } from "./checkerfacts.ts";
import type { Fact } from "./checkerfacts.ts";
import { attending, bandAt, liveRooms, minute, pairsOf, partsIn, poolFor, step } from "./checkerplan.ts";
import type { Placed } from "./checkerplan.ts";
import { lastOfPlaces, localAt, resolve } from "./checkertime.ts";
import type { Clock } from "./checkertime.ts";

const weights: Readonly<Record<Band, number>> = { kind: 0, bearable: 1, shoulder: 3, night: 8, blocked: 8 };

/** What is wrong with one occurrence if there is no other. */
export function* alone(plan: Plan, clock: Clock, one: Placed): Generator<Fact> {
  const { id, session, occurrence } = one;
  for (const roomId of liveRooms(plan, one)) {
    const room = plan.rooms[roomId];
    if (room === undefined) continue;
    const parts = partsIn(plan, one, roomId);
    const closed = (["session", "set-up", "clearing"] as const).find((part) =>
      [...parts[part]].some((at) => bandAt(clock, room.hours, room.zone, at) === "blocked"),
    );
    if (closed !== undefined) yield fact("room-closed", id, roomId, [], closed);
  }
  for (const [groupId] of attending(plan, one)) {
    const group = plan.groups[groupId];
    if (group === undefined) continue;
    const bands = [...one.steps].map((at) => bandAt(clock, group.hours, group.zone, at));
    if (bands.includes("blocked")) yield fact("group-blocked", id, groupId);
    if (bands.includes("night")) {
      const burden = bands.reduce((sum, band) => sum + weights[band] * (step / minute / 60), 0);
      yield fact("group-night", id, groupId, [], burden.toFixed(6));
    }
  }
  for (const personId of new Set(session.personIds)) {
    const person = plan.people[personId];
    if (person === undefined) continue;
    if (person.travel.some(({ from, to }) => [...one.steps].some((at) => at >= from.instant && at < to.instant)))
      yield fact("person-travel", id, personId);
    if ([...one.steps].some((at) => bandAt(clock, person.hours, whereIs(clock, person, at), at) === "blocked"))
      yield fact("person-blocked", id, personId);
    if (inTwoPlaces(clock, person, one)) yield fact("person-places", id, personId);
  }
  yield* alonePairs(plan, one);

  const start = occurrence.start;
  if (start !== null) {
    const meant = resolve(clock, start.zone, start.wall);
    const chosen = meant.find(({ offset }) => offset === start.offset);
    const [only, second] = meant;
    if (only === undefined) yield fact("gap", id, "");
    else if (second !== undefined && chosen === undefined) yield fact("fold", id, "");
    else {
      const { instant } = second === undefined ? only : (chosen ?? only);
      if (instant !== start.instant) yield fact("zone-moved", id, `${instant}`);
    }
  }
  const conference = plan.conferences[session.conferenceId];
  if (conference !== undefined) {
    const days = [...one.steps].map((at) => localAt(clock, conference.zone, at).day);
    if (days.some((day) => outside(day, conference.firstDay, conference.lastDay)))
      yield fact("outside-conference", id, "");
  }
  yield* outsideRange(plan, clock, one);
}

const outside = (day: string, first: string | null, last: string | null): boolean =>
  (first !== null && day < first) || (last !== null && day > last);

function* outsideRange(plan: Plan, clock: Clock, one: Placed): Generator<Fact> {
  const { range, hostRoomId, conferenceId, minutes } = one.session;
  if (range === null) return;
  const zone = (hostRoomId === null ? undefined : plan.rooms[hostRoomId]?.zone) ?? plan.conferences[conferenceId]?.zone;
  if (zone === undefined) return;
  const begins = localAt(clock, zone, one.from);
  if (outside(begins.day, range.firstDay, range.lastDay)) yield fact("outside-range", one.id, "", [], "day");
  const ends = localAt(clock, zone, one.from + minutes * minute);
  const nights = Math.round((Date.parse(ends.day) - Date.parse(begins.day)) / (1440 * minute));
  if (
    (range.earliest !== null && begins.minute < range.earliest) ||
    (range.latest !== null && ends.minute + nights * 1440 > range.latest)
  )
    yield fact("outside-range", one.id, "", [], "hour");
}

/** Where a person is by their own word, whatever the zone says that "today" is there. */
function whereIs(clock: Clock, person: Person, at: number): string {
  return lastOfPlaces(clock, person, at)?.zone ?? person.zone;
}

function inTwoPlaces(clock: Clock, person: Person, one: Placed): boolean {
  return [...one.steps].some((at) => {
    const here = person.places.filter(
      ({ zone, firstDay, lastDay }) => !outside(localAt(clock, zone, at).day, firstDay, lastDay),
    );
    return here.some((a) => here.some((b) => a.city !== b.city || a.zone !== b.zone));
  });
}

function* alonePairs(plan: Plan, one: Placed): Generator<Fact> {
  for (const [a, b] of pairsOf(one.session.languages))
    if (poolFor(plan, one.session.conferenceId, a, b) === undefined)
      yield fact("no-interpreters", one.id, [a, b].toSorted().join("-"));
}
