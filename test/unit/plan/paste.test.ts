import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable } from "../../../shared/plan/paste.ts";
import { planCommands } from "../../../shared/protocol/plan.ts";
import { Desk } from "../../support/planedits.ts";
import { conferenceId, planWith, zones } from "../../support/planmaker.ts";

const plan = planWith({
  conference: { firstDay: "2020-01-09", lastDay: "2020-01-12" },
  rooms: {
    durban: { name: "City Hall, Durban" },
    chennai: { name: "Anna Centre", city: "Chennai", zone: "Asia/Kolkata" },
    angeles: { name: "Wilshire", city: "Los Angeles", zone: "America/Los_Angeles" },
    foyer: { name: "Foyer", city: "Chennai", zone: "Asia/Kolkata" },
  },
  groups: { andes: { name: "Andes", city: "Lima" }, sur: { name: "El Sur", city: "San Salvador" } },
  people: { rosa: { name: "Rosa Núñez" }, thabo: { name: "Thabo" } },
});
const read = (text: string) => readTable(text, plan, zones, conferenceId);

describe("a table", () => {
  const must = (kind: "room" | "group", id: string) => ({ kind, id, need: "must", mode: "live" });

  test("as a spreadsheet copies it", () => {
    const table = read(
      [
        "Title\tDay\tStart\tLength\tHost\tRooms\tGroups\tSpeakers\tLanguages\tState\tPriority\tNotes",
        'Opening  plenary\tFriday\t16:15\t1:30\tCity Hall, Durban\t"Anna Centre; Los Angeles"\tandes + El Sur\tRosa Nunez\tEnglish, es\tfirm\t1\tbring cake',
        "",
        "Remote circle\t\t\t60 min\t\t\t\t\t\t\t\t",
        "Late\t2020-01-11\t4:15 pm\t45\tlos angeles",
      ].join("\r\n"),
    );
    expect(table.columns.at(0)).toEqual({ header: "Title", means: "title" });
    expect(table.columns.at(-1)).toEqual({ header: "Notes", means: null });
    expect(table.problems).toEqual([]);
    expect(table.rows.map(({ row, problems }) => [row, problems])).toEqual([
      [2, []],
      [4, []],
      [5, []],
    ]);
    expect(table.rows.map(({ session }) => session)).toEqual([
      {
        title: "Opening plenary",
        minutes: 90,
        start: { wall: "2020-01-10T16:15", zone: "Africa/Johannesburg", offset: 120 },
        hostRoomId: "durban",
        links: [
          must("room", "durban"),
          must("room", "chennai"),
          must("room", "angeles"),
          must("group", "andes"),
          must("group", "sur"),
        ],
        personIds: ["rosa"],
        languages: ["en", "es"],
        state: "firm",
        priority: 1,
      },
      {
        title: "Remote circle",
        minutes: 60,
        start: null,
        hostRoomId: null,
        links: [],
        personIds: [],
        languages: [],
        state: "tentative",
        priority: 2,
      },
      expect.objectContaining({
        start: { wall: "2020-01-11T16:15", zone: "America/Los_Angeles", offset: -480 },
        hostRoomId: "angeles",
        links: [must("room", "angeles")],
      }),
    ]);
  });

  test("in Spanish, with its end", () => {
    const table = read(
      "Título,Fecha,Inicio,Fin,Sede,Idiomas,Estado\nApertura,10 de enero,22:00,0:30,Los Ángeles,inglés;español,confirmada",
    );
    expect(table.rows[0]?.problems).toEqual([]);
    expect(table.rows[0]?.session).toMatchObject({
      minutes: 150,
      hostRoomId: "angeles",
      languages: ["en", "es"],
      state: "firm",
    });
  });

  test("with a length over a change of the clocks is as long as it takes", () => {
    const table = read(
      "Title,Day,Start,End,Host\nNight,2026-03-08,1:30,3:30,Los Angeles\nLong,2026-10-31,23:00,3:00,Los Angeles",
    );
    expect(table.rows.map(({ session }) => session?.minutes)).toEqual([60, 300]);
  });

  test.each<[string, string, string, string | null, string]>([
    ["Title,Length", ",60", "missing", "title", ""],
    ["Title,Length", `${"x".repeat(121)},60`, "not-a-title", "title", "x".repeat(121)],
    ["Title,Length", "a\u202eb,60", "not-a-title", "title", "a\u202eb"],
    ["Title,Length", "\u200b,60", "not-a-title", "title", "\u200b"],
    ["Title,Length", "\u2800,60", "not-a-title", "title", "\u2800"],
    ["Title,Length", "Talk,", "missing", "length", ""],
    ["Title", "Talk", "missing", "length", ""],
    ["Title,Length", "Talk,long", "not-a-length", "length", "long"],
    ["Title,Length", "Talk,60,x", "too-many-cells", null, "x"],
    ["Title,Length,Day", "Talk,60,Friday", "no-time", "time", "Friday"],
    ["Title,Length,Time", "Talk,60,10:00", "no-day", "day", "10:00"],
    ["Title,Length,Day,Time", "Talk,60,10/01/2020,10:00", "ambiguous-day", "day", "10/01/2020"],
    ["Title,Length,Day,Time", "Talk,60,Friday,ten", "not-a-time", "time", "ten"],
    ["Title,Length,Day,Time,Host", "Talk,60,2026-03-08,2:30,Los Angeles", "gap", "time", "2:30"],
    ["Title,Length,Day,Time,Host", "Talk,60,2026-11-01,1:30,Los Angeles", "fold", "time", "1:30"],
    ["Title,Day,Time,End,Host", "Talk,2026-10-31,23:00,1:30,Los Angeles", "fold", "end", "1:30"],
    ["Title,Length,Day,Time,End", "Talk,60,Friday,10:00,11:30", "length-and-end", "end", "11:30"],
    ["Title,End", "Talk,11:30", "no-time", "end", "11:30"],
    ["Title,Length,Host", "Talk,60,Berlin", "unknown-room", "host", "Berlin"],
    ["Title,Length,Host", "Talk,60,Chennai", "several", "host", "Chennai"],
    ["Title,Length,Rooms", "Talk,60,Foyer; Berlin", "unknown-room", "rooms", "Berlin"],
    ["Title,Length,Rooms", "Talk,60,Foyer; foyer", "twice", "rooms", "Foyer; foyer"],
    ["Title,Length,Groups", "Talk,60,Foyer", "unknown-group", "groups", "Foyer"],
    ["Title,Length,Speakers", "Talk,60,Rosa", "unknown-person", "speakers", "Rosa"],
    ["Title,Length,Languages", "Talk,60,en; klingon", "not-a-language", "languages", "klingon"],
    ["Title,Length,Languages", "Talk,60,en; English", "twice", "languages", "en; English"],
    [
      "Title,Length,Languages",
      "Talk,60,en;es;pt;fr;de;it;ar;hi;ta",
      "too-many",
      "languages",
      "en;es;pt;fr;de;it;ar;hi;ta",
    ],
    ["Title,Length,Groups", `Talk,60,${"a;".repeat(101)}`, "too-many", "groups", "a;".repeat(101)],
    ["Title,Length,State", "Talk,60,maybe", "not-a-state", "state", "maybe"],
    ["Title,Length,Priority", "Talk,60,high", "not-a-priority", "priority", "high"],
  ])("%s with %s is %s", (header, row, why, column, cell) => {
    const table = read(`${header}\n${row}`);
    expect(table.problems).toEqual([]);
    expect(table.rows).toEqual([{ row: 2, cells: row.split(","), problems: [{ column, why, cell }], session: null }]);
  });

  test.each([
    ["", ["no-title-column", "no-rows"]],
    ["Title,Length", ["no-rows"]],
    ["Name of it;Length\nTalk;60", ["no-title-column"]],
    ["Title,Session,Length\nTalk,x,60", ["column-twice"]],
    ['Title,Length\n"Talk,60', ["open-quote", "no-rows"]],
    [`Title,Length\n${"Talk,60\n".repeat(501)}`, ["too-many-rows"]],
  ])("as a whole: %#", (text, why) => {
    expect(read(text).problems.map((problem) => problem.why)).toEqual(why);
  });

  test("says all that it did not understand, not only the first", () => {
    const { rows } = read("Title,Day,Time,Length,Host\nTalk,someday,25:00,x,Mars");
    expect(rows[0]?.problems.map(({ why }) => why)).toEqual([
      "unknown-room",
      "not-a-day",
      "not-a-time",
      "not-a-length",
    ]);
  });

  test("of anything at all is read or refused, and what was read can be made", () => {
    const word = fc.constantFrom(
      "Talk",
      "Friday",
      "10:00",
      "60",
      "Foyer",
      "Chennai",
      "Andes",
      "Rosa Núñez",
      "en;es",
      "firm",
      "1",
      "",
      '"',
      "\u0000",
      "x",
    );
    const header = fc.constantFrom(
      "Title",
      "Day",
      "Time",
      "Length",
      "End",
      "Host",
      "Rooms",
      "Groups",
      "Speakers",
      "Languages",
      "State",
      "Priority",
      "?",
    );
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((cells) => cells.join("\t"));
    const text = fc
      .tuple(fc.uniqueArray(header, { maxLength: 12 }), fc.array(line, { maxLength: 4 }))
      .map(([headers, lines]) =>
        [
          ["Title", "Length", ...headers.filter((one) => one !== "Title" && one !== "Length")].join("\t"),
          ...lines,
        ].join("\n"),
      );
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (input) => {
        const table = read(input);
        for (const { session, problems } of table.rows) {
          expect(session === null).toBe(problems.length > 0);
          if (session !== null) planCommands.createSession.input.parse({ ...session, conferenceId, commandId: "c" });
        }
      }),
      { numRuns: 300, interruptAfterTimeLimit: 8000 },
    );
  });
});

