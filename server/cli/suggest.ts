// npm run suggest -- plan.json [options]: looks for better link times of a plan in a file, without a server. What it finds
// goes to standard output, how far it is to standard error. 2: what was given cannot be used; 1: there is no plan.
import { stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import type { Instant } from "../../shared/ids.ts";
import { planFile } from "../../shared/plan/file.ts";
import type { Plan, PlanFile } from "../../shared/plan/model.ts";
import { withPlacements } from "../../shared/plan/suggest/placing.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import { dayOutside } from "../../shared/plan/suggest/scope.ts";
import type {
  PlanKind,
  SuggestedPlan,
  Suggestion,
  SuggestionState,
  Wish,
} from "../../shared/plan/suggest/suggestion.ts";
import type { PlanLocale } from "../../shared/plan/words.ts";
import { wish as wishSchema } from "../../shared/protocol/suggest.ts";
import { readConfig } from "../config.ts";
import { zonesOfFile, zonesOfPlan } from "../plan/zonesof.ts";
import { ZoneData } from "../plan/zonedata.ts";
import { following, newSuggestion, placingsIn } from "../suggest/following.ts";
import type { FromThread } from "../suggest/messages.ts";
import { Run } from "../suggest/run.ts";
import type { Task } from "../suggest/run.ts";
import { pathOf, planOf, readPlanFile, Unusable } from "./planfiles.ts";
import { progressText, suggestionText } from "./suggesttext.ts";

const usage = `npm run suggest -- plan.json [options]        (- reads the plan from standard input)

--mode plan|repair    repair: the fewest moved links of a released plan; needs --released
--released FILE       the plan.json that was released
--now INSTANT         what is past in a repair, e.g. 2027-03-05T14:00Z; else now
--days DAY,…          only what lies on these days (the conference's) may move, and only within them
--sessions ID,…       only these occurrences may move
--earlier FILE        an earlier conference of the same groups; may be given several times
--carry yes|no        whether the burden of earlier conferences counts; else no
--seconds NUMBER      how long it may take, 1 to 600; else 120
--take KIND           which plan --out writes: fairest, least-total or least-change; else the first
--out FILE            writes the plan with the suggestion taken
--json                prints the suggestion as JSON
--locale en|es        the language of the text

Ctrl-C stops, and prints the best so far.`;

const kinds: readonly PlanKind[] = ["fairest", "least-total", "least-change"];
/** Ctrl-C: so long the reasons are waited for, in milliseconds. */
const patience = 3000;
const progressEvery = 1000;

type Options = ReturnType<typeof optionsOf>;

function optionsOf(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      mode: { type: "string", default: "plan" },
      released: { type: "string" },
      now: { type: "string" },
      days: { type: "string" },
      sessions: { type: "string" },
      earlier: { type: "string", multiple: true, default: [] },
      carry: { type: "string", default: "no" },
      seconds: { type: "string", default: "120" },
      take: { type: "string" },
      out: { type: "string" },
      json: { type: "boolean", default: false },
      locale: { type: "string", default: "en" },
      help: { type: "boolean", default: false },
    },
  });
  return { ...values, files: positionals };
}

async function main(args: readonly string[]): Promise<number> {
  const options = parsed(args);
  if (options.help) return print(usage);
  const [name, ...others] = options.files;
  if (name === undefined || others.length > 0) throw new Unusable(usage);
  const { zones, pack } = await zoneData();
  const file = await readPlanFile(name);
  const earlier = await Promise.all(options.earlier.map(async (one) => ({ name: one, file: await readPlanFile(one) })));
  const released = options.released === undefined ? null : await readPlanFile(options.released);
  const wish = wishOf(options, file, released);
  const now = instantOf(options.now);
  const locale = oneOf("locale", options.locale, ["en", "es"]) as PlanLocale;
  const taken = options.take === undefined ? null : (oneOf("take", options.take, kinds) as PlanKind);
  const plan = planOf([...earlier, { name, file }], zones);
  if (options.out !== undefined) await folderFor(options.out);

  const packed = pack([...zonesOfPlan(plan), ...zonesOfFile(released), "Etc/UTC"]);
  const task: Task = { plan, released, zones: packed, wish, now, seed: 1, explain: null };
  const suggestion = await searched(task, locale);
  if (options.json) print(JSON.stringify(suggestion, null, 2));
  else print(suggestionText(suggestion, { plan, zones, locale }));
  const chosen = choose(suggestion.plans, taken);
  if (chosen === null) return 1;
  if (options.out !== undefined) await write(options.out, plan, wish, chosen);
  return 0;
}

