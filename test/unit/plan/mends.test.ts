import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConferenceId } from "../../../shared/ids.ts";
import type { Mend } from "../../../shared/plan/conflict.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { applyChanges } from "../../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../../shared/plan/edits/edits.ts";
import { mendsFor } from "../../../shared/plan/mends.ts";
import { planCommands } from "../../../shared/protocol/plan.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import { factOf, factsOf } from "../../support/checker.ts";
import { conferenceId, hoursWith, occurrence, planWith, zones } from "../../support/planmaker.ts";
import type { GivenSession } from "../../support/planmaker.ts";
import { randomPlan, tzifClock } from "../../support/randomplan.ts";

function applied(plan: Plan, { command }: Mend): Plan {
  // As the server would: the command goes through its schema.
  planCommands[command.name].input.parse({ ...command.input, commandId: "command" });
  const result = decideEdit(plan, command, { zones, now: 0, newId: () => "zzzz" });
  if (!result.ok) throw new Error(`${command.name} was refused: ${result.code}`);
  return applyChanges(plan, result.changes);
}

/** A fact without the numbers that may change while the conflict is the same. */
function sameness(fact: string): string {
  const [kind = "", first = "", whom = "", others = "", more = ""] = fact.split(" | ");
  const told = kind === "uplink" ? (more.split(" ")[0] ?? "") : kind === "outside-range" ? more : "";
  return [kind, first, kind === "zone-moved" ? "" : whom, others, told].join(" | ");
}

test("in random plans each mend ends its conflict and makes no other, as the independent checker sees it", () => {
  let count = 0;
  fc.assert(
    fc.property(randomPlan, fc.nat(), (plan, pick) => {
      const mine = "c1" as ConferenceId;
      const found = conflicts(plan, zones, mine);
      const conflict = found[pick % Math.max(1, found.length)];
      if (conflict === undefined) return;
      const before = new Set(["c1", "c2"].flatMap((id) => factsOf(plan, tzifClock, id).map(sameness)));
      for (const mend of mendsFor(plan, zones, conflict, { most: 6 }).mends) {
        count += 1;
        const after = ["c1", "c2"].flatMap((id) => factsOf(applied(plan, mend), tzifClock, id).map(sameness));
        expect(after).not.toContain(sameness(factOf(conflict)));
        expect(after.filter((fact) => !before.has(fact))).toEqual([]);
        if (mend.how.kind === "move") expect(plan.occurrences[mend.how.occurrenceId]?.pinned).toBe(false);
      }
    }),
    { numRuns: 120, interruptAfterTimeLimit: 9000 },
  );
  expect(count).toBeGreaterThan(50);
});

