import { describe, expect, test } from "vitest";
import { applyChanges, emptyPlan, find, invert, sameThing } from "../../../shared/plan/edits/apply.ts";
import type { Change, Venue } from "../../../shared/plan/model.ts";
import { planWith } from "../../support/planmaker.ts";

const plan = planWith({ venues: { hall: {}, tower: {} }, rooms: { durban: { venueId: "hall" } } });
const hall = plan.venues["hall"] as Venue;
const changes: readonly Change[] = [
  { kind: "venues", id: "hall", before: hall, after: { ...hall, name: "New" } },
  { kind: "venues", id: "tower", before: plan.venues["tower"] ?? null, after: null },
];

test("changes make a new plan; what they do not touch is shared", () => {
  const before = structuredClone(plan);
  const after = applyChanges(plan, changes);
  expect(after.venues).toEqual({ hall: { ...hall, name: "New" } });
  expect(after.rooms).toBe(plan.rooms);
  expect(plan).toEqual(before);
  expect(applyChanges(after, invert(changes))).toEqual(plan);
  expect(applyChanges(plan, [])).toBe(plan);
});

test("an id may have any name", () => {
  for (const id of ["__proto__", "constructor", "toString"]) {
    const venue = { ...hall, id: id as Venue["id"] };
    const made: readonly Change[] = [{ kind: "venues", id, before: null, after: venue }];
    const after = applyChanges(emptyPlan, made);
    expect(find(emptyPlan, "venues", id)).toBeUndefined();
    expect(find(after, "venues", id)).toBe(venue);
    expect(Object.keys(after.venues)).toEqual([id]);
    expect(Object.keys(applyChanges(after, invert(made)).venues)).toEqual([]);
  }
});

describe("are they the same thing?", () => {
  test.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[1, 2], [2, 1], false],
    [[1], { 0: 1 }, false],
    [{}, [], false],
    [null, {}, false],
    [null, null, true],
    ["1", 1, false],
    [{ toString: 1 }, {}, false],
  ])("%j and %j: %s", (a, b, same) => {
    expect(sameThing(a, b)).toBe(same);
    expect(sameThing(b, a)).toBe(same);
  });
});
