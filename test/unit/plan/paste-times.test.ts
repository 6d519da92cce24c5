import { describe, expect, test } from "vitest";
import { readEnd, readLength, readTime } from "../../../shared/plan/paste/clock.ts";
import { readDay } from "../../../shared/plan/paste/days.ts";

describe("days of a conference from Thursday 9 to Sunday 12 January 2020", () => {
  const conference = { firstDay: "2020-01-09", lastDay: "2020-01-12" };
  test.each([
    ["2020-01-10", "2020-01-10"],
    ["2020/1/10", "2020-01-10"],
    ["2020-01-10 00:00:00", "2020-01-10"],
    ["2020-01-10T00:00", "2020-01-10"],
    ["10-Jan-2020", "2020-01-10"],
    ["10-ene.-2020", "2020-01-10"],
    ["Fri 10-Jan", "2020-01-10"],
    ["10 Jan 2020", "2020-01-10"],
    ["10 January", "2020-01-10"],
    ["Jan 10, 2020", "2020-01-10"],
    ["January 10th", "2020-01-10"],
    ["10 de enero de 2020", "2020-01-10"],
    ["10 ene.", "2020-01-10"],
    ["13/01/2020", "2020-01-13"],
    ["01/13/2020", "2020-01-13"],
    ["01.01.2020", "2020-01-01"],
    ["Friday", "2020-01-10"],
    ["viernes", "2020-01-10"],
    ["Sáb", "2020-01-11"],
    ["Fri, 10 January", "2020-01-10"],
    ["viernes 10 de enero de 2020", "2020-01-10"],
    ["Sun. 2020-01-12", "2020-01-12"],
  ])("%j", (cell, value) => {
    expect(readDay(cell, conference)).toEqual({ ok: true, value });
  });

  test.each([
    ["10/01/2020", "ambiguous-day"],
    ["10.01.2020", "ambiguous-day"],
    ["Friday 11 January", "other-weekday"],
    ["Monday", "not-among-the-days"],
    ["10 February", "not-among-the-days"],
    ["29 February", "not-among-the-days"],
    ["30 February", "not-a-day"],
    ["2020-02-30", "not-a-day"],
    ["2019-02-29", "not-a-day"],
    ["13/13/2020", "not-a-day"],
    ["10/01/20", "not-a-day"],
    ["10 Jan 20", "not-a-day"],
    ["10-Jan-20", "not-a-day"],
    ["2020-01-10 09:30:00", "not-a-day"],
    ["1850-01-10", "not-a-day"],
    ["10", "not-a-day"],
    ["tomorrow", "not-a-day"],
    ["10 Jan 2020 or so", "not-a-day"],
    ["Friday Saturday", "not-a-day"],
  ])("%j is %s", (cell, why) => {
    expect(readDay(cell, conference)).toEqual({ ok: false, why });
  });

  test("that are not known, or come twice", () => {
    expect(readDay("Friday", { firstDay: null, lastDay: null })).toEqual({ ok: false, why: "not-among-the-days" });
    expect(readDay("Friday", { firstDay: "2020-01-09", lastDay: "2020-01-17" })).toEqual({
      ok: false,
      why: "ambiguous-day",
    });
    expect(readDay("1 January", { firstDay: "2019-12-30", lastDay: "2020-01-02" })).toEqual({
      ok: true,
      value: "2020-01-01",
    });
    expect(readDay("1 January", { firstDay: "2019-01-01", lastDay: "2020-01-02" })).toEqual({
      ok: false,
      why: "ambiguous-day",
    });
  });
});

test.each([
  ["16:15", "16:15"],
  ["16.15", "16:15"],
  ["16h15", "16:15"],
  ["16:15 h", "16:15"],
  ["16 h", "16:00"],
  ["9:05", "09:05"],
  ["09:05:00", "09:05"],
  ["4:15 pm", "16:15"],
  ["4:15 p.m.", "16:15"],
  ["4PM", "16:00"],
  ["12 am", "00:00"],
  ["12:30 pm", "12:30"],
  ["0:00", "00:00"],
  ["24:00", null],
  ["13 pm", null],
  ["0 am", null],
  ["16:60", null],
  ["16:15:30", null],
  ["16", null],
  ["1615", null],
  ["noon", null],
  ["16:15 UTC", null],
])("the time %j is %s", (cell, value) => {
  expect(readTime(cell)).toEqual(value === null ? { ok: false, why: "not-a-time" } : { ok: true, value });
});

test.each([
  ["90", 90],
  ["90 min", 90],
  ["90min.", 90],
  ["90'", 90],
  ["1:30", 90],
  ["1:30:00", 90],
  ["1 h", 60],
  ["1h30", 90],
  ["1 h 30 min", 90],
  ["1 hora y 30 minutos", 90],
  ["1.5 h", 90],
  ["1,5 h", 90],
  ["2 hours", 120],
  ["24 h", 1440],
  ["4", null],
  ["25 h", null],
  ["1:75", null],
  ["0.01 h", null],
  ["an hour", null],
  ["-30", null],
])("the length %j is %s minutes", (cell, value) => {
  expect(readLength(cell)).toEqual(value === null ? { ok: false, why: "not-a-length" } : { ok: true, value });
});

test.each([
  ["24:00", "00:00"],
  ["24.00", "00:00"],
  ["24:00:00", "00:00"],
  ["24:15", null],
  ["0:00", "00:00"],
  ["4 pm", "16:00"],
])("what ends at %j ends at %s", (cell, value) => {
  expect(readEnd(cell)).toEqual(value === null ? { ok: false, why: "not-a-time" } : { ok: true, value });
});
