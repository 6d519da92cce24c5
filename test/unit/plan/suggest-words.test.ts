import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlanKind, Proof, SuggestedPlan, SuggestionState } from "../../../shared/plan/suggest/suggestion.ts";
import {
  fewerWords,
  figureWords,
  headlineWords,
  plateWords,
  plotWords,
  progressWords,
  proofWords,
  repairWords,
  stateWords,
} from "../../../shared/plan/suggest/words.ts";
import { planOf, point, suggestionWith } from "../../support/suggested.ts";

// The texts as people read them. What is said of a plan stands in one line: the proof, then what it places.

interface Case {
  readonly plan: SuggestedPlan;
  readonly state: SuggestionState;
  readonly en: string;
  readonly es: string;
}

const cases: Readonly<Record<string, Case>> = {
  "the fairest, proven": {
    plan: planOf({ proof: { best: true, leastTotal: 13.5, leastWorst: 3.25 } }),
    state: "done",
    en: "Proven best: no plan shares the hours better. All 17 sessions are placed.",
    es: "El mejor, demostrado: ningún plan reparte mejor las horas. Las 17 sesiones tienen hora.",
  },
  "the least total, proven, among plans that leave nobody out": {
    plan: planOf({ kinds: ["least-total"], reached: 120, total: 13.5, proof: { best: true, leastTotal: 13.5 } }),
    state: "done",
    en: "Proven best: no plan that places and reaches as much costs all groups together less. All 17 sessions are placed.",
    es: "El mejor, demostrado: ningún plan que coloque y alcance lo mismo cuesta menos a todos los grupos juntos. Las 17 sesiones tienen hora.",
  },
  "the least change, proven": {
    plan: planOf({ kinds: ["least-change"], movedLinks: 3, proof: { best: true, leastMoved: 3 } }),
    state: "done",
    en: "Proven best: no plan moves fewer links. All 17 sessions are placed.",
    es: "El mejor, demostrado: ningún plan mueve menos enlaces. Las 17 sesiones tienen hora.",
  },
  "stopped early, with both bounds": {
    plan: planOf({ proof: { leastTotal: 13.51, leastWorst: 2.8 } }),
    state: "stopped",
    en: "Stopped early: at most 1¼ hours could still be saved, all groups together; the worst-off group could save at most ½ hour. All 17 sessions are placed.",
    es: "Detenido antes de tiempo: como mucho se podrían ahorrar todavía 1¼ horas entre todos los grupos; el grupo peor parado podría ahorrarse como mucho ½ hora. Las 17 sesiones tienen hora.",
  },
  "time was over, with the total's bound": {
    plan: planOf({ proof: { leastTotal: 13.75 } }),
    state: "done",
    en: "Not all is proven: at most 1 hour could still be saved, all groups together. All 17 sessions are placed.",
    es: "No todo está demostrado: como mucho se podría ahorrar todavía 1 hora entre todos los grupos. Las 17 sesiones tienen hora.",
  },
  "while it runs, no bound is known": {
    plan: planOf({ proof: { placed: false, reached: false } }),
    state: "running",
    en: "How much could still be saved is not known yet. All 17 sessions are placed.",
    es: "Aún no se sabe cuánto se podría ahorrar todavía. Las 17 sesiones tienen hora.",
  },
  "stopped early, only the worst-off group's bound": {
    plan: planOf({ proof: { leastWorst: 2.5 } }),
    state: "stopped",
    en: "Stopped early: the worst-off group could save at most ¾ hour; how much all groups together could save is not known. All 17 sessions are placed.",
    es: "Detenido antes de tiempo: el grupo peor parado podría ahorrarse como mucho ¾ hora; no se sabe cuánto podrían ahorrarse todos los grupos juntos. Las 17 sesiones tienen hora.",
  },
  "nothing to be saved in all, and yet not proven the fairest": {
    plan: planOf({ proof: { leastTotal: 14.75, leastWorst: 3.25 } }),
    state: "done",
    en: "Not all is proven: no plan costs all groups together less, and the worst-off group cannot pay less; whether the hours could be shared more evenly is not proven. All 17 sessions are placed.",
    es: "No todo está demostrado: ningún plan cuesta menos a todos los grupos juntos, y el grupo peor parado no puede pagar menos; no está demostrado si las horas se podrían repartir con más igualdad. Las 17 sesiones tienen hora.",
  },
  "two find no time, which is proven": {
    plan: planOf({ placed: 38, of: 40, proof: { best: true, mostPlaced: 38 } }),
    state: "done",
    en: "Proven best: no plan that places and reaches as much shares the hours better. 2 of 40 sessions find no time; no plan places more, the important ones first.",
    es: "El mejor, demostrado: ningún plan que coloque y alcance lo mismo reparte mejor las horas. 2 de 40 sesiones no encuentran hora; ningún plan coloca más, las importantes primero.",
  },
  "two find no time, and one more might": {
    plan: planOf({ placed: 38, of: 40, proof: { placed: false, reached: false, mostPlaced: 39 } }),
    state: "done",
    en: "Not all is proven: how much could still be saved is not known. 2 of 40 sessions find no time; at most 1 more could be placed, the important ones first.",
    es: "No todo está demostrado: no se sabe cuánto se podría ahorrar todavía. 2 de 40 sesiones no encuentran hora; como mucho se podría colocar una más, las importantes primero.",
  },
  "one finds no time, and another might instead": {
    plan: planOf({ placed: 39, of: 40, proof: { placed: false, reached: false, mostPlaced: 39 } }),
    state: "stopped",
    en: "Stopped early: how much could still be saved is not known. 1 of 40 sessions finds no time; no plan places more, but whether more important ones could be placed instead is not proven.",
    es: "Detenido antes de tiempo: no se sabe cuánto se podría ahorrar todavía. 1 de 40 sesiones no encuentra hora; ningún plan coloca más, pero no está demostrado si en su lugar se podrían colocar otras más importantes.",
  },
  "a bound that says nothing": {
    plan: planOf({ kinds: ["least-total"], proof: { leastTotal: 0, leastWorst: 0, leastMoved: 0 } }),
    state: "done",
    en: "Not all is proven: how much could still be saved is not known. All 17 sessions are placed.",
    es: "No todo está demostrado: no se sabe cuánto se podría ahorrar todavía. Las 17 sesiones tienen hora.",
  },
  "interrupted by a restart": {
    plan: planOf({ proof: { leastTotal: 12.25 } }),
    state: "interrupted",
    en: "Interrupted when the server restarted: at most 2½ hours could still be saved, all groups together. All 17 sessions are placed.",
    es: "Interrumpido al reiniciarse el servidor: como mucho se podrían ahorrar todavía 2½ horas entre todos los grupos. Las 17 sesiones tienen hora.",
  },
  "more people might be reached": {
    plan: planOf({ reached: 40, proof: { reached: false, leastTotal: 14.75 } }),
    state: "stopped",
    en: "Stopped early: no plan that places and reaches as much costs all groups together less; whether the hours could be shared more evenly is not proven. All 17 sessions are placed. Whether more people could be reached is not proven.",
    es: "Detenido antes de tiempo: ningún plan que coloque y alcance lo mismo cuesta menos a todos los grupos juntos; no está demostrado si las horas se podrían repartir con más igualdad. Las 17 sesiones tienen hora. No está demostrado si se podría alcanzar a más personas.",
  },
  "the least change, not proven": {
    plan: planOf({ kinds: ["least-change"], movedLinks: 5, proof: { leastMoved: 2.2 } }),
    state: "done",
    en: "Not all is proven: at most 2 fewer links could move. All 17 sessions are placed.",
    es: "No todo está demostrado: como mucho podrían moverse 2 enlaces menos. Las 17 sesiones tienen hora.",
  },
};

