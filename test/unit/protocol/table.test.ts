import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stageCommands } from "../../../shared/protocol/commands.ts";
import { errorWords } from "../../../shared/protocol/errors.ts";
import { entries } from "../../../shared/protocol/table.ts";

/** What every answer may be, and is not repeated in the table. */
const common = ["bad-request", "too-many", "internal", "no-pass", "busy"];

describe("each entry of the table", () => {
  test.each(entries)("%s: known errors, words, somebody who may", (_name, request) => {
    expect(Object.keys(errorWords)).toEqual(expect.arrayContaining([...request.errors]));
    expect(request.errors).toEqual([...new Set(request.errors)]);
    expect(request.who.length).toBeGreaterThan(0);
    expect(request.doc).toMatch(/[.")]$/);
    expect(request.returns).not.toBe("");
  });

  test.each(entries)("%s: refuses what is no object, and keys that it does not know", (_name, { input }) => {
    for (const bad of [undefined, null, 1, "a", [], [{}], true]) expect(input.safeParse(bad).success).toBe(false);
    expect(input.safeParse({ "not a key": 1 }).success).toBe(false);
    const sneaky: unknown = JSON.parse('{"__proto__":{"commandId":"a"},"constructor":1}');
    expect(input.safeParse(sneaky).success).toBe(false);
  });

  test("never throws, whatever comes", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true });
    fc.assert(
      fc.property(fc.constantFrom(...entries), anything, ([, { input }], value) => {
        expect(typeof input.safeParse(value).success).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });
});

test("every stage command carries a commandId", () => {
  for (const [name, { input }] of Object.entries(stageCommands)) {
    const issues = input.safeParse({}).error?.issues.map(({ path }) => path[0]);
    expect(issues, name).toContain("commandId");
  }
});

test("nobody waits for an error that has no words, and no words are left without an error", () => {
  const named = new Set<string>([...common, ...entries.flatMap(([, { errors }]) => errors)]);
  const elsewhere = ["ended", "removed", "not-attached", "expired"];
  expect(Object.keys(errorWords).filter((code) => !named.has(code) && !elsewhere.includes(code))).toEqual([]);
});
