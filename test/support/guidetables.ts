import type { Outcome } from "../../server/suggest/solver/engine.ts";
import type { GroupId, Instant, OccurrenceId } from "../../shared/ids.ts";
import { burdens as burdensOf } from "../../shared/plan/burden.ts";
import { conflicts } from "../../shared/plan/conflicts.ts";
import { dateTime } from "../../shared/plan/luxonzone.ts";
import { groupsOf } from "../../shared/plan/look.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { ledgerOf } from "../../shared/plan/suggest/ledger.ts";
import { placementsOf, withPlacements } from "../../shared/plan/suggest/placing.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import { reasonsOf } from "../../shared/plan/suggest/reasons.ts";
import { withStarts } from "../../shared/plan/suggest/scope.ts";
import type { SuggestedPlan } from "../../shared/plan/suggest/suggestion.ts";
import { suggestedPlan } from "../../shared/plan/suggest/summary.ts";
import { proofWords, reasonWords } from "../../shared/plan/suggest/words.ts";
import { quarters } from "../../shared/plan/words/numbers.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import type { Asked } from "./guidejanuary.ts";
import { habitOf } from "./habit.ts";

// The tables of docs/scheduling.md, *Suggest*: all of them are reckoned from the plan that is shown there.

/** By name; each stands between its marks. */
export type Tables = Readonly<Record<string, string>>;

/** What April costs each group, in weighted hours and in the order of the problem's groups. */
export interface AprilBurdens {
  /** If what January has cost does not count. */
  readonly without: readonly number[];
  readonly counted: readonly number[];
}

interface Found {
  /** The fairest plan of January that the guide shows. */
  readonly placing: Placing;
  /** What is proven of January. */
  readonly outcome: Outcome;
  readonly april: Asked;
  readonly burdens: AprilBurdens;
  /** What is proven of the repair. */
  readonly repair: Outcome;
}

const zone = "Africa/Johannesburg";
const reasonsShown = 5;

/** "Fri 16:15", in Durban. */
export function timeIn(zones: Zones, instant: Instant): string {
  return dateTime(zones, zone, instant, "en").toFormat("ccc HH:mm");
}

export function titleOf(plan: Plan, id: OccurrenceId): string {
  return plan.sessions[plan.occurrences[id]?.sessionId ?? ""]?.title ?? id;
}

export function tablesOf(asked: Asked, found: Found): Tables {
  return {
    repair: repairText(found),
    plans: plansTable(asked, found),
    times: timesTable(asked, found),
    burdens: burdensTable(asked, found),
    habit: habitText(asked),
    reasons: reasonsList(asked, found),
    ledger: ledgerTable(found),
    carry: carryTable(found),
  };
}

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n")
    .replaceAll("| --- ", "|---")
    .replaceAll("|--- |", "|---|");

const kinds = { fairest: "Fairest", "least-total": "Least total", "least-change": "Least change" } as const;

/** The plan that the guide shows as the fairest, and the one that changes least. */
function suggestedIn({ built }: Asked, { placing, outcome }: Found): readonly SuggestedPlan[] {
  const proofOf = (kind: keyof typeof kinds) => {
    const one = outcome.plans.find((plan) => plan.kind === kind);
    if (one === undefined) throw new Error(`there is no plan that is ${kind}`);
    return one;
  };
  const fairest = proofOf("fairest");
  const total = proofOf("least-total");
  const change = proofOf("least-change");
  const shown = suggestedPlan(built, placing, ["fairest"], fairest.proof, []);
  const both = shown.total * 60 === total.value.total;
  return [
    both ? { ...shown, kinds: ["fairest", "least-total"] } : shown,
    suggestedPlan(built, change.placing, ["least-change"], change.proof, []),
  ];
}

function plansTable(asked: Asked, found: Found): string {
  const rows = suggestedIn(asked, found).map((plan) => [
    `**${plan.kinds.map((kind, i) => (i === 0 ? kinds[kind] : kinds[kind].toLowerCase())).join(", also ")}**`,
    quarters(plan.worst),
    quarters(plan.total),
    String(plan.movedSessions),
    String(plan.movedLinks),
    proofWords({ state: "done" }, plan, "en").join(" "),
  ]);
  return table(
    ["plan", "worst-off group", "all together", "sessions moved", "links moved", "what is said of it"],
    rows,
  );
}

function timesTable(asked: Asked, found: Found): string {
  const { plan, zones, built } = asked;
  const habit = habitOf(plan, zones, built.conferenceId).starts;
  const then = suggestedBy(asked, found);
  const costs = burdensOf(then, zones, built.conferenceId).ofOccurrence;
  const names = new Map(groupsOf(plan, built.conferenceId).map(({ id, name }) => [id, name]));
  const said = (instant: Instant | undefined): string => (instant === undefined ? "" : timeIn(zones, instant));
  const rows = built.problem.jobs
    .map(({ id }) => ({ id, start: then.occurrences[id]?.start?.instant ?? Infinity }))
    .sort((a, b) => a.start - b.start)
    .map(({ id, start }) => [
      titleOf(plan, id),
      said(habit.get(id)?.instant),
      said(plan.occurrences[id]?.start?.instant),
      start === plan.occurrences[id]?.start?.instant ? said(start) : `**${said(start)}**`,
      payers(costs.get(id) ?? new Map<GroupId, number>(), names),
    ]);
  return table(["session", "usual habit", "draft", "suggested", "who pays then"], rows);
}

