import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { OccurrenceId } from "../../../../shared/ids.ts";
import { chosenFlag, flagsOf } from "../../../../client/planner/day/flags.ts";
import type { Flag, Ground } from "../../../../client/planner/day/flags.ts";
import { occasionsOf } from "../../../../client/planner/reading/occasion.ts";
import { itemsOf } from "../../../../client/planner/day/segments.ts";
import type { Item } from "../../../../client/planner/day/segments.ts";
import { instant, planWith } from "../../../support/planmaker.ts";
import type { GivenPlan } from "../../../support/planmaker.ts";

const from = instant("2020-01-10T00:00Z");
const ground: Ground = { from, minutes: 1800, width: 804, left: 280, right: 148 };

/** Sessions that begin so many quarters of an hour after midnight in UTC, with titles of so many letters. */
function itemsAt(starts: readonly { quarter: number; letters: number }[]): readonly Item[] {
  const sessions: Record<string, NonNullable<GivenPlan["sessions"]>[string]> = {};
  for (const [i, { quarter, letters }] of starts.entries()) {
    const hours = String(Math.floor(quarter / 4) % 24).padStart(2, "0");
    const wall = `2020-01-${quarter < 96 ? 10 : 11}T${hours}:${["00", "15", "30", "45"][quarter % 4]}`;
    sessions[`session-${i}`] = { title: "m".repeat(letters), at: { wall, zone: "Etc/UTC" } };
  }
  const plan = planWith({ sessions });
  const [conference] = Object.values(plan.conferences);
  if (conference === undefined) throw new Error("no conference");
  expect(occasionsOf(plan, conference)).toHaveLength(starts.length);
  const window = { from, nextDay: from + 86_400_000, to: from + 30 * 3_600_000 };
  return itemsOf({ plan, conference, conflicts: [], shown: null }, window).placed;
}

const anyStarts = fc.array(
  fc.record({ quarter: fc.integer({ min: 0, max: 119 }), letters: fc.integer({ min: 3, max: 60 }) }),
  { maxLength: 60 },
);

/** Where a flag's pole is, in pixels. */
const poleOf = ({ at }: Flag): number => (at / ground.minutes) * ground.width;

/** The room that a title of one letter takes at least: a flag's words are never shorter. */
const least = 30;

test("every session has one flag, its own or a shared one, and there are never many lanes", () => {
  fc.assert(
    fc.property(anyStarts, (starts) => {
      const items = itemsAt(starts);
      const { flags, lanes } = flagsOf(items, null, ground);
      const shown = flags.flatMap((flag) => flag.items.map(({ id }) => id));
      expect(shown.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      expect(flags.every(({ lane }) => lane >= 1 && lane < lanes)).toBe(true);
      expect(lanes).toBeLessThanOrEqual(6);
    }),
    { numRuns: 60 },
  );
});

test("no pole crosses a name: whoever stands under another's words hangs lower", () => {
  fc.assert(
    fc.property(anyStarts, (starts) => {
      const { flags } = flagsOf(itemsAt(starts), null, ground);
      for (const one of flags)
        for (const other of flags) {
          if (one === other || one.leans !== other.leans) continue;
          const away = one.leans === "left" ? poleOf(one) - poleOf(other) : poleOf(other) - poleOf(one);
          if (away === 0) expect(other.lane).not.toBe(one.lane);
          // A pole goes down from its own lane.
          else if (away > 0 && away < least) expect(other.lane).toBeGreaterThan(one.lane);
        }
    }),
    { numRuns: 60 },
  );
});

test("flags lean away from the middle of the window", () => {
  const { flags } = flagsOf(itemsAt([36, 59, 61, 90].map((quarter) => ({ quarter, letters: 8 }))), null, ground);
  expect(flags.map(({ leans }) => leans)).toEqual(["left", "left", "right", "right"]);
});

test("the chosen one has the first lane and a flag of its own, however many begin with it", () => {
  const items = itemsAt(Array.from({ length: 30 }, () => ({ quarter: 40, letters: 20 })));
  const chosen = items[12];
  if (chosen === undefined) throw new Error("no session");
  const { flags } = flagsOf(items, chosen.id, ground);
  expect(flags.map(({ lane, items: shared }) => [lane, shared.length])).toEqual([
    [0, 1],
    [1, 29],
  ]);
  expect(flags[0]).toEqual(chosenFlag(chosen, ground));
  expect(flagsOf(items, "nobody" as OccurrenceId, ground).flags).toHaveLength(1);
});