describe("what is proven of a plan", () => {
  test.each(Object.entries(cases))("%s", (_name, { plan, state, en, es }) => {
    expect(proofWords({ state }, plan, "en").join(" ")).toBe(en);
    expect(proofWords({ state }, plan, "es").join(" ")).toBe(es);
  });

  test.each<[string, Partial<SuggestedPlan>, Partial<Proof>, string, string]>([
    ["proven", {}, { best: true }, "Proven best", "El mejor, demostrado"],
    ["nothing known", {}, {}, "Not proven", "Sin demostrar"],
    ["the worst-off", {}, { leastWorst: 2.9 }, "At least 2¾ for the worst-off", "Al menos 2¾ para el peor parado"],
    ["the worst-off's proof", {}, { leastWorst: 3.25 }, "Worst-off proven", "Peor parado: demostrado"],
    ["all", { kinds: ["least-total"] }, { leastTotal: 13.6 }, "At least 13½ in all", "Al menos 13½ en total"],
    [
      "links",
      { kinds: ["least-change"], movedLinks: 4 },
      { leastMoved: 2 },
      "At least 2 links must move",
      "Al menos deben moverse 2 enlaces",
    ],
  ])("in few words: %s", (_name, change, proof, en, es) => {
    const plan = planOf({ ...change, proof });
    expect(plateWords({ state: "done" }, plan, "en")).toBe(en);
    expect(plateWords({ state: "done" }, plan, "es")).toBe(es);
  });

  test("of a repair", () => {
    const repair = (movedLinks: number, leastMoved: number | null) => {
      const plan = planOf({ kinds: ["least-change"], movedLinks, proof: { leastMoved } });
      return [repairWords({ state: "done" }, plan, "en"), repairWords({ state: "done" }, plan, "es")];
    };
    expect(repair(2, 2)).toEqual(["Moves 2 links; no plan moves fewer.", "Mueve 2 enlaces; ningún plan mueve menos."]);
    expect(repair(5, 3)).toEqual([
      "Moves 5 links; at least 3 must move.",
      "Mueve 5 enlaces; al menos deben moverse 3.",
    ]);
    expect(repair(1, null)).toEqual([
      "Moves 1 link; whether fewer would do is not proven.",
      "Mueve 1 enlace; no está demostrado si bastarían menos.",
    ]);
    expect(repair(0, 0)).toEqual(["Moves no link.", "No mueve ningún enlace."]);
  });
});

