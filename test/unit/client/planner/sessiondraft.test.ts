import { expect, test } from "vitest";
import {
  isMoved,
  linksOfDraft,
  sessionFields,
  startOfDraft,
  withLink,
} from "../../../../client/planner/forms/sessiondraft.ts";
import type { SessionDraft } from "../../../../client/planner/forms/sessiondraft.ts";
import { startIn, withStart } from "../../../../client/planner/restart.ts";
import type { GroupId, OccurrenceId, RoomId } from "../../../../shared/ids.ts";
import type { Link, Start } from "../../../../shared/plan/model.ts";

const durban = "durban" as RoomId;
const chennai = "chennai" as RoomId;
const coast = "coast" as GroupId;
const room = (id: RoomId, need: Link["need"] = "must"): Link => ({ kind: "room", id, need, mode: "live" });
const group = (id: GroupId): Link => ({ kind: "group", id, need: "may", mode: "playback" });

const draft: SessionDraft = {
  title: " Opening plenary ",
  state: "firm",
  minutes: "45",
  overrun: "10",
  hostRoomId: durban,
  priority: 1,
  languages: "EN, es; ta",
  personIds: [],
  after: [],
  range: { firstDay: "", lastDay: "", earliest: "", latest: "" },
  date: "2020-01-10",
  time: "16:15",
  offset: null,
  pinned: false,
  links: [room(chennai, "may"), room(durban, "may"), group(coast)],
};

test("the host is linked first, live, and must", () => {
  expect(linksOfDraft(draft)).toEqual([room(durban), room(chennai, "may"), group(coast)]);
  expect(linksOfDraft({ ...draft, hostRoomId: null })).toBe(draft.links);
});

test("fields as they are typed", () => {
  expect(sessionFields(draft)).toMatchObject({
    title: "Opening plenary",
    minutes: 45,
    languages: ["en", "es", "ta"],
    range: null,
  });
});

test("a range that ends on the next day", () => {
  const range = { firstDay: "2020-01-10", lastDay: "", earliest: "18:00", latest: "01:00" };
  expect(sessionFields({ ...draft, range }).range).toEqual({
    firstDay: "2020-01-10",
    lastDay: null,
    earliest: 1080,
    latest: 1500,
  });
});

test("without a date or a time it is not placed", () => {
  expect(startOfDraft({ ...draft, time: "" }, "Africa/Johannesburg")).toBeNull();
  expect(startOfDraft(draft, "Africa/Johannesburg")).toEqual({
    wall: "2020-01-10T16:15",
    zone: "Africa/Johannesburg",
    offset: null,
  });
});

test("only another wall time, zone or chosen offset is a move", () => {
  const zone = "Africa/Johannesburg";
  const stored: Start = { wall: "2020-01-10T16:15", zone, offset: 120, instant: 1_578_665_700_000, zoneData: "2026f" };
  expect(isMoved(startOfDraft(draft, zone), stored)).toBe(false);
  expect(isMoved(startOfDraft({ ...draft, time: "16:30" }, zone), stored)).toBe(true);
  expect(isMoved(startOfDraft(draft, "Asia/Kolkata"), stored)).toBe(true);
  expect(isMoved(startOfDraft({ ...draft, offset: 60 }, zone), stored)).toBe(true);
  expect(isMoved(null, stored)).toBe(true);
  expect(isMoved(null, null)).toBe(false);
});

test("one link changed, added, taken away", () => {
  const links = [room(durban), group(coast)];
  expect(withLink(links, coast, { ...group(coast), mode: "live" })).toEqual([
    room(durban),
    { ...group(coast), mode: "live" },
  ]);
  expect(withLink(links, chennai, room(chennai))).toEqual([...links, room(chennai)]);
  expect(withLink(links, coast, null)).toEqual([room(durban)]);
});

test("a command that the clocks leave in question goes out again with another start", () => {
  const start = { wall: "2027-03-14T02:30", zone: "America/Los_Angeles", offset: null };
  const later = { ...start, wall: "2027-03-14T03:00" };
  const occurrenceId = "occurrence" as OccurrenceId;
  const move = { name: "moveOccurrence", input: { occurrenceId, start } } as const;
  expect(startIn(move)).toEqual(start);
  expect(withStart(move, later)).toEqual({ name: "moveOccurrence", input: { occurrenceId, start: later } });
  expect(startIn({ name: "undo", input: {} })).toBeNull();
});
