import { describe, expect, test } from "vitest";
import { groupsOf } from "../../../shared/plan/look.ts";
import { ledgerOf } from "../../../shared/plan/suggest/ledger.ts";
import type { PlanKind, SuggestionState } from "../../../shared/plan/suggest/suggestion.ts";
import {
  barWords,
  fewerWords,
  figureWords,
  headlineWords,
  ledgerWords,
  plotWords,
  progressWords,
  stateWords,
  timerWords,
} from "../../../shared/plan/suggest/words.ts";
import { conferenceId, planWith, zones } from "../../support/planmaker.ts";
import { moved, nothingProven, planOf, point, suggestionWith, wish } from "../../support/suggested.ts";

describe("what a plan changes", () => {
  const day = "2020-01-10T";
  test.each<[string, readonly ReturnType<typeof moved>[], readonly string[], readonly string[]]>([
    [
      "an hour or less",
      [
        moved("a", `${day}16:15`, `${day}17:00`),
        moved("b", `${day}14:30`, `${day}15:00`),
        moved("c", `${day}16:00`, `${day}17:00`),
      ],
      ["Moves 3 sessions, each by an hour or less."],
      ["Mueve 3 sesiones, cada una 1 hora o menos."],
    ],
    [
      "one",
      [moved("a", `${day}16:15`, `${day}16:00`)],
      ["Moves 1 session, by 15 minutes."],
      ["Mueve 1 sesión, 15 minutos."],
    ],
    [
      "one, to another day",
      [moved("a", `${day}16:15`, `2020-01-12T17:00`)],
      ["Moves 1 session, by more than 2 days."],
      ["Mueve 1 sesión, más de 2 días."],
    ],
    [
      "to other days",
      [moved("a", `${day}16:15`, `2020-01-12T17:00`), moved("b", `${day}14:30`, `${day}15:00`)],
      ["Moves 2 sessions, by up to 3 days."],
      ["Mueve 2 sesiones, hasta 3 días."],
    ],
    [
      "all else",
      [
        moved("a", null, `${day}16:00`),
        moved("b", `${day}14:30`, null),
        moved("c", `${day}09:00`, `${day}09:00`, ["room:la"]),
      ],
      ["Places 1 session that had no time.", "Takes 1 session off the timetable.", "Makes 1 link playback."],
      ["Coloca 1 sesión que no tenía hora.", "Saca 1 sesión del plan.", "Pasa 1 enlace a diferido."],
    ],
    ["nothing", [], ["Moves nothing."], ["No mueve nada."]],
  ])("%s", (_name, placements, en, es) => {
    expect(headlineWords({ placements }, "en")).toEqual(en);
    expect(headlineWords({ placements }, "es")).toEqual(es);
  });

  test("the number of each kind", () => {
    const plan = planOf({ placements: [moved("a", `${day}16:15`, `${day}16:00`)], movedLinks: 4 });
    const said = (kind: PlanKind, mode: "plan" | "repair" = "plan") => {
      const { figure, text } = figureWords({ wish: { ...wish, mode } }, plan, "en", kind);
      return `${figure} ${text}`;
    };
    expect(said("fairest")).toBe("3¼ hours for the worst-off group, 14¾ hours in all");
    expect(said("least-total")).toBe("14¾ hours in all, 3¼ hours for the worst-off group");
    expect(said("least-change")).toBe("1 session moves, by 15 minutes, 14¾ hours in all");
    expect(said("least-change", "repair")).toBe("4 links move, 14¾ hours in all");
    expect(figureWords({ wish }, plan, "es", "fairest")).toEqual({
      figure: "3¼",
      text: "horas para el grupo peor parado, 14¾ horas en total",
    });
  });

  test("fewer than three plans", () => {
    const plans = [planOf({}), planOf({ kinds: ["least-total"] })];
    const said = (change: Parameters<typeof suggestionWith>[0], locale: "en" | "es" = "en") =>
      fewerWords(suggestionWith({ state: "done", stage: "over", plans, ...change }), locale);
    expect(said({})).toBe(
      "Only two plans truly differ: in the others fewer than one session in five would lie an hour or more apart.",
    );
    expect(said({ plans: plans.slice(1) })).toBe(
      "Only one plan is shown: in the others fewer than one session in five would lie an hour or more apart.",
    );
    const both = planOf({ kinds: ["fairest", "least-total"] });
    expect(said({ plans: [both, planOf({ kinds: ["least-change"] })] })).toBe(
      "Only two plans: for two of the aims the same one was found.",
    );
    expect(said({ plans: [planOf({ kinds: ["fairest", "least-total", "least-change"] })] }, "es")).toBe(
      "Solo un plan: se halló para los tres fines.",
    );
    expect(said({}, "es")).toBe(
      "Solo dos planes difieren de verdad: en los demás, menos de una de cada cinco sesiones estaría a una hora o más de distancia.",
    );
    expect(said({ state: "stopped", stage: "sharing" })).toBe(
      "The search was stopped before other plans were looked for.",
    );
    expect(said({ plans: [...plans, planOf({ kinds: ["least-change"] })] })).toBeNull();
    expect(said({ state: "running" })).toBeNull();
  });
});

