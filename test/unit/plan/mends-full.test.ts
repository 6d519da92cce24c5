import { expect, test } from "vitest";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { mendsFor } from "../../../shared/plan/mends.ts";
import { planCommands } from "../../../shared/protocol/plan.ts";
import { conferenceId, planWith, zones } from "../../support/planmaker.ts";

test("who has as many single days as there may be is not offered one more", () => {
  const date = "2020-01-10";
  const blocked = { date, from: 0, to: 1440, band: "blocked" as const, why: "" };
  const full = { rest: "kind" as const, week: [], dated: Array.from({ length: 400 }, () => blocked) };
  const plan = planWith({
    conference: { firstDay: date, lastDay: date },
    rooms: { hall: { hours: full } },
    groups: { andes: { hours: full }, "hall-audience": { hours: full } },
    people: { rosa: { hours: full } },
    sessions: { talk: { in: "hall", at: `${date}T10:00`, links: ["andes"], personIds: ["rosa"] } },
  });
  const found = conflicts(plan, zones, conferenceId);
  expect(found.map(({ kind }) => kind).toSorted()).toEqual([
    "group-blocked",
    "group-blocked",
    "person-blocked",
    "room-closed",
  ]);
  for (const conflict of found) {
    for (const { command } of mendsFor(plan, zones, conflict).mends) {
      const sent = planCommands[command.name].input.safeParse({ commandId: "once", ...command.input });
      expect([command.name, sent.success]).toEqual([command.name, true]);
    }
  }
});
