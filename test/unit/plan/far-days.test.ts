import { expect, test } from "vitest";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { mendsFor } from "../../../shared/plan/mends.ts";
import { date, startInput, wall } from "../../../shared/plan/schema.ts";
import { conferenceId, planWith, zones } from "../../support/planmaker.ts";

const last = "9999-11-30";

test("days and times are taken between 1970 and 9999 only", () => {
  for (const day of ["0000-01-01", "0202-01-10", "1970-01-01", "9999-12-31"]) {
    expect(date.safeParse(day).success, day).toBe(false);
    expect(wall.safeParse(`${day}T10:00`).success, day).toBe(false);
    expect(startInput.safeParse({ wall: `${day}T10:00`, zone: "Asia/Kolkata" }).success, day).toBe(false);
  }
  for (const day of ["1970-01-02", "2011-12-30", last]) expect(date.safeParse(day).success, day).toBe(true);
});

test("on the first and the last of these days conflicts and their mends can be reckoned, in the zones furthest apart", () => {
  for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    for (const day of ["1970-01-02", last]) {
      const plan = planWith({
        conference: { firstDay: "1970-01-02", lastDay: last },
        rooms: { far: { city: "Far", zone, setUp: 60 } },
        groups: {
          east: { city: "East", zone: "Pacific/Kiritimati", hours: dated(day) },
          west: { city: "West", zone: "Pacific/Pago_Pago", hours: dated(day) },
        },
        people: {
          rosa: { places: [{ firstDay: "1970-01-02", lastDay: last, city: "Far", zone, roomId: null }] },
        },
        sessions: {
          early: { at: `${day}T00:00`, in: "far", links: ["east", "west"], personIds: ["rosa"], minutes: 1440 },
          late: { at: `${day}T23:59`, in: "far", links: ["east", "west"], personIds: ["rosa"], minutes: 1440 },
        },
      });
      const found = conflicts(plan, zones, conferenceId);
      expect(found.map(({ kind }) => kind)).toContain("room-double");
      for (const conflict of found) expect(mendsFor(plan, zones, conflict).mends.length).toBeLessThan(10);
    }
  }
});

function dated(day: string) {
  return {
    rest: "kind" as const,
    week: [],
    dated: [{ date: day, from: 0, to: 2880, band: "blocked" as const, why: "" }],
  };
}
