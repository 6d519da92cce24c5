import type { Instant, OccurrenceId, SessionId } from "../../../shared/ids.ts";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import type { Conference, Occurrence, Plan, Session } from "../../../shared/plan/model.ts";
import { at } from "../../../shared/record.ts";
import type { Occasion } from "../reading/occasion.ts";
import { occasionsOf } from "../reading/occasion.ts";
import type { Region } from "./places.ts";
import type { Window } from "./shown.ts";

/** A session at its time. */
export interface Item {
  readonly id: OccurrenceId;
  readonly occasion: Occasion;
  readonly session: Session;
  readonly start: Instant;
  readonly end: Instant;
  /** The rooms and groups that it links, by id; a room's audience counts as the room. */
  readonly places: ReadonlySet<string>;
  /** The places that an error is about; empty while there is none, null: none in particular. */
  readonly clash: ReadonlySet<string> | null;
  /** The search and the filters leave it out: it is seen, but stands back. */
  readonly dim: boolean;
}

/** A session on one strip. Where several are there at once, it has the `lane`th of `lanes` parts of the height. */
export interface Segment {
  readonly item: Item;
  readonly from: Instant;
  readonly to: Instant;
  readonly clash: boolean;
  /** Nobody sits there then: it is played back later. */
  readonly playback: boolean;
  readonly lane: number;
  readonly lanes: number;
}

export interface DayItems {
  /** In order of start. */
  readonly placed: readonly Item[];
  readonly unplaced: readonly Occasion[];
}

interface Sources {
  readonly plan: Plan;
  readonly conference: Conference;
  readonly conflicts: readonly Conflict[];
  readonly shown: ReadonlySet<SessionId> | null;
}

/** What is held, wholly or in part, in the window; and what has no time yet. Cancelled sessions are not on the strips. */
export function itemsOf({ plan, conference, conflicts, shown }: Sources, window: Window): DayItems {
  const clashes = clashesOf(plan, conflicts);
  const living = occasionsOf(plan, conference).filter(({ session }) => session.state !== "cancelled");
  const isShown = (session: Session): boolean => shown === null || shown.has(session.id);
  return {
    placed: living.flatMap((occasion) => {
      const { occurrence, session, start, end } = occasion;
      if (start === null || end === null || start >= window.to || end <= window.from) return [];
      const places = linkedPlaces(plan, occurrence);
      const clash = clashes.get(occurrence.id) ?? (clashes.has(occurrence.id) ? null : new Set<string>());
      return [{ id: occurrence.id, occasion, session, start, end, places, clash, dim: !isShown(session) }];
    }),
    unplaced: living.filter(({ start, session }) => start === null && isShown(session)),
  };
}

/** The strips that an occurrence is on. */
export function linkedPlaces(plan: Plan, { links }: Occurrence): ReadonlySet<string> {
  return new Set(
    links.map((link) => (link.kind === "group" ? (at(plan.groups, link.id)?.roomId ?? link.id) : link.id)),
  );
}

/** Which places the errors of an occurrence are about; null: it has errors that are about none. */
function clashesOf(plan: Plan, conflicts: readonly Conflict[]): ReadonlyMap<OccurrenceId, ReadonlySet<string> | null> {
  const found = new Map<OccurrenceId, Set<string> | null>();
  for (const conflict of conflicts) {
    if (conflict.weight !== "error") continue;
    const place = placeOf(plan, conflict);
    for (const id of conflict.occurrenceIds) {
      const known = found.get(id);
      if (known === null) continue;
      if (place === null) found.set(id, null);
      else found.set(id, (known ?? new Set()).add(place));
    }
  }
  return found;
}

function placeOf(plan: Plan, conflict: Conflict): string | null {
  if ("roomId" in conflict) return conflict.roomId;
  if ("groupId" in conflict) return at(plan.groups, conflict.groupId)?.roomId ?? conflict.groupId;
  return null;
}

/** Does it show that something is wrong with it? */
export const clashes = ({ clash }: Item): boolean => clash === null || clash.size > 0;

/** The segments of every strip, by the strip's key. */
export function segmentsOf(
  plan: Plan,
  regions: readonly Region[],
  items: readonly Item[],
): ReadonlyMap<string, readonly Segment[]> {
  const rows = regions.flatMap((region) => region.rows);
  return new Map(
    rows.map((row) => {
      const keys = row.places.map(({ key }) => key);
      const on = items.filter(({ places }) => keys.some((key) => places.has(key)));
      return [
        row.key,
        inLanes(
          on.map((item) => ({
            item,
            from: item.start,
            to: item.end,
            clash: item.clash === null || keys.some((key) => item.clash?.has(key)),
            playback: isPlayback(plan, item, keys),
          })),
        ),
      ];
    }),
  );
}

function isPlayback(plan: Plan, { occasion }: Item, keys: readonly string[]): boolean {
  const links = occasion.occurrence.links.filter((link) => {
    const key = link.kind === "group" ? (at(plan.groups, link.id)?.roomId ?? link.id) : link.id;
    return keys.includes(key);
  });
  // A group that sits in the room: the room's line counts.
  return links.every(({ mode }) => mode === "playback");
}

type Bare = Omit<Segment, "lane" | "lanes">;

/** Those that overlap share the height; each takes the first part that is free. `bare` is in order of start. */
function inLanes(bare: readonly Bare[]): readonly Segment[] {
  const result: Segment[] = [];
  let cluster: { segment: Bare; lane: number }[] = [];
  let ends: number[] = [];
  const close = (): void => {
    for (const { segment, lane } of cluster) result.push({ ...segment, lane, lanes: ends.length });
    cluster = [];
    ends = [];
  };
  for (const segment of bare) {
    if (ends.length > 0 && Math.max(...ends) <= segment.from) close();
    const free = ends.findIndex((end) => end <= segment.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = segment.to;
    cluster.push({ segment, lane });
  }
  close();
  return result;
}