describe("sessions that are pasted", () => {
  test("are there, each with its occurrence, or none is", () => {
    const desk = new Desk(plan);
    const good = "Title,Day,Time,Length,Host,Groups\nOne,Friday,10:00,60,Anna Centre,Andes\nTwo,,,30,,";
    const { sessionIds } = desk.do("pasteSessions", { conferenceId, text: good });
    expect(sessionIds.map((id) => desk.plan.sessions[id])).toMatchObject([
      { title: "One", minutes: 60, hostRoomId: "chennai", state: "tentative", overrun: 10 },
      { title: "Two", minutes: 30, hostRoomId: null },
    ]);
    expect(Object.values(desk.plan.occurrences)).toMatchObject([
      { start: { wall: "2020-01-10T10:00", zone: "Asia/Kolkata" }, links: [{ id: "chennai" }, { id: "andes" }] },
      { start: null, links: [] },
    ]);
    expect(desk.edits).toHaveLength(1);
    expect(desk.decide("pasteSessions", { conferenceId, text: `${good}\nThree,,,x,Mars,` })).toEqual({
      ok: false,
      code: "bad-request",
      detail: {
        kind: "rows",
        rows: [
          { row: 4, why: "unknown-room" },
          { row: 4, why: "not-a-length" },
        ],
      },
    });
    expect(desk.decide("pasteSessions", { conferenceId, text: "Who\nTwo" })).toMatchObject({
      detail: {
        rows: [
          { row: 1, why: "no-title-column" },
          { row: 2, why: "missing" },
          { row: 2, why: "missing" },
        ],
      },
    });
    expect(desk.decide("pasteSessions", { conferenceId: "nobody", text: good })).toMatchObject({ code: "not-found" });
  });
});
