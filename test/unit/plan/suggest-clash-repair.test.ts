import { expect, test } from "vitest";
import { planFile } from "../../../shared/plan/file.ts";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import { clashOf } from "../../../shared/plan/suggest/clash.ts";
import { reasonsOf } from "../../../shared/plan/suggest/reasons.ts";
import { waysOut } from "../../../shared/plan/suggest/ways.ts";
import { clashWords, reasonWords, wayWords } from "../../../shared/plan/suggest/words.ts";
import { canPlaceAll, placedInTurn } from "../../support/placingall.ts";
import { conferenceId, hoursWith, instant, planWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan } from "../../support/planmaker.ts";
import { wish } from "../../support/suggested.ts";

// In a repair what has begun stays, and nothing is placed before now.

const given: GivenPlan = {
  conference: { firstDay: "2020-01-10", lastDay: "2020-01-10" },
  rooms: { durban: { name: "Durban", hours: hoursWith("blocked", [540, 1080, "kind"]) } },
  groups: { "durban-audience": { hours: hoursWith("kind") } },
  sessions: {
    opening: { title: "Opening", in: "durban", at: "2020-01-10T09:00", minutes: 120 },
    panel: { title: "Panel", in: "durban", at: "2020-01-10T14:00", minutes: 120 },
  },
};
/** The room was lost for the afternoon after the release. */
const draft = planWith({
  ...given,
  rooms: { durban: { name: "Durban", hours: hoursWith("blocked", [540, 720, "kind"]) } },
});
const ground = { now: instant("2020-01-10T07:30Z"), released: planFile(planWith(given), conferenceId) };

test("a room that is lost after the conference has begun", () => {
  const result = buildProblem(draft, zones, { ...wish, mode: "repair" }, ground);
  if (!result.ok) throw new Error(result.code);
  const built = result.value;
  expect(built.problem.jobs.map(({ id }) => id)).toEqual(["panel"]);
  const placing = placedInTurn(built.problem);
  const clash = clashOf(built, zones, ground, placing, 0, canPlaceAll);
  const ways = waysOut(built, zones, ground, placing, 0, canPlaceAll);
  const id = built.problem.jobs[0]?.id;
  if (id === undefined) throw new Error("no panel");
  const unplaced = { occurrenceId: id, ...clash, ways };
  // Where it began is past: what is left of the day is too short, with or without what is on.
  expect(clashWords(draft, zones, unplaced, "en")).toBe(
    "“Panel” finds no time. These do not go together: the Durban room live and “Opening”. Without any one of them it fits.",
  );
  expect(ways.map((way) => wayWords(draft, zones, way, "en"))).toEqual([
    "Open the Durban room from 12:00 to 13:00 on Friday 10 January as well.",
    "Make Saturday 11 January a day of the conference.",
    "Shorten “Panel” from 2 hours to 1 hour.",
  ]);
  for (const reason of reasonsOf(built, zones, placing)) {
    const { about, text } = reasonWords(built.plan, zones, reason, "en");
    expect(`${about}: ${text}`).toBe(
      "“Opening”, Friday 10 January 09:00 in Durban: It has begun already, and what is past stays.",
    );
  }
});