function parsed(args: readonly string[]): Options {
  try {
    return optionsOf(args);
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/** Only the zone data of the settings: what else they say is the server's. */
async function zoneData() {
  const data = await ZoneData.load(readConfig({ ZONE_DATA: process.env["ZONE_DATA"] }, false).ZONE_DATA);
  return { zones: data.zones, pack: (names: Iterable<string>) => data.packed(names) };
}

function wishOf(options: Options, file: PlanFile, released: PlanFile | null): Wish {
  const list = (text: string | undefined): readonly string[] | null =>
    text?.split(",").map((part) => part.trim()) ?? null;
  const mode = oneOf("mode", options.mode, ["plan", "repair"]);
  if (mode === "repair" && released === null) throw new Unusable("--mode repair needs --released FILE");
  if (released !== null && released.conference.id !== file.conference.id)
    throw new Unusable("--released is of another conference");
  const wish = wishSchema.safeParse({
    conferenceId: file.conference.id,
    mode,
    days: list(options.days),
    occurrenceIds: list(options.sessions),
    carry: oneOf("carry", options.carry, ["yes", "no"]) === "yes",
    seconds: Number(options.seconds),
  });
  if (!wish.success) {
    const fields = new Set(wish.error.issues.map(({ path: [field = ""] }) => String(field)));
    throw new Unusable([...fields].map((field) => wanted[field as keyof typeof wanted] ?? field).join("\n"));
  }
  const outside = wish.data.days?.[dayOutside(wish.data, file.conference)];
  if (outside !== undefined) throw new Unusable(`--days: ${outside} is not a day of the conference`);
  return wish.data;
}

/** What a part of the wish has to be. */
const wanted = {
  days: "--days: days that exist, e.g. 2027-03-05,2027-03-06",
  occurrenceIds: "--sessions: ids of occurrences, with commas between them",
  seconds: "--seconds: a whole number from 1 to 600",
} as const;

function instantOf(given: string | undefined): Instant {
  if (given === undefined) return Date.now();
  // Without its offset it would be read by this machine's zone.
  const instant = /(Z|[+-]\d\d:?\d\d)$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(instant)) throw new Unusable("--now: an instant with its offset, e.g. 2027-03-05T14:00Z");
  return instant;
}

function oneOf(option: string, given: string, choices: readonly string[]): string {
  if (choices.includes(given)) return given;
  throw new Unusable(`--${option}: ${choices.join(" or ")}`);
}

/** Searches until it is over or Ctrl-C is pressed; says on standard error how far it is. */
async function searched(task: Task, locale: PlanLocale): Promise<Suggestion> {
  const began = Date.now();
  let suggestion: Suggestion = {
    ...newSuggestion("command-line", task.wish, "npm run suggest", 0),
    state: "running",
    startedAt: began,
  };
  let placings: readonly Placing[] = [];
  let said = { at: 0, line: "" };
  const hear = (message: FromThread): void => {
    if (message.kind === "refused") throw new Unusable(refusals[message.code]);
    suggestion = following(suggestion, message);
    placings = placingsIn(message) ?? placings;
    const elapsed = Date.now() - began;
    const line = progressText(suggestion, elapsed, locale);
    if (line === said.line || elapsed - said.at < progressEvery) return;
    said = { at: elapsed, line };
    process.stderr.write(`${String(Math.round(elapsed / 1000)).padStart(4)} s  ${line}\n`);
  };
  const end = (state: SuggestionState): Suggestion => ({ ...suggestion, state, endedAt: Date.now() });
  const how = await running(task, hear);
  if (how === "done" || how === "failed") return end(how);
  const stopped: Suggestion = how === "late" ? { ...end("done"), stage: "over" } : end("stopped");
  if (placings.length === 0) return stopped;
  suggestion = stopped;
  await running({ ...task, explain: placings }, hear, patience);
  return suggestion;
}

const refusals = {
  "not-found": "--sessions names what is not of this conference",
  "no-days": "the conference has no days, and nothing of it has a time",
  "no-release": "nothing has been released",
} as const;

/** Runs a thread to its end, until Ctrl-C, until so many milliseconds are over, or until its search is *late*. */
function running(
  task: Task,
  hear: (message: FromThread) => void,
  most?: number,
): Promise<"done" | "failed" | "stopped" | "late"> {
  return new Promise((resolve, reject) => {
    const stop = (): void => void run.stop().then(() => finish("stopped"), reject);
    const late = most === undefined ? undefined : setTimeout(stop, most);
    const finish = (how: "done" | "failed" | "stopped" | "late"): void => {
      clearTimeout(late);
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve(how);
    };
    const run = new Run(task, {
      hear(message) {
        try {
          hear(message);
        } catch (error) {
          process.off("SIGINT", stop);
          process.off("SIGTERM", stop);
          run.stop().then(() => reject(error instanceof Error ? error : new Error(String(error))), reject);
        }
      },
      ended(error) {
        if (error !== null) process.stderr.write(`the search broke off: ${error.message}\n`);
        finish(error === null ? "done" : "failed");
      },
      late: () => void run.stop().then(() => finish("late"), reject),
    });
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}

/** The plan of that kind, or the first. */
function choose(plans: readonly SuggestedPlan[], kind: PlanKind | null): SuggestedPlan | null {
  const wanted = kind === null ? undefined : plans.find((plan) => plan.kinds.includes(kind));
  const [first = null] = plans;
  if (kind !== null && wanted === undefined && first !== null)
    process.stderr.write(`there is no plan of its own that is ${kind}; taken is: ${first.kinds.join(", ")}\n`);
  return wanted ?? first;
}

async function write(name: string, plan: Plan, { conferenceId }: Wish, { placements }: SuggestedPlan): Promise<void> {
  const file = planFile(withPlacements(plan, placements), conferenceId);
  await writeFile(pathOf(name), `${JSON.stringify(file, null, 2)}\n`);
}

/** Said before the search, not after it. */
async function folderFor(name: string): Promise<void> {
  const folder = dirname(pathOf(name));
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) throw new Unusable(`--out: there is no folder ${folder}`);
}

function print(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

// Whoever reads it may have seen enough ("| head"); what is to be written into a file is written all the same.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Unusable ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Unusable ? 2 : 1;
}
