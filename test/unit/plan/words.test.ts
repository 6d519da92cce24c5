import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConferenceId } from "../../../shared/ids.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { mendsFor } from "../../../shared/plan/mends.ts";
import { clock, isOne, quarters, utcOffset } from "../../../shared/plan/words/numbers.ts";
import { conflictWords, mendWords, noMendWords } from "../../../shared/plan/words.ts";
import { conferenceId, hoursWith, planWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan } from "../../support/planmaker.ts";
import { randomPlan } from "../../support/randomplan.ts";

function said(given: GivenPlan, locale: "en" | "es" = "en"): readonly string[] {
  const plan = planWith(given);
  return conflicts(plan, zones, conferenceId).map((conflict) => conflictWords(plan, zones, conflict, locale).text);
}

test.each([
  [0, "0"],
  [0.1, "0"],
  [0.13, "¼"],
  [0.25, "¼"],
  [2.25, "2¼"],
  [5.5, "5½"],
  [0.75, "¾"],
  [7.9, "8"],
  [16, "16"],
])("%d weighted hours are %s", (burden, text) => {
  expect(quarters(burden)).toBe(text);
});

test("numbers in words", () => {
  expect([0, 0.25, 1, 1.1, 1.25, 2].map(isOne)).toEqual([false, true, true, true, false, false]);
  expect([0, 65, 1439, 1440, 1500].map(clock)).toEqual(["00:00", "01:05", "23:59", "00:00", "01:00"]);
  expect([0, -420, 330, -210, 345, 840].map(utcOffset)).toEqual([
    "UTC",
    "UTC−7",
    "UTC+5:30",
    "UTC−3:30",
    "UTC+5:45",
    "UTC+14",
  ]);
});

describe("days and times", () => {
  test("over midnight both days are named", () => {
    const given: GivenPlan = {
      rooms: { hall: { hours: hoursWith("blocked", [480, 1420, "kind"]) } },
      groups: { "hall-audience": { name: "hall", hours: hoursWith("kind") } },
      sessions: { Vigil: { at: "2020-01-31T23:30", minutes: 75, in: "hall" } },
    };
    expect(said(given)).toEqual([
      "Hall in Durban closes at 23:40 on Friday 31 January. “Vigil” is there from 23:30 on Friday 31 January to 00:45 on Saturday 1 February.",
    ]);
    expect(said(given, "es")).toEqual([
      "La sala hall de Durban cierra a las 23:40 del viernes 31 de enero. «Vigil» está allí desde las 23:30 del viernes 31 de enero hasta las 00:45 del sábado 1 de febrero.",
    ]);
  });

  test("one o'clock is singular in Spanish", () => {
    const given: GivenPlan = {
      conference: { firstDay: "2020-01-11", lastDay: "2020-01-11" },
      sessions: {
        A: { at: "2020-01-11T00:30", minutes: 30 },
        B: { at: "2020-01-11T01:00", minutes: 30, after: ["C"] },
        C: { at: "2020-01-11T01:15", minutes: 30 },
      },
    };
    expect(said(given, "es")).toEqual([
      "«B» va después de «C». Empieza a la 01:00 del sábado 11 de enero, hora de Durban, y «C» termina a la 01:45.",
    ]);
  });

  test("a room that is never open has no closing time", () => {
    const given: GivenPlan = {
      rooms: { hall: { name: "Durban", hours: hoursWith("blocked") } },
      sessions: { Talk: { at: "2020-01-10T10:00", in: "hall" } },
    };
    expect(said(given)).toEqual([
      "The Durban room is closed on Friday 10 January. “Talk” is there from 10:00 to 11:00.",
    ]);
  });

  test("each group is told in its own city's time", () => {
    const given: GivenPlan = {
      groups: {
        angeles: { name: "Port workers", city: "Los Angeles", zone: "America/Los_Angeles" },
        chennai: { name: "Textile workers", city: "Chennai", zone: "Asia/Kolkata" },
      },
      sessions: { Talk: { at: "2020-01-10T20:00", links: ["angeles", "chennai"] } },
    };
    expect(said(given)).toEqual([
      "“Talk” is from 23:30 on Friday 10 January to 00:30 on Saturday 11 January, Chennai time. That is night for Textile workers (Chennai): 8 hours of burden in all.",
    ]);
  });

  test("Spanish says e before the sound i", () => {
    const given: GivenPlan = {
      sessions: { Talk: { at: "2020-01-10T10:00", languages: ["es", "it"] } },
    };
    expect(said(given, "es")[0]).toContain("en español e italiano.");
  });
});

test("nothing is left open in any sentence of a random plan", () => {
  const whole = (text: string): void => {
    expect(text).toMatch(/^[\p{L}“«].*\.$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\bInfinity\b|“”|«»|\s{2}| [.,]/);
  };
  fc.assert(
    fc.property(randomPlan, fc.nat(), (plan, pick) => {
      const found = conflicts(plan, zones, "c1" as ConferenceId);
      for (const locale of ["en", "es"] as const)
        for (const conflict of found) {
          const { title, text } = conflictWords(plan, zones, conflict, locale);
          whole(text);
          whole(`“${title}.`);
          expect(text).toContain(locale === "en" ? "“" : "«");
        }
      const conflict = found[pick % Math.max(1, found.length)];
      if (conflict === undefined) return;
      const mends = mendsFor(plan, zones, conflict);
      for (const locale of ["en", "es"] as const) {
        for (const mend of mends.mends) whole(mendWords(plan, zones, mend, locale));
        expect(noMendWords(mends, locale) === "").toBe(mends.why === null);
      }
    }),
    { numRuns: 150, interruptAfterTimeLimit: 8000 },
  );
});
