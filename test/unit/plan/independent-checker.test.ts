import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ConferenceId } from "../../../shared/ids.ts";
import type { TroubleKind } from "../../../shared/plan/conflict.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { factOf, factsOf } from "../../support/checker.ts";
import { randomPlan, tzifClock } from "../../support/randomplan.ts";
import { zonesOf } from "../../support/zonedata.ts";

const kinds: Readonly<Record<TroubleKind, true>> = {
  "room-closed": true,
  "room-double": true,
  "room-turn-round": true,
  "group-blocked": true,
  "group-double": true,
  "group-night": true,
  "person-double": true,
  "person-travel": true,
  "person-blocked": true,
  "person-places": true,
  "pool-empty": true,
  "pool-rest": true,
  "no-interpreters": true,
  uplink: true,
  order: true,
  gap: true,
  fold: true,
  "outside-conference": true,
  "outside-range": true,
  "zone-moved": true,
};

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
  expect([...seen.keys()].toSorted()).toEqual(Object.keys(kinds).toSorted());
});
