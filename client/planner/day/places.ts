import type { GroupId, Instant, RoomId } from "../../../shared/ids.ts";
import { bandSpans } from "../../../shared/plan/bands.ts";
import { groupsOf, roomsOf } from "../../../shared/plan/look.ts";
import { dayMarks } from "../../../shared/plan/marks.ts";
import type { DayMark } from "../../../shared/plan/marks.ts";
import type { Band, Conference, Group, Hours, Plan, Room } from "../../../shared/plan/model.ts";
import { offsetAt } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { worst } from "../reading/occasion.ts";
import type { Window } from "./shown.ts";

/** A room with its audience, or remote people. */
export interface Place {
  /** The room's id, else the group's. */
  readonly key: RoomId | GroupId;
  readonly room: Room | null;
  readonly group: Group;
  readonly name: string;
  readonly city: string;
  readonly zone: string;
}

/** [from, to) with the band that holds. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly band: Band;
}

/** One strip: a place, or the folded places of a region. */
export interface Row {
  readonly key: string;
  readonly places: readonly Place[];
  readonly bands: readonly Stretch[];
  /** When the room is closed, or its people cannot come; of folded places: when none can. */
  readonly closed: readonly Stretch[];
  readonly marks: readonly DayMark[];
}

/** Places whose clocks agree in all the hours that are shown. */
export interface Region {
  readonly key: string;
  /** The first place's, for its reading. */
  readonly zone: string;
  readonly city: string;
  readonly places: readonly Place[];
  readonly mayFold: boolean;
  readonly folded: boolean;
  readonly rows: readonly Row[];
  /** The worst that an hour is for anybody there. */
  readonly bands: readonly Stretch[];
}

/** Up to so many places each has its strip; with more of them, regions are folded that have more than `small`. */
const few = 12;
const small = 2;

/**
 * The regions of a conference from west to east, as clocks are in the middle of the window. `turned`: the keys of those that
 * somebody has folded or unfolded against the rule.
 */
export function regionsOf(
  plan: Plan,
  zones: Zones,
  conference: Conference,
  window: Window,
  turned: ReadonlySet<string>,
): readonly Region[] {
  const places = placesOf(plan, conference);
  const middle = (window.from + window.to) / 2;
  const byClock = new Map<string, Place[]>();
  for (const place of places) {
    const key = clockOf(zones, place.zone, window);
    byClock.set(key, [...(byClock.get(key) ?? []), place]);
  }
  return [...byClock]
    .map(([key, members]) => ({ key, members, east: offsetAt(zones, members[0]?.zone ?? conference.zone, middle) }))
    .sort((a, b) => a.east - b.east)
    .map(({ key, members }) => {
      const mayFold = members.length > small;
      const folded = mayFold && places.length > few !== turned.has(key);
      return { ...regionOf(zones, key, members, folded, window), mayFold, folded };
    });
}

function regionOf(zones: Zones, key: string, places: readonly Place[], folded: boolean, window: Window) {
  const strips = places.map((place) => ({
    place,
    bands: stretches(openHours(place.group.hours), zones, place.zone, window),
    closed: closedOf(zones, place, window),
  }));
  const [first] = places;
  if (first === undefined) throw new Error("a region has a place");
  const marks = dayMarks(zones, first.zone, window.from, window.to);
  const bands = overlaid(
    strips.map((strip) => strip.bands),
    worst,
  );
  const rows: readonly Row[] = folded
    ? [
        {
          key,
          places,
          bands,
          closed: allClosed(
            strips.map((strip) => strip.closed),
            window,
          ),
          marks,
        },
      ]
    : strips.map(({ place, ...strip }) => ({ key: place.key, places: [place], ...strip, marks }));
  return { key, zone: first.zone, city: first.city, places, rows, bands };
}

