import type { ColumnName, PasteProblem } from "../../../shared/plan/paste.ts";

/** The columns of a pasted table. */
export const columns: Readonly<Record<ColumnName, string>> = {
  title: "Title",
  day: "Day",
  time: "Time",
  length: "Length",
  end: "End",
  host: "Host",
  rooms: "Rooms",
  groups: "Groups",
  speakers: "Speakers",
  languages: "Languages",
  state: "State",
  priority: "Priority",
};

/** Why a cell was not understood; `cell` is what stood there. */
export const problems: Readonly<Record<PasteProblem, (cell: string) => string>> = {
  "no-rows": () => "There is no row under the names of the columns.",
  "no-title-column": () => "No column is named “Title”: the first row has to name the columns.",
  "column-twice": () => "Two columns mean the same.",
  "open-quote": () => "A quotation mark was opened and never closed.",
  "too-many-rows": () => "More than 500 rows: paste them in parts.",
  "too-many-cells": () => "This row has more cells than there are columns.",
  missing: () => "It is empty and has to be there.",
  "not-a-title": (cell) => `“${cell}” is too long for a title, or has characters that cannot be printed.`,
  "not-a-day": (cell) => `“${cell}” is not a day. Write 2020-01-10.`,
  "ambiguous-day": (cell) => `“${cell}” could be two days. Write 2020-01-10.`,
  "not-among-the-days": (cell) => `“${cell}” is not among the conference’s days.`,
  "other-weekday": (cell) => `“${cell}”: that date is another day of the week.`,
  "not-a-time": (cell) => `“${cell}” is not a time of day. Write 16:15.`,
  "no-day": () => "There is a time, but no day.",
  "no-time": () => "There is a day, but no time.",
  "not-a-length": (cell) => `“${cell}” is not a length of 5 minutes to 24 hours. Write 45 or 0:45.`,
  "length-and-end": () => "The length and the end do not agree.",
  gap: (cell) => `${cell} does not exist there: the clocks are put forward over it.`,
  fold: (cell) => `${cell} comes twice there: add this session by hand, and say which.`,
  "unknown-room": (cell) => `There is no room “${cell}”.`,
  "unknown-group": (cell) => `There is no group “${cell}”.`,
  "unknown-person": (cell) => `There is no person “${cell}”.`,
  several: (cell) => `“${cell}” could be several.`,
  twice: (cell) => `“${cell}” is named twice.`,
  "too-many": (cell) => `“${cell}”: more than a session may have.`,
  "not-a-language": (cell) => `“${cell}” is not a language. Write en, es, ta …`,
  "not-a-state": (cell) => `“${cell}” is not a state. Write idea, tentative, firm or cancelled.`,
  "not-a-priority": (cell) => `“${cell}” is not a priority. Write 1, 2 or 3.`,
};
