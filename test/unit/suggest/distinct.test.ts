import { expect, test } from "vitest";
import { distinctPlans } from "../../../server/suggest/distinct.ts";
import type { OccurrenceId } from "../../../shared/ids.ts";
import type { PlanKind, Proof, SuggestedPlan } from "../../../shared/plan/suggest/suggestion.ts";

const proof: Proof = {
  placed: true,
  reached: true,
  best: true,
  mostPlaced: 9,
  leastPenalty: null,
  leastTotal: null,
  leastWorst: null,
  leastMoved: null,
};

/** A plan that takes these off the timetable. */
function found(kind: PlanKind, ...ids: readonly string[]) {
  const plan: SuggestedPlan = {
    kinds: [kind],
    placements: ids.map((id) => ({ occurrenceId: id as OccurrenceId, was: null, start: null, playback: [] })),
    placed: 0,
    of: 9,
    reached: 0,
    movedLinks: 0,
    movedSessions: 0,
    penalty: 0,
    total: 0,
    worst: 0,
    burdens: [],
    proof,
    reasons: [],
  };
  return { plan, placing: { starts: ids.map(() => -1), options: [] } };
}
const kindsOf = (plans: readonly { readonly plan: SuggestedPlan }[]) => plans.map(({ plan }) => plan.kinds);
const differ = (a: SuggestedPlan, b: SuggestedPlan) => Math.abs(a.placements.length - b.placements.length) > 1;

test("three that differ are three", () => {
  const three = [
    found("fairest", "a"),
    found("least-total", "a", "b", "c"),
    found("least-change", "a", "b", "c", "d", "e"),
  ];
  expect(distinctPlans(three, differ)).toEqual(three);
});

test("the same plan twice is one that is best at both", () => {
  const all = [found("fairest", "a"), found("least-total", "a", "b", "c"), found("least-change", "a")];
  expect(kindsOf(distinctPlans(all, differ))).toEqual([["fairest", "least-change"], ["least-total"]]);
});

test("the same plan twice is not named after an aim at which it is not proven best", () => {
  const open = found("least-total", "a");
  const all = [found("fairest", "a"), { ...open, plan: { ...open.plan, proof: { ...proof, best: false } } }];
  expect(kindsOf(distinctPlans(all, differ))).toEqual([["fairest"]]);
});

test("of two that differ too little the first stays, and says nothing of the other's kind", () => {
  const all = [found("fairest", "a"), found("least-total", "a", "b"), found("least-change", "b")];
  expect(kindsOf(distinctPlans(all, differ))).toEqual([["fairest"]]);
});