/** Rooms in their order, then remote groups by name. */
function placesOf(plan: Plan, conference: Conference): readonly Place[] {
  const groups = groupsOf(plan, conference.id);
  const audiences = new Map(groups.map((group) => [group.roomId, group]));
  const rooms = roomsOf(plan, conference.id).flatMap((room): Place[] => {
    const group = audiences.get(room.id);
    return group === undefined
      ? []
      : [{ key: room.id, room, group, name: room.name, city: room.city, zone: room.zone }];
  });
  const remote = groups
    .filter(({ roomId }) => roomId === null)
    .map((group): Place => ({
      key: group.id,
      room: null,
      group,
      name: group.name,
      city: group.city,
      zone: group.zone,
    }));
  return [...rooms, ...remote];
}

/** Equal for zones whose clocks agree in the window: the offset at its beginning, and each change. */
function clockOf(zones: Zones, zone: string, { from, to }: Window): string {
  const changes = dayMarks(zones, zone, from, to).filter(({ kind }) => kind === "clock-change");
  return [offsetAt(zones, zone, from), ...changes.map(({ at, after }) => `${at}:${after}`)].join(" ");
}

/** The hours without what is blocked in them: how kind an hour is stays visible where nobody can come. */
function openHours(hours: Hours): Hours {
  let open = opened.get(hours);
  if (open === undefined) {
    const isOpen = ({ band }: { readonly band: Band }): boolean => band !== "blocked";
    open = { rest: hours.rest, week: hours.week.filter(isOpen), dated: hours.dated.filter(isOpen) };
    opened.set(hours, open);
  }
  return open;
}

/** Hours are values. */
const opened = new WeakMap<Hours, Hours>();

function stretches(hours: Hours, zones: Zones, zone: string, { from, to }: Window): readonly Stretch[] {
  return joined(bandSpans(hours, zones, zone, from, to));
}

/** Neighbours with the same band are one. */
function joined(spans: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const { from, to, band } of spans) {
    const before = result.at(-1);
    if (before !== undefined && before.band === band && before.to === from)
      result[result.length - 1] = { ...before, to };
    else result.push({ from, to, band });
  }
  return result;
}

function closedOf(zones: Zones, { room, group, zone }: Place, window: Window): readonly Stretch[] {
  const sources = room === null ? [group.hours] : [room.hours, group.hours];
  return overlaid(
    sources.map((hours) => stretches(hours, zones, zone, window)),
    worst,
  ).filter(({ band }) => band === "blocked");
}

function allClosed(closed: readonly (readonly Stretch[])[], { from, to }: Window): readonly Stretch[] {
  const whole = closed.map((gaps) => {
    const edges = [...new Set([from, to, ...gaps.flatMap((gap) => [gap.from, gap.to])])].sort((a, b) => a - b);
    return edges.slice(1).map((end, i): Stretch => {
      const begin = edges[i] ?? from;
      const isClosed = gaps.some((gap) => gap.from <= begin && gap.to >= end);
      return { from: begin, to: end, band: isClosed ? "blocked" : "kind" };
    });
  });
  const any = overlaid(whole, (bands) => (bands.every((band) => band === "blocked") ? "blocked" : "kind"));
  return any.filter(({ band }) => band === "blocked");
}

/** Several rows of stretches over the same time, as one. */
function overlaid(rows: readonly (readonly Stretch[])[], pick: (bands: readonly Band[]) => Band): readonly Stretch[] {
  const [only] = rows;
  if (only === undefined || rows.length === 1) return only ?? [];
  const edges = [...new Set(rows.flatMap((row) => row.flatMap(({ from, to }) => [from, to])))].sort((a, b) => a - b);
  const next = rows.map(() => 0);
  return joined(
    edges.slice(1).map((to, i): Stretch => {
      const from = edges[i] ?? to;
      const bands = rows.map((row, r): Band => {
        while ((row[next[r] ?? 0]?.to ?? Infinity) <= from) next[r] = (next[r] ?? 0) + 1;
        return row[next[r] ?? 0]?.band ?? "kind";
      });
      return { from, to, band: pick(bands) };
    }),
  );
}

/** The band at an instant; null outside of the stretches. */
export function bandIn(stretchesOfDay: readonly Stretch[], instant: Instant): Band | null {
  return stretchesOfDay.find(({ from, to }) => instant >= from && instant < to)?.band ?? null;
}
