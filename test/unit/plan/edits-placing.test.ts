import { describe, expect, test } from "vitest";
import { Desk } from "../../support/planedits.ts";
import { conferenceId, planWith, startWith } from "../../support/planmaker.ts";

const plan = planWith({
  conference: { name: "March" },
  conferences: { july: {} },
  rooms: {
    durban: {},
    lima: { city: "Lima", zone: "America/Lima" },
    berlin: { city: "Berlin", zone: "Europe/Berlin" },
  },
  groups: { andes: {} },
  sessions: {
    talk: { at: ["2026-03-05T10:00", null], in: "durban", links: ["lima", { to: "andes", need: "may" }] },
    panel: { at: "2026-03-05T12:00", in: "durban", pinned: true, links: ["lima"] },
    remote: { at: "2026-03-05T14:00" },
    foreign: { conferenceId: "july", at: "2026-03-05T10:00" },
  },
});
const start = (wall: string, zone = "Africa/Johannesburg", offset: number | null = null) => ({ wall, zone, offset });

describe("many occurrences at other times", () => {
  test("are one edit, named after the conference, and one undo", () => {
    const desk = new Desk(plan);
    desk.do("placeOccurrences", {
      conferenceId,
      placements: [
        { occurrenceId: "talk", start: start("2026-03-05T16:00"), playback: ["group:andes", "room:lima"] },
        { occurrenceId: "talk-2", start: start("2026-03-06T09:00") },
        { occurrenceId: "remote", start: null, playback: [] },
      ],
    });
    const { occurrences } = desk.plan;
    expect(occurrences["talk"]?.start).toEqual(startWith("2026-03-05T16:00"));
    expect(occurrences["talk"]?.links.map(({ id, need, mode }) => `${id} ${need} ${mode}`)).toEqual([
      "durban must live",
      "lima must playback",
      "andes may playback",
    ]);
    expect(occurrences["talk-2"]).toMatchObject({
      start: startWith("2026-03-06T09:00"),
      links: plan.occurrences["talk-2"]?.links,
    });
    expect(occurrences["remote"]?.start).toBeNull();
    expect(desk.edits.map(({ command, subject }) => [command, subject])).toEqual([["placeOccurrences", "March"]]);

    const turn = desk.undo();
    expect(turn).toMatchObject({ ok: true, subject: "March" });
    expect(desk.plan).toEqual(plan);
  });

  test("change nothing where they are so already", () => {
    const desk = new Desk(plan);
    const placements = [{ occurrenceId: "talk", start: start("2026-03-05T10:00"), playback: [] }];
    expect(desk.try("placeOccurrences", { conferenceId, placements })).toMatchObject({ ok: true, changes: [] });
  });

  test("a pinned one keeps its time and may lose a link", () => {
    const desk = new Desk(plan);
    const placed = (wall: string | null) =>
      desk.try("placeOccurrences", {
        conferenceId,
        placements: [
          { occurrenceId: "remote", start: null },
          { occurrenceId: "panel", start: wall === null ? null : start(wall), playback: ["room:lima"] },
        ],
      });
    for (const wall of ["2026-03-05T12:15", null])
      expect(placed(wall)).toMatchObject({
        ok: false,
        code: "pinned",
        detail: { fields: [{ path: "placements.1.occurrenceId" }] },
      });
    expect(desk.plan).toBe(plan);
    expect(placed("2026-03-05T12:00")).toMatchObject({ ok: true });
    expect(desk.plan.occurrences["panel"]).toMatchObject({ start: plan.occurrences["panel"]?.start, pinned: true });
  });

  test.each([
    ["nobody", start("2026-03-05T16:00"), [], "not-found", "placements.1.occurrenceId"],
    ["foreign", start("2026-03-05T16:00"), [], "not-found", "placements.1.occurrenceId"],
    ["remote", null, [], "bad-request", "placements.1.occurrenceId"],
    ["talk", null, ["room:berlin"], "not-found", "placements.1.playback.0"],
    ["talk", null, ["room:lima", "room:durban"], "bad-request", "placements.1.playback.1"],
    ["talk", start("0001-01-01T00:00"), [], "bad-request", "placements.1.start.wall"],
  ] as const)("all or nothing: %s at %o with %o is refused (%s)", (occurrenceId, at, playback, code, path) => {
    const desk = new Desk(plan);
    const placements = [
      { occurrenceId: "remote", start: start("2026-03-05T08:00") },
      { occurrenceId, start: at, playback: [...playback] },
    ];
    const result = desk.try("placeOccurrences", { conferenceId, placements });
    expect(result).toMatchObject({ ok: false, code, detail: { kind: "fields", fields: [{ path }] } });
    expect(desk.plan).toBe(plan);
  });

  test("a time that there is not, or twice, or in no zone, is refused as when one moves", () => {
    const desk = new Desk(plan);
    const code = (wall: string, zone: string, offset: number | null = null) => {
      const placements = [{ occurrenceId: "talk", start: start(wall, zone, offset) }];
      const result = desk.decide("placeOccurrences", { conferenceId, placements });
      return result.ok ? "ok" : result.code;
    };
    expect(code("2026-03-29T02:30", "Europe/Berlin")).toBe("gap");
    expect(code("2026-10-25T02:30", "Europe/Berlin")).toBe("fold");
    expect(code("2026-10-25T02:30", "Europe/Berlin", 60)).toBe("ok");
    expect(code("2026-10-25T02:30", "Europe/Atlantis")).toBe("unknown-zone");
    expect(
      desk.decide("placeOccurrences", { conferenceId: "nobody", placements: [{ occurrenceId: "talk", start: null }] }),
    ).toMatchObject({ code: "not-found" });
  });
});
