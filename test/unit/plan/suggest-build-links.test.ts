import { describe, expect, test } from "vitest";
import { build, candidateAt, jobOf, resourceNamed } from "../../support/building.ts";
import { hoursWith, instant, planWith } from "../../support/planmaker.ts";

const conference = { firstDay: "2026-03-05", lastDay: "2026-03-06" };
const chennai = { city: "Chennai", zone: "Asia/Kolkata" };

describe("may links", () => {
  const plan = planWith({
    conference,
    rooms: { hall: {}, chennai: { ...chennai, setUp: 15, hours: hoursWith("kind", [0, 780, "blocked", "closed"]) } },
    groups: {
      "chennai-audience": { people: 40 },
      far: { ...chennai, people: 25 },
      shift: { people: 7, hours: hoursWith("kind", [600, 720, "blocked"]) },
      sleepy: { people: 3 },
    },
    sessions: {
      fixed: { in: "chennai", at: "2026-03-05T15:00", pinned: true },
      talk: {
        in: "hall",
        links: [
          { to: "far", need: "may" },
          { to: "chennai", need: "may" },
          { to: "shift", need: "may" },
          { to: "sleepy", need: "may", mode: "playback" },
          { to: "hall-audience", need: "may" },
        ],
      },
    },
  });
  const optionsAt = (wall: string) => candidateAt(build(plan), "talk", wall).options;

  test("that are live and bring somebody are to be decided", () => {
    const built = build(plan);
    const groups = (numbers: readonly number[]) => numbers.map((g) => built.problem.groups[g]?.id);
    expect(jobOf(built, "talk").options.map((one) => ({ ...one, groups: groups(one.groups) }))).toEqual([
      { links: ["group:far"], groups: ["far"], people: 25 },
      { links: ["room:chennai"], groups: ["chennai-audience"], people: 40 },
      { links: ["group:shift"], groups: ["shift"], people: 7 },
    ]);
    // The host's, three live ones, and the audience's own, which says nothing more.
    expect(jobOf(build({ ...plan, occurrences: placed(plan, "2026-03-05T10:00") }), "talk").links).toBe(5);
  });

  test("stay live within kind and bearable hours, where nobody is blocked and the room is open and free", () => {
    // 13:30 in Chennai: its room is just open, and set up before that.
    expect(optionsAt("2026-03-06T09:45")).toEqual([[0], [0], null]);
    expect(optionsAt("2026-03-06T09:30")).toEqual([[0], null, null]);
    expect(optionsAt("2026-03-06T12:00")).toEqual([[0], [0], [0]]);
    // 20:15 and 21:00 there: an hour that ends in bearable hours, and one that is bearable.
    expect(optionsAt("2026-03-06T16:45")).toEqual([[15], [15], [0]]);
    expect(optionsAt("2026-03-06T17:30")).toEqual([[60], [60], [0]]);
    expect(optionsAt("2026-03-06T17:45")).toEqual([null, null, [0]]);
    // The room is taken from 15:00 to 16:00, and set up for a quarter of an hour.
    expect(optionsAt("2026-03-05T10:15")).toEqual([[0], [0], null]);
    expect(optionsAt("2026-03-05T10:30")).toEqual([[0], null, null]);
    expect(optionsAt("2026-03-05T12:30")).toEqual([[0], null, [0]]);
    expect(optionsAt("2026-03-05T12:45")).toEqual([[0], [0], [0]]);
  });

  test("that bring the same group are one", () => {
    const both = { ...plan, occurrences: { ...plan.occurrences, talk: withAudience(plan) } };
    expect(jobOf(build(both), "talk").options.map(({ links, people }) => ({ links, people }))).toEqual([
      { links: ["group:far"], people: 25 },
      { links: ["room:chennai", "group:chennai-audience"], people: 40 },
      { links: ["group:shift"], people: 7 },
    ]);
  });

  test("of a room whose audience must come anyway bring nobody more, and still take the room", () => {
    const sessions = {
      talk: { in: "hall", links: ["side-audience", { to: "side", need: "may" as const }] },
      other: { in: "side" },
    };
    const built = build(planWith({ conference, rooms: { hall: {}, side: {} }, sessions }));
    const { options, attends } = jobOf(built, "talk");
    expect(options).toEqual([{ links: ["room:side"], groups: [], people: 0 }]);
    expect(attends).toHaveLength(2);
    expect(resourceNamed(built, "room:side")?.uses.map(({ job, option }) => [job, option])).toEqual([
      [0, null],
      [1, 0],
    ]);
  });

  function placed({ occurrences }: typeof plan, wall: string) {
    const { talk } = occurrences;
    if (talk === undefined) throw new Error("no talk");
    const start = { wall, zone: "Africa/Johannesburg", offset: 120, instant: instant(`${wall}+02:00`), zoneData: "x" };
    return { ...occurrences, talk: { ...talk, start } };
  }
  function withAudience({ occurrences, groups }: typeof plan) {
    const { talk } = occurrences;
    const audience = groups["chennai-audience"];
    if (talk === undefined || audience === undefined) throw new Error("not there");
    return { ...talk, links: [...talk.links, { kind: "group", id: audience.id, need: "may", mode: "live" } as const] };
  }
});
