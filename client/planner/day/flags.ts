import type { OccurrenceId } from "../../../shared/ids.ts";
import { clashes } from "./segments.ts";
import type { Item } from "./segments.ts";

/*
 * A flag stands over each session: its time and title, at the top of its spine. Flags lean away from the middle of the
 * window, and outer ones hang lower, so that no pole crosses a name. When they do not fit into the lanes that there are,
 * sessions that begin about the same time share a flag that says how many they are, and opens a list of them.
 */

/** Lanes under the first, which belongs to what is chosen or moved. */
const mostLanes = 4;
/** Within so many minutes sessions share a flag, tried in this order. */
const spreads = [0, 30, 60, 120, 240] as const;

/** Of one session, or of several. */
export interface Flag {
  readonly key: string;
  readonly items: readonly [Item, ...Item[]];
  /** Minutes after the window's beginning. */
  readonly at: number;
  /** From 0, which is the lane of the chosen one. */
  readonly lane: number;
  readonly leans: "left" | "right";
  /** Pixels that its words may take. */
  readonly room: number;
}

export interface Ground {
  /** The window's beginning, and its length in minutes. */
  readonly from: number;
  readonly minutes: number;
  /** The strips' width, and what is free beside them, in pixels. */
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

export interface Flags {
  readonly flags: readonly Flag[];
  readonly lanes: number;
}

/** Places the flags. `first`: what is chosen or moved has lane 0 for itself, and a flag of its own always. */
export function flagsOf(items: readonly Item[], first: OccurrenceId | null, ground: Ground): Flags {
  const own = items.filter(({ id }) => id === first);
  const others = items.filter((item) => item.id !== first && !item.dim && item.start >= ground.from);
  for (const spread of spreads) {
    const placed = placedIn(gathered(others, spread, ground), ground);
    const lanes = Math.max(0, ...placed.map(({ lane }) => lane));
    if (lanes > mostLanes && spread !== spreads.at(-1)) continue;
    const flags = [...own.map((item) => chosenFlag(item, ground)), ...placed];
    return { flags: flags.sort((a, b) => a.at - b.at || a.lane - b.lane), lanes: lanes + 1 };
  }
  return { flags: [], lanes: 1 };
}

type Bare = Pick<Flag, "key" | "items" | "at">;

function bare(items: readonly [Item, ...Item[]], { from }: Ground): Bare {
  const [{ id, start }] = items;
  // A shared flag has another element than the session's own, which may be in the hand.
  return { key: items.length === 1 ? id : `from ${id}`, items, at: (start - from) / 60_000 };
}

function gathered(items: readonly Item[], spread: number, ground: Ground): readonly Bare[] {
  // Alone first: only when that does not fit are those of one minute put together.
  if (spread === 0) return items.map((item) => bare([item], ground));
  const groups: [Item, ...Item[]][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group !== undefined && item.start - group[0].start < spread * 60_000) group.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => bare(group, ground));
}

export function chosenFlag(item: Item, ground: Ground): Flag {
  return { ...leaning(bare([item], ground), ground), lane: 0 };
}

type Leaning = Omit<Flag, "lane">;

function leaning(flag: Bare, ground: Ground): Leaning {
  const leans = leansAt(flag.at, ground.minutes);
  const x = (flag.at / ground.minutes) * ground.width;
  const free = leans === "left" ? x + ground.left : ground.width - x + ground.right;
  return { ...flag, leans, room: Math.round(Math.max(48, Math.min(mostWidth, free - 8))) };
}

export const leansAt = (minutes: number, of: number): "left" | "right" => (minutes <= of / 2 ? "left" : "right");

/** No flag is wider, in pixels. */
export const mostWidth = 300;

/** From the middle outwards: each hangs under those whose names reach over its pole. */
function placedIn(flags: readonly Bare[], ground: Ground): readonly Flag[] {
  const all = flags.map((flag) => leaning(flag, ground));
  const side = (leans: Flag["leans"]): readonly Flag[] => {
    const outwards = all.filter((flag) => flag.leans === leans);
    if (leans === "left") outwards.reverse();
    const placed: Flag[] = [];
    for (const flag of outwards) {
      const over = placed.filter((inner) => reach(inner) >= (distance(inner, flag) / ground.minutes) * ground.width);
      placed.push({ ...flag, lane: 1 + Math.max(0, ...over.map(({ lane }) => lane)) });
    }
    return placed;
  };
  return [...side("left"), ...side("right")];
}

const distance = (one: Flag, other: Leaning): number => Math.abs(one.at - other.at);

/** About how wide its words are, in pixels of 13 px Helvetica; a little more rather than less. */
function reach({ items, room }: Leaning): number {
  const [item] = items;
  const words = items.length === 1 ? item.session.title.length * 7.2 : 70;
  const plate = items.some(clashes) ? 54 : 0;
  return Math.min(room, 46 + words + plate) + 4;
}