describe("while it looks", () => {
  const progress = [
    point({}),
    point({ at: 9000, stage: "sharing", penalty: 50 }),
    point({ at: 18_000, stage: "sharing", penalty: 45 }),
    point({ at: 26_000, stage: "sharing", penalty: 45, leastTotal: 12 }),
    point({ at: 31_000, stage: "sharing", penalty: 40, total: 14.75, leastTotal: 13.6 }),
  ];
  const running = suggestionWith({ progress, plans: [planOf({})] });
  const route = (suggestion: typeof running, locale: "en" | "es" = "en") =>
    progressWords(suggestion, 42_000, locale).map(({ state, title, text }) => `${state}: ${title}: ${text}`);

  test("the route", () => {
    expect(route(running)).toEqual([
      "done: A first plan: all 17 sessions placed, after 4 seconds",
      "done: Placement proven: no plan can place more, and none is dropped",
      "here: Sharing the hours: better 3 times, last 11 seconds ago",
      "ahead: The proof: or 2 minutes are over",
    ]);
    expect(route(running, "es")).toEqual([
      "done: Un primer plan: las 17 sesiones tienen hora, tras 4 segundos",
      "done: Colocación demostrada: ningún plan puede colocar más, y no falta ninguna",
      "here: Reparto de las horas: 3 avances, el último hace 11 segundos",
      "ahead: La demostración: o pasan 2 minutos",
    ]);
  });

  test("the route at its beginning and at its end", () => {
    expect(route(suggestionWith({ stage: "placing" }))).toEqual([
      "here: A first plan: being looked for",
      "ahead: Placement: whether more can be placed",
      "ahead: Sharing the hours: so that none pays every time",
      "ahead: The proof: or 2 minutes are over",
    ]);
    const open = planOf({ placed: 15, proof: { ...nothingProven, mostPlaced: 16 } });
    const first = [point({ placed: 15 })];
    expect(route(suggestionWith({ stage: "proving", plans: [open], progress: first })).slice(0, 2)).toEqual([
      "done: A first plan: 15 of 17 sessions placed, after 4 seconds",
      "here: Placement: at most 1 more could be placed",
    ]);
    const proven = planOf({ proof: { best: true } });
    expect(route(suggestionWith({ state: "done", stage: "over", plans: [proven], progress })).slice(2)).toEqual([
      "done: Sharing the hours: better 3 times",
      "done: Proven best: nothing is left to look for",
    ]);
    expect(route(suggestionWith({ state: "stopped", plans: [planOf({})], progress })).slice(3)).toEqual([
      "open: The proof: not found",
    ]);
  });

  test("the plot", () => {
    expect(plotWords(running, 42_000, "en")).toBe(
      "After 42 seconds this plan costs 14¾ hours, down from 22¾ in the draft; no plan can cost less than 13½.",
    );
    expect(plotWords(running, 42_000, "es")).toBe(
      "Tras 42 segundos, este plan cuesta 14¾ horas, menos que las 22¾ del borrador; ningún plan puede costar menos de 13½.",
    );
    // A draft that places less costs less: the two are not compared.
    const before = { total: 0, worst: 0, placed: 2 };
    expect(plotWords(suggestionWith({ progress: [point({})], before }), 4000, "en")).toBe(
      "After 4 seconds this plan costs 19¼ hours; how little a plan can cost is not known yet.",
    );
    expect(plotWords(suggestionWith({}), 1000, "en")).toBe("");
  });

  test("how long, and what became of it", () => {
    expect(timerWords(running, 42_300, "en")).toBe("42 seconds, of at most 2 minutes");
    expect(timerWords(running, 65_000, "es")).toBe("65 segundos, de 2 minutos como mucho");
    const said = (state: SuggestionState, hasPlan: boolean, locale: "en" | "es" = "en") =>
      stateWords({ state, plans: hasPlan ? [planOf({})] : [] }, locale);
    expect(said("interrupted", true)).toBe(
      "The server restarted, which interrupted the search. The plan so far is kept.",
    );
    expect(said("interrupted", true, "es")).toBe(
      "El servidor se reinició e interrumpió la búsqueda. El plan hallado hasta entonces se conserva.",
    );
    expect(said("stopped", false)).toBe("The search was stopped. There was no plan yet.");
    expect(said("failed", true)).toBe("The search broke off because of a fault. The plan so far is kept.");
    expect(said("waiting", false)).toBe("It waits until another search has ended.");
  });
});

