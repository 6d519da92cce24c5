import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { conflicts, conflictsOf } from "../../../shared/plan/conflicts.ts";
import { gridStarts } from "../../../shared/plan/grid.ts";
import { all } from "../../../shared/plan/look.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import { worldOf } from "../../../shared/plan/world.ts";
import { zones } from "../../support/planmaker.ts";
import { randomPlan } from "../../support/randomplan.ts";

const runs = { numRuns: 150, interruptAfterTimeLimit: 5000 };
const inOrder = (found: readonly Conflict[]) => found.toSorted((a, b) => (a.key < b.key ? -1 : 1));

function eachConference(plan: Plan, look: (found: readonly Conflict[], ours: ReadonlySet<string>) => void): void {
  for (const { id } of all(plan.conferences)) {
    const ours = all(plan.occurrences).filter((one) => plan.sessions[one.sessionId]?.conferenceId === id);
    look(conflicts(plan, zones, id), new Set(ours.map((one) => one.id)));
  }
}

describe("the conflicts of a conference", () => {
  test("are those of its occurrences, each once and the same from wherever one looks", () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const world = worldOf(plan, zones);
        eachConference(plan, (found, ours) => {
          const keys = found.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const byKey = new Map(found.map((conflict) => [conflict.key, conflict]));
          const seen = new Set<string>();
          for (const one of all(plan.occurrences).filter(({ id }) => ours.has(id)))
            for (const conflict of conflictsOf(world, one.id)) {
              expect(conflict).toEqual(byKey.get(conflict.key));
              seen.add(conflict.key);
            }
          expect([...seen].toSorted()).toEqual(keys.toSorted());
        });
      }),
      runs,
    );
  });

  test("name only placed occurrences that are not cancelled, at least one of them the conference's, and a time", () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        eachConference(plan, (found, ours) => {
          for (const { occurrenceIds, when } of found) {
            expect(occurrenceIds.some((id) => ours.has(id))).toBe(true);
            expect(new Set(occurrenceIds).size).toBe(occurrenceIds.length);
            for (const id of occurrenceIds) {
              const one = plan.occurrences[id];
              expect(one?.start).not.toBeNull();
              expect(plan.sessions[one?.sessionId ?? ""]?.state).not.toBe("cancelled");
            }
            expect(when.from).toBeLessThan(when.to);
          }
          expect(found.map(({ when }) => when.from)).toEqual(
            found.map(({ when }) => when.from).toSorted((a, b) => a - b),
          );
        });
      }),
      runs,
    );
  });

  test("involve an occurrence from each that they name", () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const world = worldOf(plan, zones);
        eachConference(plan, (found) => {
          for (const conflict of found)
            for (const id of conflict.occurrenceIds) expect(conflictsOf(world, id)).toContainEqual(conflict);
        });
      }),
      runs,
    );
  });
});

test("an occurrence as if it stood elsewhere has the conflicts that it has once it stands there", () => {
  fc.assert(
    fc.property(randomPlan, fc.nat(), fc.integer({ min: -96, max: 96 }), (plan, which, slots) => {
      const occurrences = all(plan.occurrences);
      const one = occurrences[which % occurrences.length];
      const near = occurrences.find(({ start }) => start !== null)?.start?.instant;
      if (one === undefined || near === undefined) return;
      const from = near + slots * 900_000;
      const [start] = gridStarts(zones, "Asia/Kathmandu", from, from + 3_600_000);
      if (start === undefined) throw new Error("an hour has a start");
      const moved = { ...plan, occurrences: { ...plan.occurrences, [one.id]: { ...one, start } } };
      const there = conflictsOf(worldOf(moved, zones), one.id);
      expect(inOrder(conflictsOf(worldOf(plan, zones), one.id, start))).toEqual(inOrder(there));
    }),
    runs,
  );
});
