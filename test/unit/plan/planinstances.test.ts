import { describe, expect, it } from "vitest";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import type { Problem } from "../../../shared/plan/suggest/problem.ts";
import { at } from "../../../shared/record.ts";
import { conferenceId, zones } from "../../support/planmaker.ts";
import { firstDay, planInstance } from "../../support/planinstances.ts";
import type { InstanceKind, InstanceOptions } from "../../support/planinstances.ts";

const quarter = 15;

/** FNV-1a over what the sessions may do and what that costs whom, in quarters of an hour since the first midnight. */
function fingerprint({ jobs, groups, orders }: Problem): readonly [starts: number, print: number] {
  const began = Date.parse(`${firstDay}T00:00Z`);
  let print = 0x811c9dc5;
  const add = (value: number): void => {
    print = Math.imul(print ^ value, 0x01000193) >>> 0;
  };
  const numberOf = (id: string): number => Number(/^[sg](\d+)$/.exec(id)?.[1] ?? -1);
  let starts = 0;
  const inOrder = [...jobs.entries()].sort(([, a], [, b]) => numberOf(a.id) - numberOf(b.id));
  for (const [j, job] of inOrder) {
    add(job.priority);
    add(job.length / quarter / 60_000);
    const before = orders.filter(({ then }) => then === j).map(({ first }) => numberOf(jobs[first]?.id ?? ""));
    for (const first of before) add(first);
    starts += job.candidates.length;
    for (const candidate of job.candidates) {
      add((candidate.at - began) / quarter / 60_000);
      for (const [i, group] of job.attends.entries()) {
        const number = numberOf(groups[group]?.id ?? "");
        // The rooms' audiences pay nothing.
        if (number < 0) expect(candidate.costs[i]).toBe(0);
        else {
          add(number);
          add((candidate.costs[i] ?? 0) / quarter);
        }
      }
    }
  }
  return [starts, print];
}

function problemOf(kind: InstanceKind, seed: number, options: InstanceOptions): Problem {
  const wish = { conferenceId, mode: "plan", days: null, occurrenceIds: null, carry: false, seconds: 60 } as const;
  const built = buildProblem(planInstance(kind, seed, options), zones, wish, { now: 0, released: null });
  if (!built.ok) throw new Error(built.code);
  return built.value.problem;
}

describe("random conferences to measure with", () => {
  // Starts and costs as another program reckoned them, in quarters of an hour and with fixed offsets, without any zone data.
  it.each([
    ["small", 1, {}, 3137, 3878871456],
    ["small", 11, { oneDay: true }, 1247, 3887178379],
    ["big", 1, { ranges: true, groupExclusive: false }, 11082, 3134115210],
  ] as const)("%s, seed %i, %o: every start and every cost", (kind, seed, options, starts, print) => {
    expect(fingerprint(problemOf(kind, seed, options))).toEqual([starts, print]);
  });

  it("has the sizes that are promised, and groups that may split where it is asked to", () => {
    const plan = planInstance("big", 4, { groupExclusive: false });
    const count = (things: object): number => Object.keys(things).length;
    expect([count(plan.sessions), count(plan.rooms), count(plan.groups), count(plan.people)]).toEqual([
      120, 10, 35, 45,
    ]);
    expect(at(plan.groups, "g0")?.maySplit).toBe(true);
    expect(at(planInstance("small", 4).groups, "g0")?.maySplit).toBe(false);
  });
});
