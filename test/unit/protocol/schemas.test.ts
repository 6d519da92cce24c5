import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  blob,
  entryId,
  instant,
  line,
  optionalLine,
  scene,
  source,
  text,
  zone,
} from "../../../shared/protocol/schemas.ts";

const fits = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

describe("a name", () => {
  test.each<[string, string]>([
    ["Latin", "Ana María"],
    ["Tamil, with the joiners that it needs", "ஸ்ரீ\u200Cதேவி"],
    ["Devanagari", "क्\u200Dष"],
    ["Arabic", "عائشة"],
    ["an emoji of several parts", "👩🏽\u200D🏭"],
    ["punctuation", "O'Neil-Smith (Local 12)"],
    ["markup is text like any other", "<b>Ana</b>"],
    ["as long as it may be", "x".repeat(40)],
  ])("%s", (_what, name) => expect(line(40).parse(name)).toBe(name));

  test("is trimmed", () => expect(line(40).parse("  Ana \n")).toBe("Ana"));

  test.each<[string, unknown]>([
    ["empty", ""],
    ["spaces only", "   "],
    ["nothing that is seen: zero width", "\u200B\u200D"],
    ["nothing that is seen: soft hyphens and word joiners", "\u00AD\u2060"],
    ["nothing that is seen: a letter and a symbol that are blank", "\u3164\u2800"],
    ["too long", "x".repeat(41)],
    ["a control character", "A\u0007na"],
    ["null", "A\u0000na"],
    ["an escape for terminals", "\u001B[31mAna"],
    ["two lines", "Ana\nBen"],
    ["two lines by Unicode's own separators", "Ana\u2028Ben"],
    ["a direction override", "Ana\u202Egnihton"],
    ["an isolate", "Ana\u2066"],
    ["a direction mark", "Ana\u200F"],
    ["half a character", "Ana\uD83D"],
    ["a number", 12],
    ["a list", ["Ana"]],
    ["nothing", null],
  ])("not %s", (_what, name) => expect(fits(line(40), name)).toBe(false));

  test("whatever is accepted can be stored and comes back the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (given) => {
        const parsed = line(40).safeParse(given);
        if (!parsed.success) return;
        expect(Buffer.from(parsed.data, "utf8").toString("utf8")).toBe(parsed.data);
        expect(parsed.data.length).toBeLessThanOrEqual(40);
        expect(parsed.data).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

test("a place may be empty, a message may have lines, and neither may hide anything", () => {
  expect(optionalLine(60).parse("  ")).toBe("");
  expect(text(1000).parse("one\ntwo\tthree")).toBe("one\ntwo\tthree");
  for (const bad of ["a\u202Eb", "a\uDC00b", "a\u0000b"]) {
    expect(fits(optionalLine(60), bad)).toBe(false);
    expect(fits(text(1000), bad)).toBe(false);
  }
  expect(fits(text(1000), "\u200B")).toBe(false);
  expect(fits(text(1000), "x".repeat(1001))).toBe(false);
});

describe("identities, sources, zones, times", () => {
  test.each<[string, z.ZodType, unknown, boolean]>([
    ["an id", entryId, "aZ0_-", true],
    ["an id that is too long", entryId, "a".repeat(41), false],
    ["an id with a line's end", entryId, "a\n", false],
    ["an id with a path in it", entryId, "../a", false],
    ["a room's camera", source, "room:abc:camera1", true],
    ["a person's camera", source, "person:abc:camera", true],
    ["a room's microphone: rooms have sound", source, "room:abc:mic", false],
    ["a source of nobody", source, "person::mic", false],
    ["a source with more behind", source, "person:a:mic:b", false],
    ["a zone", zone, "America/Argentina/Buenos_Aires", true],
    ["a zone with a path in it", zone, "../../etc", false],
    ["a time", instant, 1_800_000_000_000, true],
    ["a fraction", instant, 0.5, false],
    ["before 1970", instant, -1, false],
    ["beyond what a clock can show", instant, 8.64e15 + 1, false],
    ["a scene of five", scene, { layout: "strip", sources: Array(5).fill("room:a:camera1") }, true],
    ["a scene of six", scene, { layout: "strip", sources: Array(6).fill("room:a:camera1") }, false],
    ["a scene with more in it", scene, { layout: "one", sources: [], extra: 1 }, false],
  ])("%s", (_what, schema, value, accepted) => expect(fits(schema, value)).toBe(accepted));
});

describe("a blob", () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
  test.each<[string, unknown, boolean]>([
    [
      "of a usual size",
      { codecs: Array.from({ length: 30 }, () => ({ mimeType: "audio/opus", parameters: { a: 1 } })) },
      true,
    ],
    ["eight deep", nested(8), true],
    ["ten deep", nested(10), false],
    ["with too many parts", { a: Array(4001).fill(0) }, false],
    ["with too long a text", { a: "x".repeat(300_000) }, false],
    ["that is a list", [], false],
    ["that is nothing", null, false],
  ])("%s", (_what, value, accepted) => expect(fits(blob, value)).toBe(accepted));
});
