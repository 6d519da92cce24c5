import { expect, test } from "vitest";
import type { ConferenceId } from "../../../shared/ids.ts";
import { ledgerOf } from "../../../shared/plan/suggest/ledger.ts";
import { valueOf } from "../../../shared/plan/suggest/value.ts";
import { build } from "../../support/building.ts";
import { conferenceId, planWith, zones } from "../../support/planmaker.ts";

const users = (...conferences: readonly string[]) => ({ conferenceIds: ["conference", ...conferences] });
const chennai = { city: "Chennai", zone: "Asia/Kolkata" };

const plan = planWith({
  conference: { firstDay: "2026-03-05", lastDay: "2026-03-06" },
  conferences: {
    spring: { name: "Spring", firstDay: "2026-02-01", lastDay: "2026-03-04" },
    autumn: { name: "Autumn" },
    // It ends on the day on which the one that is asked about begins, and is none that came before.
    touching: { firstDay: "2026-03-03", lastDay: "2026-03-05" },
    later: { firstDay: "2026-04-01", lastDay: "2026-04-02" },
    undated: {},
  },
  rooms: { hall: {} },
  groups: {
    far: { ...chennai, ...users("spring", "autumn", "touching", "later") },
    near: users("spring"),
    guest: { conferenceIds: ["autumn"] },
  },
  sessions: {
    // 21:30 to 22:30 in Chennai: half an hour of bearable, half an hour of shoulder hours.
    now: { in: "hall", at: "2026-03-05T18:00", links: ["far", "guest"] },
    // 22:30 to 23:30.
    february: { conferenceId: "spring", at: "2026-02-10T19:00", links: ["far", "near"] },
    // The second costs an hour of bearable ones.
    november: { conferenceId: "autumn", at: ["2025-11-10T10:00", "2025-11-11T17:30"], links: ["far"] },
    dropped: { conferenceId: "autumn", at: "2025-11-11T03:00", links: ["far", "guest"], state: "cancelled" },
    march: { conferenceId: "touching", at: "2026-03-03T03:00", links: ["far"] },
    april: { conferenceId: "later", at: "2026-04-01T03:00", links: ["far"] },
  },
});

test("the burden of each group in the conference and in those that ended before it, oldest first", () => {
  expect(ledgerOf(plan, zones, conferenceId)).toEqual({
    conferences: [
      { id: "autumn", name: "Autumn", lastDay: "2025-11-11" },
      { id: "spring", name: "Spring", lastDay: "2026-03-04" },
      { id: "conference", name: "conference", lastDay: "2026-03-06" },
    ],
    rows: [
      { groupId: "hall-audience", by: [null, null, 0], carried: 0, total: 0 },
      { groupId: "far", by: [1, 0.5 * 3 + 0.5 * 8, 2], carried: 6.5, total: 8.5 },
      // Linked to what it does not belong to, it comes all the same.
      { groupId: "near", by: [null, 0, null], carried: 0, total: 0 },
      { groupId: "guest", by: [null, null, 0], carried: 0, total: 0 },
    ],
  });
});

test("of the first conference there is nothing earlier; one without days has none", () => {
  expect(ledgerOf(plan, zones, "autumn" as ConferenceId)).toMatchObject({
    conferences: [{ id: "autumn" }],
    rows: [
      { groupId: "far", by: [1], carried: 0, total: 1 },
      { groupId: "guest", by: [null], carried: 0, total: 0 },
    ],
  });
  expect(ledgerOf(plan, zones, "undated" as ConferenceId)).toEqual({
    conferences: [{ id: "undated", name: "undated", lastDay: null }],
    rows: [],
  });
  expect(ledgerOf(plan, zones, "nobody" as ConferenceId)).toEqual({ conferences: [], rows: [] });
});

test("what was carried over shifts the penalty where that is wished for, and is no burden of the plan", () => {
  const plain = build(plan);
  const carrying = build(plan, { carry: true });
  const far = carrying.problem.groups.find(({ id }) => id === "far");
  expect(far).toMatchObject({ carried: 390, fixed: 0 });
  expect(plain.problem.groups.map(({ carried }) => carried)).toEqual([0, 0, 0]);
  expect(plain.carried).toEqual(carrying.carried);
  // h(2) is 3; h(6½) = 21 + 3½, h(8½) = 36 + 4½.
  expect(valueOf(plain.problem, plain.before)).toMatchObject({ penalty: 60 * 3, total: 120, worst: 120 });
  expect(valueOf(carrying.problem, carrying.before)).toMatchObject({ penalty: 60 * 40.5, total: 120, worst: 120 });
});

test("an audience has paid what that of the room of the same name and city has paid; of two such, nothing", () => {
  const twice = (more: object) =>
    planWith({
      conference: { firstDay: "2026-03-05", lastDay: "2026-03-06" },
      conferences: { before: { firstDay: "2026-02-01", lastDay: "2026-02-02" } },
      rooms: {
        hall: { ...chennai, name: "Hall" },
        old: { ...chennai, name: "Hall", conferenceId: "before" },
        other: { name: "Hall", conferenceId: "before" },
        ...more,
      },
      sessions: { early: { conferenceId: "before", in: "old", at: "2026-02-01T07:00" } },
    });
  const rows = (more: object) => ledgerOf(twice(more), zones, conferenceId).rows;
  expect(rows({})).toEqual([{ groupId: "hall-audience", by: [1, null], carried: 1, total: 1 }]);
  const third = { third: { ...chennai, name: "Hall", conferenceId: "before" } };
  expect(rows(third)).toEqual([{ groupId: "hall-audience", by: [null, null], carried: 0, total: 0 }]);
});
