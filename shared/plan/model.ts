import type { z } from "zod";
import type { Instant, PassId } from "../ids.ts";
import type * as schema from "./schema.ts";

/** The same, read only all the way down. */
export type Deep<Value> = unknown extends Value
  ? Value
  : Value extends string | number | boolean | null
    ? Value
    : Value extends readonly [infer First, infer Second]
      ? readonly [First, Second]
      : Value extends readonly (infer Item)[]
        ? readonly Deep<Item>[]
        : { readonly [Key in keyof Value]: Deep<Value[Key]> };
type Of<Schema extends z.ZodType> = Deep<z.output<Schema>>;

export type Band = z.output<typeof schema.band>;
export type Hours = Of<typeof schema.hours>;
export type Interval = Of<typeof schema.interval>;
export type Dated = Of<typeof schema.dated>;
/** "YYYY-MM-DD". */
export type Day = string;
export type Start = Of<typeof schema.start>;
export type StartInput = Of<typeof schema.startInput>;
export type Link = Of<typeof schema.link>;

export type Conference = Of<typeof schema.conference>;
export type Venue = Of<typeof schema.venue>;
export type Room = Of<typeof schema.room>;
export type Group = Of<typeof schema.group>;
export type Person = Of<typeof schema.person>;
export type Pool = Of<typeof schema.pool>;
export type Session = Of<typeof schema.session>;
export type SessionState = Session["state"];
export type Occurrence = Of<typeof schema.occurrence>;
export type PlanFile = Of<typeof schema.planFile>;

/** The kinds of things in a plan; each has its own identities. */
export interface Things {
  readonly conferences: Conference;
  readonly venues: Venue;
  readonly rooms: Room;
  readonly groups: Group;
  readonly people: Person;
  readonly pools: Pool;
  readonly sessions: Session;
  readonly occurrences: Occurrence;
}
export type Kind = keyof Things;

/** The whole draft of an installation, by kind and id. A value: edits make a new one and share what did not change. */
export type Plan = { readonly [K in Kind]: Readonly<Partial<Record<string, Things[K]>>> };

/** What an edit does to one thing: null before is making it, null after is removing it. The inverse swaps the two. */
export type Change = {
  readonly [K in Kind]: {
    readonly kind: K;
    readonly id: string;
    readonly before: Things[K] | null;
    readonly after: Things[K] | null;
  };
}[Kind];

/** One accepted edit, as it stands in the journal and is told to every open planner. */
export interface Edit {
  readonly seq: number;
  readonly at: Instant;
  readonly by: PassId;
  /** The label of the author's invite ("Scheduler, Thabo"). */
  readonly author: string;
  /** The command's name in the protocol's table ("moveOccurrence", "undo"). */
  readonly command: string;
  /** The name of what it was about ("Opening plenary"); may be empty. */
  readonly subject: string;
  /** For undo and redo: the edit whose changes were taken back or made again. */
  readonly of: number | null;
  readonly changes: readonly Change[];
}