/** "Los Angeles, Pacific coast ¼ each; Chennai ½": who pays as much is named together. */
function payers(costs: ReadonlyMap<GroupId, number>, names: ReadonlyMap<GroupId, string>): string {
  const by = new Map<string, string[]>();
  for (const [id, name] of names) {
    const cost = quarters(costs.get(id) ?? 0);
    if (cost !== "0") by.set(cost, [...(by.get(cost) ?? []), name]);
  }
  const said = [...by].map(([cost, who]) => `${who.join(", ")} ${cost}${who.length > 1 ? " each" : ""}`);
  return said.length === 0 ? "nobody" : said.join("; ");
}

function suggestedBy({ plan, built }: Asked, { placing }: Found): Plan {
  return withPlacements(plan, placementsOf(built, placing));
}

function burdensTable(asked: Asked, found: Found): string {
  const { plan, zones, built } = asked;
  const { conferenceId } = built;
  const habit = withStarts(plan, habitOf(plan, zones, conferenceId).starts);
  const columns = [habit, plan, suggestedBy(asked, found)].map((one) => burdensOf(one, zones, conferenceId).total);
  const unavoidable = new Map(built.problem.groups.map(({ id, unavoidable: cost }) => [id, cost / 60]));
  const all = [...columns, unavoidable];
  const groups = groupsOf(plan, conferenceId);
  const rows = groups.map(({ id, name }) => [name, ...all.map((column) => quarters(column.get(id) ?? 0))]);
  const over = (how: (values: readonly number[]) => number): string[] =>
    all.map((column) => `**${quarters(how(groups.map(({ id }) => column.get(id) ?? 0)))}**`);
  return table(
    ["group", "usual habit", "draft", "suggested", "unavoidable"],
    [
      ...rows,
      ["**worst-off**", ...over((values) => Math.max(...values)).slice(0, 3), ""],
      ["**together**", ...over((values) => values.reduce((sum, value) => sum + value, 0))],
    ],
  );
}

const small = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const number = (value: number): string => small[value] ?? String(value);

/** What stands in the way of the usual habit. */
function habitText({ plan, zones, built }: Asked): string {
  const { starts, left } = habitOf(plan, zones, built.conferenceId);
  if (left.length > 0) throw new Error("the guide says that the habit has a time for each session");
  const habit = withStarts(plan, starts);
  const found = conflicts(habit, zones, built.conferenceId);
  const sessionsWith = (kind: string): number =>
    new Set(found.filter((one) => one.kind === kind).flatMap(({ occurrenceIds }) => occurrenceIds)).size;
  const others = new Set(found.filter(({ weight }) => weight === "error").map(({ kind }) => kind));
  for (const known of ["room-closed", "person-blocked"] as const) others.delete(known);
  if (others.size > 0) throw new Error(`the guide does not speak of ${[...others].join(", ")}`);
  return [
    `Of the ${starts.size} sessions of the usual habit, ${number(sessionsWith("room-closed"))} would find a linked room closed,`,
    `${number(sessionsWith("person-blocked"))} need somebody outside their hours, and ${number(sessionsWith("group-night"))} are night for a group.`,
  ].join("\n");
}

function reasonsList(asked: Asked, { placing }: Found): string {
  const { zones, built } = asked;
  const seen = new Set<string>();
  const first = reasonsOf(built, zones, placing).filter(({ occurrenceId }) => {
    const isNew = !seen.has(occurrenceId);
    seen.add(occurrenceId);
    return isNew;
  });
  const then = withPlacements(built.plan, placementsOf(built, placing));
  return first
    .slice(0, reasonsShown)
    .map((reason) => {
      const { about, text } = reasonWords(then, zones, reason, "en");
      return `- ${about}: *${text}*`;
    })
    .join("\n");
}

function repairText({ repair }: Found): string {
  const change = repair.plans.find(({ kind }) => kind === "least-change");
  if (change === undefined) throw new Error("there is no repair");
  const { value, placing } = change;
  const placed = value.placed.reduce((sum, one) => sum + one, 0);
  const of = placing.starts.length;
  const left = of - placed;
  return [
    `For example: the plan for January that stands below is released, and on Friday evening the Durban room is lost for Saturday. Of the ${of}`,
    `sessions that are still to come ${placed} find a time, ${number(left)} ${left === 1 ? "does" : "do"} not, and ${value.moved} links move. That no plan places more, and that none of those`,
    "that place as many moves fewer, is proven.",
  ].join("\n");
}

/** As the page shows it for the copy, before anything is moved there. */
function ledgerTable({ april }: Found): string {
  const { plan, zones, built } = april;
  const { conferences, rows } = ledgerOf(plan, zones, built.conferenceId);
  return table(
    [
      "group",
      ...conferences.map(({ name }, i) => (i === conferences.length - 1 ? `${name} (the draft)` : name)),
      "carried over",
      "total",
    ],
    rows.map(({ groupId, by, carried, total }) => [
      plan.groups[groupId]?.name ?? groupId,
      ...by.map((hours) => (hours === null ? "–" : quarters(hours))),
      quarters(carried),
      quarters(total),
    ]),
  );
}

function carryTable({ april, burdens }: Found): string {
  const { plan, built } = april;
  const rows = built.problem.groups.map(({ id, carried }, g) => [
    plan.groups[id]?.name ?? id,
    quarters(carried / 60),
    quarters(burdens.without[g] ?? 0),
    quarters(burdens.counted[g] ?? 0),
  ]);
  return table(["group", "carried over", "fairest plan, if that does not count", "if it counts"], rows);
}
