import type { Day } from "../../../shared/plan/model.ts";
import { addDays, dayNumber, dayOf, dayOfNumber } from "../../../shared/plan/times.ts";
import { wallAt } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import type { Occasion } from "../reading/occasion.ts";

/** A session, or the part of one that lies on a day. Minutes of the day on the wall clock of the ruler. */
export interface Block {
  readonly occasion: Occasion;
  readonly from: number;
  readonly to: number;
  /** Blocks that overlap stand side by side: which of how many this is. */
  readonly lane: number;
  readonly lanes: number;
  /** The rest of a session that began on the day before. */
  readonly isRest: boolean;
}

export interface Column {
  readonly day: Day;
  readonly blocks: readonly Block[];
  /** The most blocks side by side. */
  readonly lanes: number;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** The minutes of the day that are drawn, whole hours. */
  readonly from: number;
  readonly to: number;
}

/** Below this length (minutes) a block's title has no room: shorter sessions are drawn so long. */
const shortest = 30;
/** More days in a row than this have been mistyped: only those with sessions are drawn. */
const longest = 31;

/** The days of a conference with their sessions, as the ruler's clock counts them. */
export function layOut(
  occasions: readonly Occasion[],
  zones: Zones,
  zone: string,
  firstDay: Day | null,
  lastDay: Day | null,
): Layout {
  const pieces = new Map<Day, Piece[]>();
  for (const day of daysBetween(firstDay, lastDay)) pieces.set(day, []);
  const put = (day: Day, piece: Piece): void => {
    const list = pieces.get(day);
    if (list === undefined) pieces.set(day, [piece]);
    else list.push(piece);
  };
  for (const occasion of occasions) {
    if (occasion.start === null) continue;
    const day = dayOf(zones, zone, occasion.start);
    const from = minutesOf(wallAt(zones, zone, occasion.start));
    const to = from + occasion.session.minutes;
    put(day, { occasion, from, to: Math.min(1440, to), isRest: false });
    if (to > 1440) put(addDays(day, 1), { occasion, from: 0, to: to - 1440, isRest: true });
  }
  const columns = [...pieces].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, list]) => columnOf(day, list));
  const all = [...pieces.values()].flat();
  const from = Math.min(480, ...all.map((piece) => piece.from));
  const to = Math.max(1320, ...all.map((piece) => piece.to));
  return { columns, from: Math.floor(from / 60) * 60, to: Math.min(1440, Math.ceil(to / 60) * 60) };
}

/** The first day to the last, both included; none where they are not known. */
function daysBetween(first: Day | null, last: Day | null): readonly Day[] {
  const from = first ?? last;
  const to = last ?? first;
  if (from === null || to === null) return [];
  const count = dayNumber(to) - dayNumber(from) + 1;
  if (count < 1 || count > longest) return [];
  return Array.from({ length: count }, (_, i) => dayOfNumber(dayNumber(from) + i));
}

type Piece = Pick<Block, "occasion" | "from" | "to" | "isRest">;

/** Each block into the first lane that is free; blocks that overlap, directly or by others between, share the width. */
function columnOf(day: Day, pieces: readonly Piece[]): Column {
  const sorted = [...pieces].sort((a, b) => a.from - b.from || b.to - a.to);
  const blocks: Block[] = [];
  let cluster: { readonly piece: Piece; readonly lane: number }[] = [];
  let free: number[] = [];
  const close = (): void => {
    for (const { piece, lane } of cluster) blocks.push({ ...piece, lane, lanes: free.length });
    cluster = [];
    free = [];
  };
  for (const piece of sorted) {
    if (free.every((until) => until <= piece.from)) close();
    const open = free.findIndex((until) => until <= piece.from);
    const lane = open < 0 ? free.length : open;
    free[lane] = Math.max(piece.to, piece.from + shortest);
    cluster.push({ piece, lane });
  }
  close();
  return { day, blocks, lanes: Math.max(1, ...blocks.map(({ lanes }) => lanes)) };
}

const minutesOf = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
