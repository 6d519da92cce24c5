import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ConferenceId } from "../../../shared/ids.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { factOf, factsOf } from "../../support/checker.ts";
import { randomPlan, tzifClock } from "../../support/randomplan.ts";
import { troubleKinds } from "../../support/troublekinds.ts";
import { zonesOf } from "../../support/zonedata.ts";

test("an independent checker finds the same in random plans, and every kind comes up", () => {
  const zones = zonesOf();
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(randomPlan, (plan) => {
      for (const conferenceId of ["c1", "c2"]) {
        const found = conflicts(plan, zones, conferenceId as ConferenceId);
        expect(found.map(factOf).toSorted()).toEqual(factsOf(plan, tzifClock, conferenceId));
        for (const { kind } of found) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }),
    { numRuns: 1000, interruptAfterTimeLimit: 12_000 },
  );
  expect([...seen.keys()].toSorted()).toEqual(troubleKinds);
});
