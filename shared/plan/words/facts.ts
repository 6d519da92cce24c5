import type { Mend, Mends, TroubleKind } from "../conflict.ts";
import type { Band } from "../model.ts";

// What the sentences are made of: names and numbers, looked up and reckoned once for all languages.

/** A date and a time of day as calendar and clock show them in the city of which the facts speak. */
export interface Moment {
  /** "19:30" */
  readonly time: string;
  readonly year: number;
  /** 0 is January. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export interface Stretch {
  readonly from: Moment;
  readonly to: Moment;
}

/** When nobody comes or a room is closed; an end that is days away is null. */
export interface Hole {
  readonly from: Moment | null;
  readonly to: Moment | null;
  /** The reason that was given; may be empty. */
  readonly because: string;
}

export interface RoomName {
  readonly kind: "room";
  readonly name: string;
  readonly city: string;
}

/** A group; `audience` if it sits in that room. */
export interface GroupName {
  readonly kind: "group";
  readonly name: string;
  readonly city: string;
  readonly audience: RoomName | null;
}

/** In all facts: `session` is the title of what it is about, `runs` when that is, `city` whose time it is all in. */
interface About {
  readonly session: string;
  readonly runs: Stretch;
  readonly city: string;
}

/** Two sessions. `other` began before or with it. */
interface Pair extends About {
  readonly other: string;
  readonly otherRuns: Stretch;
  /** When they are both; null if one follows the other. */
  readonly overlap: Stretch | null;
}

/** Sessions that take something at once, the one that began last first. */
interface Crowd extends About {
  readonly sessions: readonly string[];
}

interface PoolCrowd extends Crowd {
  readonly pool: string;
  readonly needed: number;
  readonly size: number;
  /** Minutes of rest after a session. */
  readonly rest: number;
  /** One of them is longer than so many minutes and so takes two; null if none is. */
  readonly stretch: number | null;
}

/** What each conflict's sentences are made of. */
export interface ConflictFacts extends Record<TroubleKind, About> {
  readonly "room-closed": About & {
    readonly room: RoomName;
    readonly part: "set-up" | "session" | "clearing";
    /** How the closed hours lie to the session: they begin in it, end in it, or neither. */
    readonly lies: "closes" | "opens" | "closed";
    readonly hole: Hole;
    /** Minutes. */
    readonly setUp: number;
    readonly turnRound: number;
  };
  readonly "room-double": Pair & { readonly room: RoomName };
  readonly "room-turn-round": Pair & {
    readonly room: RoomName;
    readonly setUp: number;
    readonly turnRound: number;
    readonly short: number;
  };
  readonly "group-blocked": About & { readonly group: GroupName; readonly hole: Hole };
  readonly "group-double": Pair & { readonly group: GroupName };
  readonly "group-night": About & {
    readonly group: GroupName;
    /** The part that is night; null if all of it is. */
    readonly night: Stretch | null;
    readonly burden: number;
  };
  readonly "person-double": Pair & { readonly person: string; readonly rest: number; readonly short: number };
  readonly "person-travel": About & { readonly person: string; readonly travel: Stretch; readonly because: string };
  readonly "person-blocked": About & { readonly person: string; readonly hole: Hole };
  readonly "person-places": About & { readonly person: string; readonly cities: readonly [string, string] };
  readonly "pool-empty": PoolCrowd;
  readonly "pool-rest": PoolCrowd;
  readonly "no-interpreters": About & { readonly pair: readonly [string, string] };
  readonly uplink: Crowd & {
    readonly venue: string;
    readonly direction: "up" | "down";
    readonly needed: number;
    readonly has: number;
  };
  readonly order: Pair;
  /** The clocks' change: what they show before and after it. */
  readonly gap: About & { readonly change: Stretch };
  readonly fold: About & { readonly change: Stretch };
  /** Of the conference's first and last day the one that it is beyond. */
  readonly "outside-conference": About & { readonly first: Moment | null; readonly last: Moment | null };
  readonly "outside-range": About & {
    readonly part: "day" | "hour";
    readonly firstDay: Moment | null;
    readonly lastDay: Moment | null;
    /** "09:00"; `latest` may be after midnight. */
    readonly earliest: string | null;
    readonly latest: { readonly time: string; readonly nextDay: boolean } | null;
  };
  /** The instant that it was and the one that it would be, both as UTC shows them. */
  readonly "zone-moved": About & { readonly was: Moment; readonly becomes: Moment; readonly version: string };
}

export type How = Mend["how"];

/** What each mend's sentence is made of. Times are in `city`. */
export interface MendFacts extends Record<How["kind"], object> {
  readonly move: { readonly session: string; readonly to: Moment; readonly city: string; readonly costs: number };
  readonly playback: { readonly session: string; readonly who: RoomName | GroupName };
  readonly unlink: { readonly session: string; readonly who: RoomName | GroupName };
  readonly "open-room": { readonly room: RoomName; readonly span: Stretch };
  readonly "open-hours": {
    readonly who: GroupName | string;
    readonly span: Stretch;
    readonly city: string;
    readonly band: Band;
  };
  readonly shorten: { readonly session: string; readonly minutes: number; readonly was: number };
  readonly "turn-round": { readonly room: RoomName; readonly setUp: number; readonly turnRound: number };
  readonly "may-split": { readonly group: GroupName };
  readonly "grow-pool": { readonly pool: string; readonly size: number };
  readonly "make-pool": { readonly pair: readonly [string, string] };
  readonly "faster-line": { readonly venue: string; readonly up: number; readonly down: number };
  readonly "drop-order": { readonly session: string; readonly first: string };
  readonly "drop-person": { readonly session: string; readonly person: string };
  /** `which`: of the two times that the clocks show it. */
  readonly "choose-offset": {
    readonly session: string;
    readonly at: Moment;
    readonly city: string;
    readonly which: "first" | "second";
    /** "UTC−7", "UTC+5:30" */
    readonly offset: string;
  };
  readonly "keep-wall": { readonly session: string; readonly at: Moment; readonly city: string };
  readonly "keep-instant": { readonly session: string; readonly at: Moment; readonly city: string };
  readonly "more-days": { readonly day: Moment };
  readonly "wider-range": { readonly session: string };
  readonly "drop-place": { readonly person: string; readonly city: string };
}

/** A conflict in words. */
export interface ConflictWords {
  readonly title: string;
  readonly text: string;
}

/** One language. The compiler finds what it does not say. */
export interface Catalogue {
  readonly conflicts: { readonly [Kind in TroubleKind]: (facts: ConflictFacts[Kind]) => ConflictWords };
  readonly mends: { readonly [Kind in How["kind"]]: (facts: MendFacts[Kind]) => string };
  readonly none: Readonly<Record<NonNullable<Mends["why"]>, string>>;
}
