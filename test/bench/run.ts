import { isMet } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { forward } from "./forward.ts";
import { listen } from "./listen.ts";
import { page } from "./page.ts";
import { plan } from "./plan.ts";

// npm run bench [-- NAME… [SEED…] --json]: measures, prints one line a figure, and fails if one misses its target.

/** `seeds`: for what is random; none for the usual ones. */
type Bench = (say: (figure: Figure) => void, seeds: readonly number[]) => Promise<void>;
const benches: Readonly<Record<string, Bench>> = { forward, listen, page, plan };

const digits = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(4));

function row(cells: readonly string[]): string {
  const widths = [10, 46, 10, 12, 12];
  return cells
    .map((cell, i) => cell.padEnd(widths[i] ?? 0))
    .join(" ")
    .trimEnd();
}

function targetOf({ target, within }: Figure): string {
  if (target === null) return "-";
  if (within === undefined) return `≤ ${target}`;
  return within === 0 ? String(target) : `${target} ± ${within}`;
}

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes("--json");
  const isSeed = (arg: string): boolean => /^\d+$/.test(arg);
  const seeds = args.filter(isSeed).map(Number);
  const wanted = args.filter((arg) => arg !== "--json" && !isSeed(arg));
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`No bench ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`);
    return 1;
  }
  let missed = 0;
  if (!json) console.log(row(["name", "figure", "value", "unit", "target", "ok"]));
  const say = (figure: Figure): void => {
    const met = isMet(figure);
    if (!met) missed += 1;
    const { name, figure: what, value, unit, target } = figure;
    if (json) console.log(JSON.stringify({ name, figure: what, value, unit, target, ok: met }));
    else
      console.log(row([name, what, digits(value), unit, targetOf(figure), target === null ? "" : met ? "yes" : "NO"]));
  };
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length === 0 || wanted.includes(name)) await bench(say, seeds);
  }
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
// Native threads of the peers may outlive their last connection.
process.exit();
