import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { burdens } from "../../../shared/plan/burden.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { withPlacements, placementsOf } from "../../../shared/plan/suggest/placing.ts";
import { isLegal, valueOf } from "../../../shared/plan/suggest/value.ts";
import { april, flooded, january } from "../../support/guidejanuary.ts";
import type { Asked } from "../../support/guidejanuary.ts";
import { placingIn, planIn, proven, rowsIn, withTables } from "../../support/guidesuggest.ts";
import { tablesOf } from "../../support/guidetables.ts";

// What docs/scheduling.md says of Suggest. The plan that it shows is one of several that are equally good: it is held to the
// value that the solver proves to be the best, and all tables are reckoned again from it.

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
const guide = read("docs/scheduling.md");
const byScript = "run `node test/support/guidesuggest.ts`";

/** The solver is run to the proof four times; each takes some seconds on an idle machine. */
const patience = 150_000;

test(
  "January's tables are those of the plan that stands there, and no plan is better",
  { timeout: patience },
  async () => {
    const asked = await january();
    const { plan, zones, built } = asked;
    const placing = placingIn(guide, asked);
    const value = valueOf(built.problem, placing);
    const outcome = await proven(asked);

    expect(isLegal(built.problem, placing)).toBe(true);
    const best = planIn(outcome, "fairest");
    expect(value).toMatchObject({
      placed: best.value.placed,
      reached: best.value.reached,
      penalty: best.value.penalty,
    });
    // What the tables say of it without the solver: no conflict is left, and nothing costs all together less.
    const then = withPlacements(plan, placementsOf(built, placing));
    expect(conflicts(then, zones, built.conferenceId)).toEqual([]);
    const total = [...burdens(then, zones, built.conferenceId).total.values()].reduce((sum, one) => sum + one, 0);
    expect(total).toBe(planIn(outcome, "least-total").value.total / 60);

    // The same programme in April: what the guide's burdens are worth, by the definition of that.
    const plain = april(asked, placing, false);
    const carrying = april(asked, placing, true);
    const rows = rowsIn(guide, "carry");
    const column = (number: number): readonly number[] => rows.map((row) => hoursIn(row[number] ?? ""));
    const [without, counted] = [column(2), column(3)];
    expect(penaltyOf(plain, without)).toBe(planIn(await proven(plain), "fairest").value.penalty);
    expect(penaltyOf(carrying, counted)).toBe(planIn(await proven(carrying), "fairest").value.penalty);

    const repair = await proven(flooded(asked, placing));
    const tables = tablesOf(asked, { placing, outcome, april: carrying, burdens: { without, counted }, repair });
    expect(guide, byScript).toBe(withTables(guide, tables));
  },
);

/** "1¼" */
function hoursIn(text: string): number {
  const part = ["¼", "½", "¾"].findIndex((one) => text.endsWith(one)) + 1;
  return Number(part > 0 ? text.slice(0, -1) || "0" : text) + part / 4;
}

/** As `Value.penalty`, by its definition: the k-th hour of a group counts k, the part of an hour in proportion. */
function penaltyOf({ built }: Asked, hours: readonly number[]): number {
  return built.problem.groups.reduce((sum, { carried }, g) => {
    const paid = carried / 60 + (hours[g] ?? 0);
    const whole = Math.floor(paid);
    return sum + 60 * ((whole * (whole + 1)) / 2 + (paid - whole) * (whole + 1));
  }, 0);
}

test("the command line's usage is that of the guide", () => {
  const usage = /const usage = `(.*?)`;/s.exec(read("server/cli/suggest.ts"))?.[1];
  expect(usage).toBeDefined();
  expect(guide).toContain(`\`\`\`text\n${usage}\n\`\`\``);
});
