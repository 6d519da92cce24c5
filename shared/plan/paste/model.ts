import type { PersonId, RoomId } from "../../ids.ts";
import type { Link, SessionState, StartInput } from "../model.ts";

/** What a column of a pasted table can say. */
export type ColumnName =
  | "title"
  | "day"
  | "time"
  | "length"
  | "end"
  | "host"
  | "rooms"
  | "groups"
  | "speakers"
  | "languages"
  | "state"
  | "priority";

/** Why a cell, a row or the whole table was not understood. */
export type PasteProblem =
  /** The table: no row below the names of the columns. */
  | "no-rows"
  /** The table: no column has the titles. */
  | "no-title-column"
  /** The table: two columns mean the same (`column`). */
  | "column-twice"
  /** The table: a quote was opened and not closed. */
  | "open-quote"
  /** The table: more than 500 rows. */
  | "too-many-rows"
  /** The row has more cells than there are columns. */
  | "too-many-cells"
  /** It has to be there (title; length or end) and is empty. */
  | "missing"
  /** Longer than a title may be, or with control characters. */
  | "not-a-title"
  | "not-a-day"
  /** 10/01/2020: October or January? "Friday", and the conference has two. */
  | "ambiguous-day"
  /** A weekday, or a date without its year, that is not among the conference's days (or these are not known). */
  | "not-among-the-days"
  /** "Friday 11 January", which is no Friday. */
  | "other-weekday"
  | "not-a-time"
  /** A time without its day, a day without its time, an end without a start. */
  | "no-day"
  | "no-time"
  /** Not 5 minutes to 24 hours. */
  | "not-a-length"
  /** The length and the end do not agree. */
  | "length-and-end"
  /** Clocks are put forward over it; it comes twice. */
  | "gap"
  | "fold"
  | "unknown-room"
  | "unknown-group"
  | "unknown-person"
  /** Two have this name or city. */
  | "several"
  /** Somebody is named twice. */
  | "twice"
  /** More languages, speakers or links than a session may have. */
  | "too-many"
  | "not-a-language"
  | "not-a-state"
  /** Not 1, 2 or 3. */
  | "not-a-priority";

export interface CellProblem {
  readonly column: ColumnName | null;
  readonly why: PasteProblem;
  /** What was there, or the part of it that was not understood. */
  readonly cell: string;
}

/** What a row says, as `createSession` takes it. */
export interface PastedSession {
  readonly title: string;
  readonly minutes: number;
  readonly start: StartInput | null;
  readonly hostRoomId: RoomId | null;
  readonly links: readonly Link[];
  readonly personIds: readonly PersonId[];
  readonly languages: readonly string[];
  readonly state: SessionState;
  readonly priority: number;
}

export interface PastedRow {
  /** As a spreadsheet counts: 1 is the first row of the text, which has the columns' names. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: readonly CellProblem[];
  /** Null where there is a problem. */
  readonly session: PastedSession | null;
}

export interface PastedTable {
  /** `means` null: a column that nothing is taken from. */
  readonly columns: readonly { readonly header: string; readonly means: ColumnName | null }[];
  /** Of the table as a whole. */
  readonly problems: readonly CellProblem[];
  readonly rows: readonly PastedRow[];
}
