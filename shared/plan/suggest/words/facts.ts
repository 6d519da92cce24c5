import type { TroubleKind } from "../../conflict.ts";
import type { GroupName, Moment, RoomName } from "../../words/facts.ts";
import type { PlanKind } from "../suggestion.ts";

// What the sentences about suggestions are made of: names and numbers, looked up and reckoned once for all languages.

/** Where it lies. Times are the host's. */
export interface Placed {
  readonly session: string;
  readonly at: Moment;
  readonly city: string;
}

/** What stands in the way of another start, in few words. */
export interface Obstacle {
  readonly kind: TroubleKind;
  /** Its room, group, person, or the name of its pool or venue; null for kinds that have none. */
  readonly room: RoomName | null;
  readonly group: GroupName | null;
  readonly name: string;
  /** The session that it would clash with; empty: none. */
  readonly other: string;
  /** Order: the other one comes first. */
  readonly otherFirst: boolean;
  readonly part: "set-up" | "session" | "clearing" | "day" | "hour";
  readonly because: string;
  /** Beyond the conference's end; else before its beginning. */
  readonly late: boolean;
}

export type ReasonFacts = Placed &
  (
    | {
        readonly kind: "costs";
        readonly shift: Shift;
        readonly group: GroupName;
        readonly edge: "begins" | "ends";
        readonly time: string;
        readonly more: number;
      }
    | { readonly kind: "breaks"; readonly shift: Shift; readonly obstacle: Obstacle }
    | { readonly kind: "free" | "stays" | "pinned" | "past" | "not-free" }
    | { readonly kind: "cheapest"; readonly groups: readonly GroupName[]; readonly total: number }
  );

/** Another start: so many minutes earlier (negative) or later, when the host's clock shows `to`. */
export interface Shift {
  readonly by: number;
  readonly to: Moment;
  readonly city: string;
  readonly sameDay: boolean;
}

/** A placing: from where to where, and whose clock shows what there. */
export interface MoveFacts {
  readonly session: string;
  readonly was: Moment | null;
  readonly start: Moment | null;
  /** It begins when it did: two times that the clocks show alike are not the same. */
  readonly stays: boolean;
  /** Which one `start` is, and its offset, where the clocks show it twice. */
  readonly twice: { readonly which: "first" | "second"; readonly offset: string } | null;
  readonly city: string;
  /** Those who pay there. */
  readonly clocks: readonly { readonly group: GroupName; readonly time: string }[];
  readonly playback: readonly (RoomName | GroupName)[];
}

export type DemandFacts =
  | {
      readonly kind: "session";
      readonly session: string;
      readonly pinnedAt: (Moment & { readonly city: string }) | null;
    }
  | { readonly kind: "link"; readonly who: RoomName | GroupName }
  | { readonly kind: "range"; readonly range: RangeFacts }
  | { readonly kind: "person"; readonly person: string }
  | { readonly kind: "languages"; readonly languages: readonly string[] }
  /** `other` comes first, or this one comes first. */
  | { readonly kind: "order"; readonly other: string; readonly otherFirst: boolean };

export interface RangeFacts {
  readonly firstDay: Moment | null;
  readonly lastDay: Moment | null;
  /** "09:00"; `latest` may be after midnight. */
  readonly earliest: string | null;
  readonly latest: { readonly time: string; readonly nextDay: boolean } | null;
}

export interface ClashFacts {
  readonly session: string;
  readonly demands: readonly DemandFacts[];
  readonly smallest: boolean;
}

export interface WideFacts {
  readonly session: string;
  readonly range: RangeFacts;
}

export interface PairsFacts {
  readonly session: string;
  readonly first: readonly (RoomName | GroupName)[];
  readonly second: readonly (RoomName | GroupName)[];
}

/** How the search ended, if it has. *time*: what it was allowed is over. */
export type Ending = "running" | "time" | "stopped" | "interrupted" | "failed";

