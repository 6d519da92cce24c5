import { expect, test } from "vitest";
import { editsSince } from "../../../../client/planner/suggest/changed.ts";
import type { EditName } from "../../../../shared/plan/detail.ts";

// Is the draft still the one that a search has seen? What was undone again does not count.

type Line = readonly [author: string, command: string, subject: string];

/** Edits 11, 12, … in their order, as a page knows them: newest first. */
function viewOf(...lines: readonly Line[]): { readonly seq: number; readonly journal: readonly EditName[] } {
  const journal = lines.map(([author, command, subject], i) => ({ seq: 11 + i, at: 0, author, command, subject }));
  return { seq: 10 + lines.length, journal: journal.toReversed() };
}

const standing = (...lines: readonly Line[]): readonly number[] | null =>
  editsSince(viewOf(...lines), 10)?.edits.map(({ seq }) => seq) ?? null;

const taken: Line = ["Thabo", "placeOccurrences", "Four Regions"];
const undone: Line = ["Thabo", "undo", "Four Regions"];
const redone: Line = ["Thabo", "redo", "Four Regions"];
const moved: Line = ["Rosa", "moveOccurrence", "Opening plenary"];

test.each<readonly [string, readonly Line[], readonly number[] | null]>([
  ["nothing", [], null],
  ["an edit", [moved], [11]],
  ["the newest first", [moved, taken], [12, 11]],
  ["taken and undone", [taken, undone], null],
  ["taken, undone, made again", [taken, undone, redone], [11]],
  ["undone by its author, while another one's stands", [taken, moved, undone], [12]],
  ["somebody else's undo of something else", [taken, ["Rosa", "undo", "Four Regions"]], [12, 11]],
  ["an undo of what is older than the search", [undone], [11]],
  ["a release, which changes nothing of the draft", [["Rosa", "release", ""]], null],
])("%s", (_, lines, expected) => {
  expect(standing(...lines)).toEqual(expected);
});

test("edits that the page does not know any more are counted", () => {
  expect(editsSince({ ...viewOf(moved), seq: 70 }, 10)).toMatchObject({ more: 59 });
});