describe("never best without a proof", () => {
  const bound = fc.option(fc.double({ min: 0, max: 40, noNaN: true }), { nil: null });
  const proof: fc.Arbitrary<Proof> = fc.record({
    placed: fc.boolean(),
    reached: fc.boolean(),
    best: fc.boolean(),
    mostPlaced: fc.integer({ min: 0, max: 20 }),
    leastPenalty: bound,
    leastTotal: bound,
    leastWorst: bound,
    leastMoved: bound,
  });
  const plan = fc
    .record({
      kind: fc.constantFrom<PlanKind>("fairest", "least-total", "least-change"),
      placed: fc.integer({ min: 0, max: 17 }),
      total: fc.double({ min: 0, max: 40, noNaN: true }),
      worst: fc.double({ min: 0, max: 10, noNaN: true }),
      movedLinks: fc.integer({ min: 0, max: 9 }),
      reached: fc.constantFrom(0, 30),
      proof,
    })
    .map(({ kind, ...change }) => planOf({ kinds: [kind], ...change }));
  const states = fc.constantFrom<SuggestionState>("running", "done", "stopped", "interrupted", "failed");

  test("whatever is proven and known", () => {
    fc.assert(
      fc.property(plan, states, fc.constantFrom("en" as const, "es" as const), (one, state, locale) => {
        const suggestion = suggestionWith({ state, plans: [one], progress: [point({})], stage: "over" });
        const said = [
          ...proofWords(suggestion, one, locale),
          plateWords(suggestion, one, locale),
          repairWords(suggestion, one, locale),
          ...headlineWords(one, locale),
          figureWords(suggestion, one, locale).text,
          fewerWords(suggestion, locale) ?? "",
          stateWords(suggestion, locale),
          plotWords(suggestion, 9000, locale),
          ...progressWords(suggestion, 9000, locale).flatMap(({ title, text }) => [title, text]),
        ].join(" ");
        expect(said.length).toBeGreaterThan(0);
        if (!one.proof.best) expect(said).not.toMatch(/\bbest\b|\boptim|óptim|\bmejor(es)?\b/i);
      }),
    );
  });

  test("savings are never said to be less than they may be", () => {
    const hours = (text: string): number => {
      const [, whole = "", part = ""] = /^(\d*)([¼½¾]?)$/.exec(text) ?? [];
      return Number(whole) + ({ "¼": 0.25, "½": 0.5, "¾": 0.75 }[part] ?? 0);
    };
    fc.assert(
      fc.property(plan, (one) => {
        const [said = ""] = proofWords({ state: "done" }, one, "en");
        const saved = /at most ([\d¼½¾]+) hours? could still be saved/.exec(said)?.[1];
        const { leastTotal, leastWorst } = one.proof;
        if (saved !== undefined)
          expect(hours(saved)).toBeGreaterThanOrEqual(one.total - (leastTotal ?? -Infinity) - 1e-5);
        if (/no plan[^;.]* costs all groups together less/.test(said) && !one.proof.best)
          expect(one.total - (leastTotal ?? -Infinity)).toBeLessThan(1e-5);
        const worst = /worst-off group could save at most ([\d¼½¾]+) hour/.exec(said)?.[1];
        if (worst !== undefined)
          expect(hours(worst)).toBeGreaterThanOrEqual(one.worst - (leastWorst ?? -Infinity) - 1e-5);
      }),
    );
  });

  test("what might still place or reach more is not the best either", () => {
    for (const proof of [{ placed: false }, { reached: false }])
      expect(proofWords({ state: "done" }, planOf({ proof: { best: true, ...proof } }), "en")[0]).toBe(
        "Not all is proven: how much could still be saved is not known.",
      );
  });
});