describe("which and in what order", () => {
  const talk: GivenSession = { title: "Steel", at: "2020-01-11T10:30", in: "durban" };
  const two = planWith({
    conference: { firstDay: "2020-01-11", lastDay: "2020-01-11" },
    rooms: { durban: { setUp: 15, turnRound: 15 } },
    sessions: { migration: { at: "2020-01-11T10:00", in: "durban", pinned: true }, talk },
  });
  const [conflict] = conflicts(two, zones, conferenceId);
  if (conflict === undefined) throw new Error("no conflict");

  test("the nearest of the moves that cost nothing first, then one at least an hour from it; never the pinned one", () => {
    const { mends } = mendsFor(two, zones, conflict);
    expect(mends.map(({ how }) => how)).toEqual([
      // 11:30 in Durban: cleared at 11:15, set up by then.
      { kind: "move", occurrenceId: occurrence("talk"), to: Date.parse("2020-01-11T09:30:00Z"), costs: 0 },
      { kind: "move", occurrenceId: occurrence("talk"), to: Date.parse("2020-01-11T06:30:00Z"), costs: 0 },
    ]);
  });

  test("no more than are asked for", () => {
    for (const most of [1, 2, 3, 10])
      expect(mendsFor(two, zones, conflict, { most }).mends.length).toBeLessThanOrEqual(most);
  });

  test("less burden before nearer, but less than none is none", () => {
    const plan = planWith({
      conference: { firstDay: "2020-01-11", lastDay: "2020-01-11" },
      rooms: { durban: { hours: hoursWith("kind") } },
      // 20:00 is kind, 20:45 ends in a bearable hour; before the talk there is no room.
      sessions: {
        first: { at: "2020-01-11T08:00", minutes: 710, in: "durban", pinned: true },
        talk: { at: "2020-01-11T19:40", minutes: 60, in: "durban" },
      },
    });
    const [double] = conflicts(plan, zones, conferenceId);
    if (double === undefined) throw new Error("no conflict");
    const moved = mendsFor(plan, zones, double).mends.flatMap(({ how }) => (how.kind === "move" ? [how] : []));
    expect(moved.map(({ to, costs }) => [new Date(to).toISOString(), costs])).toEqual([
      ["2020-01-11T18:00:00.000Z", 0],
      ["2020-01-11T19:00:00.000Z", 1],
    ]);
  });

  test("of three that want the only interpreter none alone can end it by going: what stays is another conflict", () => {
    const plan = planWith({
      conference: { firstDay: "2020-01-10", lastDay: "2020-01-14" },
      rooms: { one: {}, two: {}, three: {} },
      pools: { interpreters: { size: 1 } },
      sessions: Object.fromEntries(
        ["one", "two", "three"].map((id) => [`s-${id}`, { at: "2020-01-11T10:00", in: id, languages: ["en", "es"] }]),
      ),
    });
    const [empty] = conflicts(plan, zones, conferenceId);
    if (empty === undefined) throw new Error("no conflict");
    expect(mendsFor(plan, zones, empty).mends.map(({ how }) => how)).toEqual([
      { kind: "grow-pool", poolId: "interpreters", size: 3 },
    ]);
  });

  test("a group of another conference counts: opening its hours may not harm there", () => {
    const hours = hoursWith("kind", [600, 720, "blocked", "shift"]);
    const plan = planWith({
      conference: { firstDay: "2020-01-11", lastDay: "2020-01-11" },
      conferences: { other: { firstDay: "2020-01-12", lastDay: "2020-01-12" } },
      groups: { textile: { conferenceIds: ["conference", "other"], hours } },
      sessions: {
        here: { at: "2020-01-11T10:00", pinned: true, links: ["textile"] },
        there: { conferenceId: "other", at: "2020-01-12T10:00", links: ["textile"] },
      },
    });
    const [blocked] = conflicts(plan, zones, conferenceId);
    if (blocked === undefined) throw new Error("no conflict");
    const { mends } = mendsFor(plan, zones, blocked);
    expect(mends.map(({ how }) => how.kind)).toEqual(["playback", "open-hours"]);
    for (const mend of mends) {
      const after = applied(plan, mend);
      expect(conflicts(after, zones, conferenceId)).toEqual([]);
      // The other's own conflict stands as before: the entry is for one day.
      expect(conflicts(after, zones, "other" as ConferenceId).map(({ kind }) => kind)).toEqual(["group-blocked"]);
    }
  });
});

describe("150 sessions in 20 rooms over five days", () => {
  const places = [
    { city: "Durban", zone: "Africa/Johannesburg" },
    { city: "Chennai", zone: "Asia/Kolkata" },
    { city: "San Salvador", zone: "America/El_Salvador" },
    { city: "Los Angeles", zone: "America/Los_Angeles" },
  ];
  const rooms = Array.from(
    { length: 20 },
    (_, i) => [`r${i}`, { ...places[i % 4], setUp: 15, turnRound: 15 }] as const,
  );
  const wall = (day: number, hour: number): string => `2020-01-1${day}T${String(hour).padStart(2, "0")}:00`;
  const plan = planWith({
    conference: { firstDay: "2020-01-10", lastDay: "2020-01-14" },
    rooms: Object.fromEntries(rooms),
    groups: { textile: { city: "Chennai", zone: "Asia/Kolkata" }, students: {} },
    people: { maria: { rest: 30 }, thabo: {} },
    pools: { interpreters: { size: 3, rest: 15 } },
    sessions: Object.fromEntries(
      Array.from({ length: 150 }, (_, i) => {
        const given: GivenSession = {
          at: wall(Math.floor(i / 20) % 5, 9 + 2 * (i % 5)),
          in: `r${i % 20}`,
          links: [`r${(i + 4) % 20}`, ...(i % 7 === 0 ? ["textile"] : []), ...(i % 11 === 0 ? ["students"] : [])],
          languages: i % 9 === 0 ? ["en", "es"] : [],
          personIds: i % 10 === 0 ? ["maria"] : i % 13 === 0 ? ["thabo"] : [],
        };
        return [`s${i}`, given];
      }),
    ),
  });

  test("a conflict's mends are there in 150 ms", () => {
    const found = conflicts(plan, zones, conferenceId);
    const some = [...new Map(found.map((conflict) => [conflict.kind, conflict])).values()];
    expect(some.length).toBeGreaterThan(5);
    const times = some.map((conflict) => {
      // The best of three: the machine may be busy with something else.
      const each = [1, 2, 3].map(() => {
        const began = performance.now();
        mendsFor(plan, zones, conflict);
        return performance.now() - began;
      });
      return { kind: conflict.kind, took: Math.min(...each) };
    });
    expect(times.filter(({ took }) => took > 150)).toEqual([]);
  });
});
