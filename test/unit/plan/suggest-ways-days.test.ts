import { expect, test } from "vitest";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import { emptyPlacing } from "../../../shared/plan/suggest/value.ts";
import { waysOut } from "../../../shared/plan/suggest/ways.ts";
import { canPlaceAll } from "../../support/placingall.ts";
import { hoursWith, planWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan } from "../../support/planmaker.ts";
import { wish } from "../../support/suggested.ts";

// A conference that has not said its days has those on which something of it is placed: no way out leads past them.

const ground = { now: 0, released: null };

/** Something stands on the 5th; the hall of the talk is open on the 6th only. */
function waysWith(angeles: NonNullable<GivenPlan["groups"]>[string]) {
  const onTheSixth = [{ date: "2027-03-06", from: 480, to: 1320, band: "kind", why: "" }] as const;
  const plan = planWith({
    rooms: { durban: {}, hall: { hours: { rest: "blocked", week: [], dated: onTheSixth } } },
    groups: { angeles },
    sessions: {
      opening: { in: "durban", at: "2027-03-05T10:00", pinned: true },
      talk: { in: "hall", links: ["angeles"] },
    },
  });
  const built = buildProblem(plan, zones, wish, ground);
  if (!built.ok) throw new Error(built.code);
  return waysOut(built.value, zones, ground, emptyPlacing(built.value.problem), 0, canPlaceAll).map(
    ({ how: { kind } }) => kind,
  );
}

test("a change by which it would fit on a day that is not looked at is none", () => {
  expect(waysWith({ hours: hoursWith("blocked") })).toEqual([]);
});

test("it can be moved to a day that is not looked at where nothing else is in the way", () => {
  expect(waysWith({})).toContain("move");
});
