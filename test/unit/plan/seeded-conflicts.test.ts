import { describe, expect, test } from "vitest";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { applyChanges } from "../../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../../shared/plan/edits/edits.ts";
import { mendsFor } from "../../../shared/plan/mends.ts";
import { planCommands } from "../../../shared/protocol/plan.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import { conflictWords, mendWords, noMendWords } from "../../../shared/plan/words.ts";
import { conferenceId, planWith, zones } from "../../support/planmaker.ts";
import { seeds } from "../../support/seeds.ts";
import { soundPlan } from "../../support/soundplan.ts";
import type { Seed } from "../../support/soundplan.ts";
import { troubleKinds } from "../../support/troublekinds.ts";

const all = Object.entries(seeds);
/** Cities, people and pools of the plans. */
const names = [
  "Los Angeles",
  "San Salvador",
  "Durban",
  "Chennai",
  "Tiruppur",
  "Pretoria",
  "Hall 2",
  "Vigil",
  "María Gómez",
  "Thabo Nkosi",
  "Textile workers",
  "Interpreters",
  "Workers’ college",
];

function seeded(seed: Seed): { readonly plan: Plan; readonly conflict: Conflict } {
  const plan = planWith(seed.plan);
  const [conflict, ...others] = conflicts(plan, zones, conferenceId);
  expect(others.map(({ key }) => key)).toEqual([]);
  if (conflict === undefined) throw new Error("no conflict");
  return { plan, conflict };
}

test("there is a seed of every kind, and the plan is sound without", () => {
  expect(all.length).toBeGreaterThanOrEqual(20);
  expect([...new Set(all.map(([, { kind }]) => kind))].toSorted()).toEqual(troubleKinds);
  expect(conflicts(planWith(soundPlan), zones, conferenceId)).toEqual([]);
});

describe.each(all)("%s", (_name, seed) => {
  test("is found, and only it; its words are whole", () => {
    const { plan, conflict } = seeded(seed);
    expect(conflict.kind).toBe(seed.kind);
    expect(conflictWords(plan, zones, conflict, "en")).toEqual({ title: seed.title, text: seed.text });
  });

  test("every mend ends it and makes no other; if there is none, it says why", () => {
    const { plan, conflict } = seeded(seed);
    const { mends, why } = mendsFor(plan, zones, conflict);
    expect(why ?? mends.map((mend) => mendWords(plan, zones, mend, "en"))).toEqual(seed.mends);
    for (const { command } of mends) {
      planCommands[command.name].input.parse({ ...command.input, commandId: "command" });
      const result = decideEdit(plan, command, { zones, now: 0, newId: () => "new" });
      if (!result.ok) throw new Error(`${command.name} was refused: ${result.code}`);
      expect(conflicts(applyChanges(plan, result.changes), zones, conferenceId)).toEqual([]);
    }
  });

  test("in Spanish every sentence has the same titles, names and times", () => {
    const { plan, conflict } = seeded(seed);
    const mends = mendsFor(plan, zones, conflict);
    const said = (locale: "en" | "es"): readonly string[] => {
      const { title, text } = conflictWords(plan, zones, conflict, locale);
      return [
        title,
        text,
        ...mends.mends.map((mend) => mendWords(plan, zones, mend, locale)),
        noMendWords(mends, locale),
      ];
    };
    for (const [i, spanish] of said("es").entries()) {
      const english = said("en")[i] ?? "";
      expect(partsOf(spanish)).toEqual(partsOf(english));
      expect(spanish).not.toMatch(/undefined|null|NaN|«»|\s{2}|“/);
      if (english !== "") expect(spanish).not.toBe(english);
    }
  });
});

test("at least three quarters of them have a mend", () => {
  const mended = all.filter(([, { mends }]) => typeof mends !== "string");
  expect(mended.length / all.length).toBeGreaterThanOrEqual(0.75);
});

/** Titles, names, times of day and dates' numbers of a sentence, each once. */
function partsOf(sentence: string): readonly string[] {
  const titles = [...sentence.matchAll(/[“«]([^”»]+)[”»]/g)].map(([, title]) => title ?? "");
  const times = sentence.match(/\d\d:\d\d/g) ?? [];
  const numbers = sentence.match(/\d+/g) ?? [];
  return [...new Set([...titles, ...times, ...numbers, ...names.filter((name) => sentence.includes(name))])].toSorted();
}