describe("what it costs whom", () => {
  const plan = planWith({
    conference: { name: "Winter", firstDay: "2020-01-10", lastDay: "2020-01-10" },
    conferences: { spring: { name: "Spring", firstDay: "2019-04-01", lastDay: "2019-04-01" } },
    rooms: { durban: { name: "Durban" } },
    groups: {
      angeles: {
        name: "Los Angeles",
        city: "Los Angeles",
        zone: "America/Los_Angeles",
        conferenceIds: [conferenceId, "spring"],
      },
    },
    sessions: {
      plenary: { at: "2020-01-10T16:15", in: "durban", links: ["angeles"] },
      early: { conferenceId: "spring", at: "2019-04-01T16:00", links: ["angeles"] },
    },
  });

  test("a group's bar", () => {
    const [durban, angeles] = groupsOf(plan, conferenceId);
    const bar = (id: typeof durban, burden: number, unavoidable: number, locale: "en" | "es" = "en") =>
      id === undefined
        ? ""
        : barWords(plan, zones, { groupId: id.id, burden, unavoidable, before: 0, carried: 0 }, locale);
    expect(bar(angeles, 3.25, 2.25)).toBe("Los Angeles: 3¼ hours, of which 2¼ unavoidable");
    expect(bar(angeles, 3.25, 2.25, "es")).toBe("Los Angeles: 3¼ horas, de ellas 2¼ inevitables");
    expect(bar(durban, 0, 0)).toBe("Durban: 0 hours");
  });

  test("the ledger", () => {
    const ledger = ledgerOf(plan, zones, conferenceId);
    const said = (locale: "en" | "es") => ledger.rows.map((row) => ledgerWords(plan, zones, ledger, row, locale));
    expect(said("en")).toEqual([
      "Durban pays 0 hours, and took no part before.",
      "Los Angeles pays 2½ hours, after 1 hour before (Spring 1): 3½ hours in all.",
    ]);
    expect(said("es")).toEqual([
      "Durban paga 0 horas, y no participó antes.",
      "Los Angeles paga 2½ horas, tras 1 hora antes (Spring 1): 3½ horas en total.",
    ]);
  });
});
