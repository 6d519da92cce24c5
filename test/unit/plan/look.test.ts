import { describe, expect, test } from "vitest";
import {
  attendance,
  audienceOf,
  groupsOf,
  hostZone,
  occurrencesOf,
  peopleOf,
  poolsOf,
  roomsOf,
  sessionOf,
  sessionsOf,
} from "../../../shared/plan/look.ts";
import type { Occurrence, Plan, Session } from "../../../shared/plan/model.ts";
import { at } from "../../../shared/record.ts";
import { conferenceId, planWith, room } from "../../support/planmaker.ts";

function occurrenceIn(plan: Plan, id: string): Occurrence {
  const found = at(plan.occurrences, id);
  if (found === undefined) throw new Error(`no occurrence ${id}`);
  return found;
}

function sessionIn(plan: Plan, id: string): Session {
  const found = at(plan.sessions, id);
  if (found === undefined) throw new Error(`no session ${id}`);
  return found;
}

const ids = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);

describe("what a conference has and uses", () => {
  const both = { conferenceIds: ["conference", "other"] };
  const plan = planWith({
    conferences: { other: {} },
    rooms: { durban: { position: 2 }, chennai: { position: 1 }, lima: { conferenceId: "other" } },
    groups: { zulu: { name: "Zulu" }, angeles: { name: "Los Angeles", ...both }, theirs: { conferenceIds: ["other"] } },
    people: { rosa: { name: "Rosa" }, ana: { name: "Ana", ...both }, ben: { conferenceIds: ["other"] } },
    pools: { booth: { name: "Booth" }, attic: { name: "Attic" }, cellar: { conferenceIds: ["other"] } },
    sessions: {
      vote: { title: "Vote", at: ["2020-01-12T10:00", null, "2020-01-10T10:00"] },
      opening: { title: "Opening", at: "2020-01-11T10:00", state: "cancelled" },
      elsewhere: { conferenceId: "other" },
    },
  });

  test("rooms in their order", () => {
    expect(ids(roomsOf(plan, conferenceId))).toEqual(["chennai", "durban"]);
  });

  test("groups: audiences as their rooms, then remote ones by name", () => {
    expect(ids(groupsOf(plan, conferenceId))).toEqual(["chennai-audience", "durban-audience", "angeles", "zulu"]);
  });

  test("people and pools by name", () => {
    expect(ids(peopleOf(plan, conferenceId))).toEqual(["ana", "rosa"]);
    expect(ids(poolsOf(plan, conferenceId))).toEqual(["attic", "booth"]);
  });

  test("sessions by title, occurrences by start and those without one last", () => {
    expect(ids(sessionsOf(plan, conferenceId))).toEqual(["opening", "vote"]);
    expect(ids(occurrencesOf(plan, conferenceId))).toEqual(["vote-3", "opening", "vote", "vote-2"]);
  });

  test("an audience belongs to its room", () => {
    expect(audienceOf(plan, room("durban"))?.id).toBe("durban-audience");
    expect(audienceOf(plan, room("constructor"))).toBeUndefined();
  });
});

test("the host's time is the host room's, else the conference's", () => {
  const plan = planWith({
    conference: { city: "San Salvador", zone: "America/El_Salvador" },
    rooms: { chennai: { city: "Chennai", zone: "Asia/Kolkata" } },
    sessions: { talk: { in: "chennai" }, remote: {} },
  });
  expect(hostZone(plan, sessionIn(plan, "talk"))).toEqual({ city: "Chennai", zone: "Asia/Kolkata" });
  expect(hostZone(plan, sessionIn(plan, "remote"))).toEqual({ city: "San Salvador", zone: "America/El_Salvador" });
  expect(sessionOf(plan, occurrenceIn(plan, "talk"))?.title).toBe("talk");
});

describe("who attends", () => {
  const of = (links: Parameters<typeof planWith>[0]["sessions"]) => {
    const plan = planWith({ rooms: { durban: {}, chennai: {} }, groups: { angeles: {} }, sessions: links ?? {} });
    return attendance(plan, occurrenceIn(plan, "talk"));
  };

  test("linked groups, and the audiences of linked rooms with the room's need", () => {
    const links = ["angeles", { to: "chennai", need: "may" as const }];
    expect(of({ talk: { in: "durban", links } })).toEqual([
      { groupId: "durban-audience", need: "must", via: "durban" },
      { groupId: "angeles", need: "must", via: null },
      { groupId: "chennai-audience", need: "may", via: "chennai" },
    ]);
  });

  test("nobody who sees it later", () => {
    const links = [
      { to: "angeles", mode: "playback" as const },
      { to: "chennai", mode: "playback" as const },
    ];
    expect(of({ talk: { links } })).toEqual([]);
  });

  test.each([
    ["itself first", ["durban-audience", { to: "durban", need: "may" as const }]],
    ["the room first", [{ to: "durban", need: "may" as const }, "durban-audience"]],
  ])("once, through its room, and must if one of the links says so: %s", (_what, links) => {
    expect(of({ talk: { links } })).toEqual([{ groupId: "durban-audience", need: "must", via: "durban" }]);
  });

  test("what the plan does not have is passed over", () => {
    const plan = planWith({ groups: { angeles: {} }, sessions: { talk: { links: ["angeles"] } } });
    expect(attendance({ ...plan, groups: {} }, occurrenceIn(plan, "talk"))).toEqual([]);
  });
});
