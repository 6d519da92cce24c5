import type { Person } from "../../shared/plan/model.ts";

/** Whoever knows the zones: minutes east of UTC at an instant. */
export type Clock = (zone: string, instant: number) => number;

const minute = 60_000;
const iso = (instant: number): string => new Date(instant).toISOString();

/** What calendar and clock show: the day, its weekday (1 Monday … 7 Sunday), the minute of the day; and the day before. */
interface Local {
  readonly day: string;
  readonly weekday: number;
  readonly minute: number;
  readonly before: { readonly day: string; readonly weekday: number };
}

const known = new Map<Clock, Map<string, Map<number, Local>>>();

/** What calendar and clock show in a zone. Kept: the same minutes are asked for again and again. */
export function localAt(clock: Clock, zone: string, instant: number): Local {
  let zones = known.get(clock);
  if (zones === undefined) known.set(clock, (zones = new Map()));
  let instants = zones.get(zone);
  if (instants === undefined) zones.set(zone, (instants = new Map()));
  let local = instants.get(instant);
  if (local === undefined) {
    const shown = new Date(instant + clock(zone, instant) * minute);
    const date = (at: Date) => ({
      day: iso(at.getTime()).slice(0, 10),
      weekday: at.getUTCDay() === 0 ? 7 : at.getUTCDay(),
    });
    const before = date(new Date(shown.getTime() - 1440 * minute));
    local = { ...date(shown), minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(), before };
    instants.set(instant, local);
  }
  return local;
}

/** The instants at which a zone's clocks show this: none in a gap, two in a fold. Tries every offset of the two days around. */
export function resolve(
  clock: Clock,
  zone: string,
  wall: string,
): readonly { readonly instant: number; readonly offset: number }[] {
  const utc = Date.parse(`${wall}:00Z`);
  const offsets = new Set<number>();
  for (let hours = -48; hours <= 48; hours += 1) offsets.add(clock(zone, utc + hours * 60 * minute));
  return [...offsets]
    .map((offset) => ({ offset, instant: utc - offset * minute }))
    .filter(({ offset, instant }) => clock(zone, instant) === offset)
    .toSorted((a, b) => a.instant - b.instant);
}

/** Of a person's dated places that hold at an instant, the last in the list. */
export function lastOfPlaces(clock: Clock, person: Person, at: number): Person["places"][number] | undefined {
  return person.places.findLast(({ zone, firstDay, lastDay }) => {
    const { day } = localAt(clock, zone, at);
    return day >= firstDay && day <= lastDay;
  });
}
