import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dateTime } from "../../../shared/plan/luxonzone.ts";
import { dayOf, endOf, midnight, startAt, startOf } from "../../../shared/plan/times.ts";
import { nextChange, offsetAt, resolveWall, wallAt } from "../../../shared/plan/zones.ts";
import type { Resolved } from "../../../shared/plan/zones.ts";
import { readTzif } from "../../support/tzif.ts";
import type { Tzif } from "../../support/tzif.ts";
import { crossings, literalVersion, zoneLiterals } from "../../support/zone-literals.ts";
import type { ZoneLiteral } from "../../support/zone-literals.ts";
import { zonesOf } from "../../support/zonedata.ts";

const zones = zonesOf();
const minute = 60_000;
const at = (iso: string): number => Date.parse(iso);

const folder = new URL(`../../fixtures/tzif-${literalVersion}/`, import.meta.url);
const fixtures = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "README.md")
  .map((entry) => relative(fileURLToPath(folder), join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
const files = new Map<string, Tzif>(fixtures.map((zone) => [zone, readTzif(readFileSync(new URL(zone, folder)))]));
function fileOf(zone: string): Tzif {
  const file = files.get(zone);
  if (file === undefined) throw new Error(`no compiled data of ${zone}`);
  return file;
}

/** A literal as `resolveWall` should answer it. */
function expected({ kind, instants, offsets }: ZoneLiteral): Resolved {
  const [first, second = NaN] = instants.map(at) as [number, number?];
  const [offset, other = NaN] = offsets;
  if (kind === "unique") return { kind, instant: first, offset };
  if (kind === "gap") return { kind, at: first, before: offset, after: other };
  return { kind, earlier: { instant: first, offset }, later: { instant: second, offset: other } };
}

/** What the compiled data say of a wall time, in the same form. */
function read(file: Tzif, wall: string): Resolved {
  const [first, second, third] = file.instantsOf(wall).map((instant) => ({ instant, offset: file.offsetAt(instant) }));
  if (third !== undefined) throw new Error(`${wall} comes three times`);
  if (first !== undefined && second !== undefined) return { kind: "fold", earlier: first, later: second };
  if (first !== undefined) return { kind: "unique", ...first };
  // The change whose gap it is in: it lies within a day and a bit of the same time in UTC.
  const local = at(`${wall}:00Z`);
  const over = file
    .changes(local - 2880 * minute, local + 2880 * minute)
    .find((change) => local >= change.at + change.before * minute && local < change.at + change.after * minute);
  if (over === undefined) throw new Error(`${wall} is neither a time nor in a gap`);
  return { kind: "gap", ...over };
}

const named = zoneLiterals.map((literal) => [`${literal.wall} ${literal.city}: ${literal.kind}`, literal] as const);

test("literals, fixtures and the product's data are of one version", () => {
  expect(zones.version).toBe(literalVersion);
  const readme = readFileSync(new URL("README.md", folder), "utf8");
  expect(readme).toContain(`version ${literalVersion}`);
  expect(fixtures).toHaveLength(29);
  for (const { version } of [...zoneLiterals, ...crossings]) expect(version).toBe(literalVersion);
});

describe.each(["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"])("on %s", (now) => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: at(now) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each(named)("%s", (_name, literal) => {
    expect(new Date().toISOString().slice(0, 10)).toBe(now.slice(0, 10));
    expect(resolveWall(zones, literal.zone, literal.wall)).toEqual(expected(literal));
    expect(read(fileOf(literal.zone), literal.wall)).toEqual(expected(literal));
  });

  test.each(named.filter(([, { kind }]) => kind !== "gap"))(
    "%s, shown again",
    (_name, { zone, wall, instants, offsets }) => {
      for (const [i, instant] of instants.entries()) {
        expect(offsetAt(zones, zone, at(instant))).toBe(offsets[i]);
        expect(wallAt(zones, zone, at(instant))).toBe(wall);
        const shown = dateTime(zones, zone, at(instant), "en");
        expect(shown.toFormat("yyyy-MM-dd'T'HH:mm")).toBe(wall);
        expect(shown.offset).toBe(offsets[i]);
        expect(startAt(zones, zone, at(instant))).toMatchObject({ wall, offset: offsets[i], instant: at(instant) });
      }
    },
  );

  test.each(named)("%s, as a start", (_name, { zone, wall, kind, instants, offsets }) => {
    const asked = startOf(zones, { zone, wall, offset: null });
    if (kind === "unique") {
      const value = { wall, zone, offset: offsets[0], instant: at(instants[0]), zoneData: literalVersion };
      expect(asked).toEqual({ ok: true, value });
    } else expect(asked).toMatchObject({ ok: false, code: kind });
    if (kind !== "fold") return;
    for (const [i, offset] of offsets.entries())
      expect(startOf(zones, { zone, wall, offset })).toMatchObject({
        ok: true,
        value: { wall, offset, instant: at(instants[i] ?? "") },
      });
  });

  test.each(crossings)("$city, $minutes minutes from $from", ({ zone, from, minutes, to, instants }) => {
    const start = startOf(zones, { zone, wall: from, offset: null });
    if (!start.ok) return expect.unreachable(start.code);
    expect(start.value.instant).toBe(at(instants[0]));
    expect(endOf(start.value, minutes)).toBe(at(instants[1]));
    expect(wallAt(zones, zone, endOf(start.value, minutes))).toBe(to);
    expect(fileOf(zone).instantsOf(to)).toContain(at(instants[1]));
  });
});

test.each(["Pacific/Apia", "America/Los_Angeles"])("the same on a machine in %s", (machine) => {
  const script = fileURLToPath(new URL("../../support/zoneanswers.ts", import.meta.url));
  const output = execFileSync(process.execPath, [script], { env: { ...process.env, TZ: machine }, encoding: "utf8" });
  const told = JSON.parse(output) as {
    readonly machine: readonly number[];
    readonly answers: readonly { readonly resolved: Resolved; readonly shown: readonly string[] }[];
  };
  // getTimezoneOffset is west of UTC.
  expect(told.machine).toEqual(machine === "Pacific/Apia" ? [-780, -780] : [480, 420]);
  expect(told.answers.map(({ resolved }) => resolved)).toEqual(zoneLiterals.map(expected));
  for (const [i, { wall, kind }] of zoneLiterals.entries())
    if (kind !== "gap") for (const shown of told.answers[i]?.shown ?? []) expect(shown.slice(0, 16)).toBe(wall);
});

describe("agreed with compiled data in every fixture's zone", () => {
  const from = at("1972-01-01T00:00:00Z");
  const to = at("2110-01-01T00:00:00Z");
  const changes = new Map(fixtures.map((zone) => [zone, fileOf(zone).changes(from, to)]));
  /** Instants: half of them anywhere, half within four hours of a change. */
  const cases = fc.constantFrom(...fixtures).chain((zone) => {
    const anywhere = fc.integer({ min: from / minute, max: to / minute }).map((value) => value * minute);
    const list = changes.get(zone) ?? [];
    if (list.length === 0) return fc.tuple(fc.constant(zone), anywhere);
    const near = fc
      .tuple(fc.constantFrom(...list), fc.integer({ min: -240, max: 240 }))
      .map(([change, minutes]) => change.at + minutes * minute);
    return fc.tuple(fc.constant(zone), fc.oneof(anywhere, near));
  });

  test("the offset at an instant, and the next change", () => {
    fc.assert(
      fc.property(cases, ([zone, instant]) => {
        expect(offsetAt(zones, zone, instant)).toBe(fileOf(zone).offsetAt(instant));
        const year = 366 * 1440 * minute;
        const [next] = fileOf(zone).changes(instant + 1, instant + year);
        const found = nextChange(zones, zone, instant, year - 1);
        expect(found).toEqual(next === undefined ? null : { at: next.at, offset: next.after });
      }),
      { numRuns: 6000 },
    );
  });

  test("what a wall time is, those in gaps too", () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([zone, instant], asUtc) => {
        const shift = asUtc ? 0 : fileOf(zone).offsetAt(instant - 240 * minute) * minute;
        const wall = new Date(instant + shift).toISOString().slice(0, 16);
        expect(resolveWall(zones, zone, wall)).toEqual(read(fileOf(zone), wall));
      }),
      { numRuns: 6000 },
    );
  });

  test("every change of the clocks at its very millisecond, and the walls that it skips or repeats", () => {
    let count = 0;
    for (const [zone, list] of changes) {
      for (const { at: change, before, after } of list) {
        count += 1;
        expect([zone, offsetAt(zones, zone, change - 1), offsetAt(zones, zone, change)]).toEqual([zone, before, after]);
        // From a minute before what is skipped or repeated to a minute after.
        const edges = [before, after].map((offset) => change + offset * minute).sort((a, b) => a - b);
        for (const local of edges.flatMap((edge) => [edge - minute, edge, edge + minute])) {
          const wall = new Date(local).toISOString().slice(0, 16);
          expect({ zone, wall, ...resolveWall(zones, zone, wall) }).toEqual({
            zone,
            wall,
            ...read(fileOf(zone), wall),
          });
        }
      }
    }
    expect(count).toBeGreaterThan(3000);
  });

  test("the first instant of each day from 2009 to 2030", () => {
    for (const zone of fixtures) {
      const file = fileOf(zone);
      let before = "";
      for (let utc = at("2009-01-01T12:00:00Z"); utc < at("2030-01-01T00:00:00Z"); utc += 1440 * minute) {
        const day = dayOf(zones, zone, utc);
        const first = midnight(zones, zone, day);
        const local = (instant: number) => new Date(instant + file.offsetAt(instant) * minute).toISOString();
        if (local(first).slice(0, 10) !== day || local(first - 1).slice(0, 10) >= day || day < before)
          expect.unreachable(`${zone} ${day} does not begin at ${new Date(first).toISOString()}`);
        before = day;
      }
    }
  });
});
