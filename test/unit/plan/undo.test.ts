import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, emptyPlan, invert } from "../../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../../shared/plan/edits/edits.ts";
import { faultsOf } from "../../../shared/plan/edits/faults.ts";
import { mine, standing } from "../../../shared/plan/journal.ts";
import type { PassId } from "../../../shared/ids.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import * as schema from "../../../shared/plan/schema.ts";
import { Desk } from "../../support/planedits.ts";
import { planWith, zones } from "../../support/planmaker.ts";
import { diceOf, randomCommand } from "../../support/randomedits.ts";

const firsts: readonly Plan[] = [
  emptyPlan,
  planWith({
    conferences: { july: {} },
    rooms: { durban: {}, berlin: { zone: "Europe/Berlin", city: "Berlin" }, other: { conferenceId: "july" } },
    groups: { andes: {}, both: { conferenceIds: ["conference", "july"] } },
    people: { rosa: {} },
    pools: { spanish: {} },
    sessions: {
      opening: { in: "durban", at: "2026-03-28T09:00", links: ["andes"], personIds: ["rosa"] },
      talk: { in: "berlin", at: ["2026-03-28T16:15", null], links: ["durban"], after: ["opening"] },
      away: { conferenceId: "july", in: "other", links: ["both"] },
    },
  }),
];
const authors = ["a", "b"] as const;

interface Step {
  readonly by: "a" | "b";
  readonly act: "edit" | "undo" | "undo-named" | "redo";
  readonly seed: number;
}
const steps = fc.array(
  fc.record<Step>({
    by: fc.constantFrom(...authors),
    act: fc.constantFrom("edit", "edit", "edit", "edit", "undo", "undo-named", "redo"),
    seed: fc.integer(),
  }),
  { maxLength: 60, size: "max" },
);
const scene = fc.tuple(fc.constantFrom(...firsts), steps);
/** Bounded in time, and always enough runs. */
const runs = { numRuns: 300, interruptAfterTimeLimit: 12_000, markInterruptAsFailure: false };

function play(desk: Desk, { by, act, seed }: Step): void {
  const dice = diceOf(seed);
  if (act === "edit") {
    const command = randomCommand(desk.plan, dice);
    desk.try(command.name, command.input, by);
  } else if (act === "redo") desk.redo(by);
  else desk.undo(by, act === "undo" ? null : 1 + dice(desk.edits.length + 1));
}

describe("random commands by two schedulers", () => {
  test("all kinds of them are accepted, and most are", () => {
    const accepted = new Map<string, number>();
    let refused = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const desk = new Desk(firsts[1]);
      for (let i = 0; i < 20; i += 1) {
        const command = randomCommand(desk.plan, diceOf(seed * 100 + i));
        const result = desk.try(command.name, command.input);
        if (result.ok && result.changes.length > 0) accepted.set(command.name, (accepted.get(command.name) ?? 0) + 1);
        else refused += 1;
      }
    }
    // `chooseZoneData` has nothing to do where all is of one version.
    expect(accepted.size).toBe(31);
    expect(refused).toBeGreaterThan(300);
    expect([...accepted.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1500);
  });

  test("leave plans without fault, of the schemas, and changes that can be taken back", () => {
    fc.assert(
      fc.property(scene, ([first, steps]) => {
        const desk = new Desk(first);
        for (const step of steps) {
          const before = desk.plan;
          const count = desk.edits.length;
          play(desk, step);
          const { changes } = desk.edits[count] ?? { changes: [] };
          expect(applyChanges(desk.plan, invert(changes))).toEqual(before);
        }
        expect(faultsOf(desk.plan).filter(({ path }) => path !== "name")).toEqual([]);
        for (const [kind, one] of Object.entries(schemas)) {
          for (const thing of Object.values(desk.plan[kind as keyof Plan])) expect(one.parse(thing)).toEqual(thing);
        }
      }),
      runs,
    );
  });

  test("replayed by their seq they make the same plan", () => {
    fc.assert(
      fc.property(scene, ([first, steps]) => {
        const desk = new Desk(first);
        for (const step of steps) play(desk, step);
        expect(desk.edits.reduce((plan, { changes }) => applyChanges(plan, changes), first)).toEqual(desk.plan);
      }),
      runs,
    );
  });

  test("undone, newest first, each by its author, they give the first plan", () => {
    fc.assert(
      fc.property(scene, ([first, steps]) => {
        const desk = new Desk(first);
        for (const step of steps) play(desk, step);
        for (const edit of standing(desk.edits).toReversed()) {
          expect(mine(desk.edits, edit.by).undo?.seq).toBe(edit.seq);
          expect(desk.undo(edit.by)).toMatchObject({ ok: true, of: edit.seq });
        }
        expect(desk.plan).toEqual(first);
        for (const by of authors) {
          expect(desk.undo(by)).toEqual({ ok: false, code: "nothing-to-undo", detail: null });
          expect(mine(desk.edits, by as PassId).undo).toBeNull();
        }
      }),
      runs,
    );
  });

  test("a refused undo or redo names an edit that came after it, and changes nothing", () => {
    let conflicts = 0;
    fc.assert(
      fc.property(scene, ([first, steps]) => {
        const desk = new Desk(first);
        for (const step of steps) {
          if (step.act === "edit") {
            play(desk, step);
            continue;
          }
          const before = desk.plan;
          const target = 1 + diceOf(step.seed)(desk.edits.length + 1);
          const turn =
            step.act === "redo" ? desk.redo(step.by) : desk.undo(step.by, step.act === "undo" ? null : target);
          if (turn.ok) continue;
          expect(desk.plan).toBe(before);
          if (turn.code !== "conflict") continue;
          conflicts += 1;
          const way = turn.detail?.kind === "edit" ? turn.detail.edit : null;
          expect(desk.edits.find(({ seq }) => seq === way?.seq)).toMatchObject(way ?? { seq: "named" });
          if (step.act === "undo-named") expect(way?.seq).toBeGreaterThan(target);
        }
      }),
      runs,
    );
    expect(conflicts).toBeGreaterThan(5);
  });

  test("a decision is the same for the same plan", () => {
    fc.assert(
      fc.property(fc.constantFrom(...firsts), fc.integer(), (plan, seed) => {
        const command = randomCommand(plan, diceOf(seed));
        const frozen = structuredClone(plan);
        const decide = () => {
          let ids = 0;
          return decideEdit(plan, command, { zones, now: 1, newId: () => `x${(ids += 1)}` });
        };
        expect(decide()).toEqual(decide());
        expect(plan).toEqual(frozen);
      }),
      runs,
    );
  });
});

const schemas = {
  conferences: schema.conference,
  venues: schema.venue,
  rooms: schema.room,
  groups: schema.group,
  people: schema.person,
  pools: schema.pool,
  sessions: schema.session,
  occurrences: schema.occurrence,
} as const;