/** What is proven of a plan. Hours are weighted and rounded so that what is said of them stays true. */
export interface ProofFacts {
  readonly kind: PlanKind;
  readonly best: boolean;
  readonly ending: Ending;
  readonly placed: number;
  readonly of: number;
  readonly placedProven: boolean;
  /** So many more than are placed could be placed at most. */
  readonly morePlaced: number;
  readonly reachedProven: boolean;
  /** Plans that place fewer or reach fewer people are left out of what is said; false: there can be none that is better so. */
  readonly among: boolean;
  /** At most so many hours could be saved; null: not known. */
  readonly saved: number | null;
  readonly worstSaved: number | null;
  readonly moved: number;
  /** At most so many fewer links could move. */
  readonly fewer: number | null;
  /** Bounds. */
  readonly leastTotal: number | null;
  readonly leastWorst: number | null;
  readonly leastMoved: number | null;
}

export interface HeadlineFacts {
  /** Sessions that get another time, and by how many minutes at most. */
  readonly moved: number;
  readonly most: number;
  /** That had no time and get one; that have one and get none. */
  readonly added: number;
  readonly taken: number;
  /** Links that become playback. */
  readonly playback: number;
}

export interface Change {
  readonly group: GroupName;
  readonly before: number;
  readonly after: number;
}

export interface PlotFacts {
  readonly seconds: number;
  readonly total: number;
  /** What it began with; null where that places another number of sessions, so that the two cannot be compared. */
  readonly before: number | null;
  readonly repair: boolean;
  readonly leastTotal: number | null;
}

export type StepKey = "first" | "placement" | "sharing" | "proof";

/** One stop of the route. */
export type StepFacts =
  | { readonly key: "first"; readonly placed: number; readonly of: number; readonly seconds: number | null }
  | {
      readonly key: "placement";
      readonly state: "done" | "here" | "ahead" | "open";
      readonly placed: number;
      readonly of: number;
      readonly more: number | null;
    }
  | {
      readonly key: "sharing";
      readonly state: "done" | "here" | "ahead";
      readonly times: number;
      readonly ago: number | null;
    }
  | { readonly key: "proof"; readonly best: boolean; readonly over: boolean; readonly seconds: number };

export interface LedgerFacts {
  readonly group: GroupName;
  /** By conference, earlier ones first, this one last; null: took no part. */
  readonly by: readonly { readonly conference: string; readonly hours: number | null }[];
  readonly carried: number;
  readonly total: number;
}

/** One language. The compiler finds what it does not say. */
export interface SuggestCatalogue {
  readonly reason: (facts: ReasonFacts) => ReasonWords;
  readonly move: (facts: MoveFacts) => string;
  readonly clash: (facts: ClashFacts) => string;
  readonly wider: (facts: WideFacts) => string;
  readonly pairs: (facts: PairsFacts) => string;
  readonly proof: (facts: ProofFacts) => readonly string[];
  readonly plate: (facts: ProofFacts) => string;
  readonly headline: (facts: HeadlineFacts) => readonly string[];
  readonly repair: (facts: ProofFacts) => string;
  readonly figure: (facts: FigureFacts) => { readonly figure: string; readonly text: string };
  /** *same*: the same plan was found for more than one kind; *alike*: others differ too little. */
  readonly fewer: (plans: number, why: "same" | "alike" | Ending) => string;
  readonly ending: (ending: Ending | "waiting", hasPlan: boolean) => string;
  readonly changes: (changes: readonly Change[]) => string;
  readonly plot: (facts: PlotFacts) => string;
  readonly step: (facts: StepFacts) => { readonly title: string; readonly text: string };
  readonly timer: (seconds: number, most: number) => string;
  readonly bar: (group: GroupName, hours: number, unavoidable: number) => string;
  readonly ledger: (facts: LedgerFacts) => string;
}

export interface FigureFacts {
  readonly kind: PlanKind;
  readonly total: number;
  readonly worst: number;
  readonly moved: number;
  readonly most: number;
  readonly links: number;
  readonly repair: boolean;
}

/** Where it lies, as a heading, and why, as a whole sentence. */
export interface ReasonWords {
  readonly about: string;
  readonly text: string;
}
