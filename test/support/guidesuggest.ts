import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { solve } from "../../server/suggest/solver/engine.ts";
import type { Outcome } from "../../server/suggest/solver/engine.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import { april, flooded, january } from "./guidejanuary.ts";
import type { Asked } from "./guidejanuary.ts";
import { tablesOf, timeIn, titleOf } from "./guidetables.ts";
import type { AprilBurdens, Tables } from "./guidetables.ts";

// `node test/support/guidesuggest.ts`: looks for the plans of which docs/scheduling.md tells under *Suggest*, and writes its
// tables. Many plans are equally good; so `test/unit/plan/guide-suggest.test.ts` takes the one that the guide shows, holds it
// to the value of the best, and reckons everything else from it.

const guideFile = new URL("../../docs/scheduling.md", import.meta.url);

/** The best plans of each kind. Throws if they are not proven within two minutes. */
export async function proven({ built }: Asked): Promise<Outcome> {
  const options = { repair: built.wish.mode === "repair", seconds: 120, now: () => performance.now(), seed: 1 };
  const outcome = await solve(built.problem, options, () => undefined);
  if (outcome.plans.some(({ proof }) => !proof.best)) throw new Error("not proven within two minutes");
  return outcome;
}

export function planIn({ plans }: Outcome, kind: Outcome["plans"][number]["kind"]): Outcome["plans"][number] {
  const found = plans.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`there is no plan that is ${kind}`);
  return found;
}

/** A text with the tables between their marks. */
export function withTables(text: string, tables: Tables): string {
  let written = text;
  for (const [name, table] of Object.entries(tables)) {
    const [begin, end] = [`<!-- suggest:${name} -->`, `<!-- /suggest:${name} -->`];
    const [from, to] = [written.indexOf(begin), written.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the guide has no ${begin} … ${end}`);
    written = `${written.slice(0, from + begin.length)}\n\n${table}\n\n${written.slice(to)}`;
  }
  return written;
}

/** The cells of the rows of the table that stands between two marks. */
export function rowsIn(text: string, name: string): readonly (readonly string[])[] {
  const [begin, end] = [`<!-- suggest:${name} -->`, `<!-- /suggest:${name} -->`];
  const rows = text.slice(text.indexOf(begin), text.indexOf(end)).split("\n");
  const cells = (row: string): string[] =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.replaceAll("**", "").trim());
  return rows
    .filter((row) => row.startsWith("|"))
    .slice(2)
    .map(cells);
}

/** The plan that the guide shows. Throws where its table names a session or a time that there is not. */
export function placingIn(text: string, { built, zones }: Asked): Placing {
  const rows = new Map(rowsIn(text, "times").map((row) => [row[0], row]));
  return {
    starts: built.problem.jobs.map(({ id, candidates }) => {
      const title = titleOf(built.plan, id);
      const said = rows.get(title)?.[3];
      const found = candidates.findIndex(({ at }) => timeIn(zones, at) === said);
      if (found < 0) throw new Error(`${title}: ${said} is no time for it`);
      return found;
    }),
    options: built.problem.jobs.map(({ options }) => options.map(() => true)),
  };
}

async function main(): Promise<void> {
  const path = fileURLToPath(guideFile);
  const first = await january();
  const outcome = await proven(first);
  const { placing } = planIn(outcome, "fairest");
  const burdens: AprilBurdens = {
    without: await aprilBurdens(first, placing, false),
    counted: await aprilBurdens(first, placing, true),
  };
  const repair = await proven(flooded(first, placing));
  const tables = tablesOf(first, { placing, outcome, april: april(first, placing, true), burdens, repair });
  await writeFile(path, withTables(await readFile(path, "utf8"), tables));
  console.log(`docs/scheduling.md: ${Object.keys(tables).join(", ")}`);
}

async function aprilBurdens(first: Asked, placing: Placing, carry: boolean): Promise<readonly number[]> {
  const { value } = planIn(await proven(april(first, placing, carry)), "fairest");
  return value.burdens.map((minutes) => minutes / 60);
}

if (import.meta.main) await main();
