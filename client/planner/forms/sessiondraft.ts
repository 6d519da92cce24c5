import type { GroupId, Instant, PersonId, RoomId, SessionId } from "../../../shared/ids.ts";
import { groupsOf, roomsOf } from "../../../shared/plan/look.ts";
import type { Link, Occurrence, Session, SessionState, StartInput } from "../../../shared/plan/model.ts";
import { wallAt } from "../../../shared/plan/zones.ts";
import { at } from "../../../shared/record.ts";
import type { OpenBoard } from "../board.ts";
import { firstOccurrence, shownDay } from "../days.ts";
import { clockText, minutesOf } from "./clocktext.ts";
import { partsOf } from "./lists.ts";

/** A session and one of its times as the form holds them: everything as typed. */
export interface SessionDraft {
  readonly title: string;
  readonly state: SessionState;
  readonly minutes: string;
  readonly overrun: string;
  readonly hostRoomId: RoomId | null;
  readonly priority: number;
  readonly languages: string;
  readonly personIds: readonly PersonId[];
  readonly after: readonly SessionId[];
  readonly range: {
    readonly firstDay: string;
    readonly lastDay: string;
    readonly earliest: string;
    readonly latest: string;
  };
  /** "2020-01-10" and "16:15" in the anchor's zone; empty: not placed. */
  readonly date: string;
  readonly time: string;
  /** Where the clocks are put back: which of the two times; null: not said. */
  readonly offset: number | null;
  readonly pinned: boolean;
  readonly links: readonly Link[];
}

/** Whose time is meant: the host room's, else the conference's. */
export function anchorOf(
  board: OpenBoard,
  hostRoomId: RoomId | null,
): { readonly zone: string; readonly city: string } {
  const room = hostRoomId === null ? undefined : at(board.plan.value.rooms, hostRoomId);
  return room ?? board.conference.value ?? board.ruler.value;
}

/** Of a session, the occurrence whose time the form shows: the one that is looked at, else the first. */
export function editedOccurrence(board: OpenBoard, session: Session): Occurrence | undefined {
  const plan = board.plan.value;
  const looked = at(plan.occurrences, board.where.peek().occurrenceId ?? "");
  return looked?.sessionId === session.id ? looked : at(plan.occurrences, firstOccurrence(plan, session.id) ?? "");
}

/** A new one: in the first room, with everybody, on the day that is shown; without a time, unless it was put at one. */
export function newDraft(board: OpenBoard, instant: Instant | null): SessionDraft {
  const conference = board.conference.value;
  const plan = board.plan.value;
  const rooms = conference === null ? [] : roomsOf(plan, conference.id);
  const groups = conference === null ? [] : groupsOf(plan, conference.id).filter(({ roomId }) => roomId === null);
  const hostRoomId = rooms[0]?.id ?? null;
  const wall = instant === null ? null : wallAt(board.zones.value, anchorOf(board, hostRoomId).zone, instant);
  return {
    title: "",
    state: "tentative",
    minutes: "60",
    overrun: "10",
    hostRoomId,
    priority: 2,
    languages: "",
    personIds: [],
    after: [],
    range: { firstDay: "", lastDay: "", earliest: "", latest: "" },
    date: wall?.slice(0, 10) ?? shownDay(board),
    time: wall?.slice(11) ?? "",
    offset: null,
    pinned: false,
    links: [
      ...rooms.map(({ id }): Link => ({ kind: "room", id, need: "must", mode: "live" })),
      ...groups.map(({ id }): Link => ({ kind: "group", id, need: "must", mode: "live" })),
    ],
  };
}

export function draftOf(board: OpenBoard, session: Session, occurrence: Occurrence | undefined): SessionDraft {
  const start = occurrence?.start ?? null;
  const { zone } = anchorOf(board, session.hostRoomId);
  // Said in the anchor's time, wherever it was set.
  const wall = start === null ? "" : start.zone === zone ? start.wall : wallAt(board.zones.value, zone, start.instant);
  const { range } = session;
  return {
    title: session.title,
    state: session.state,
    minutes: String(session.minutes),
    overrun: String(session.overrun),
    hostRoomId: session.hostRoomId,
    priority: session.priority,
    languages: session.languages.join(", "),
    personIds: session.personIds,
    after: session.after,
    range: {
      firstDay: range?.firstDay ?? "",
      lastDay: range?.lastDay ?? "",
      earliest: range?.earliest == null ? "" : clockText(range.earliest),
      latest: range?.latest == null ? "" : clockText(range.latest),
    },
    date: wall.slice(0, 10),
    time: wall.slice(11),
    offset: start?.zone === zone ? start.offset : null,
    pinned: occurrence?.pinned ?? false,
    links: occurrence?.links ?? [],
  };
}

/** The session's own fields. */
export function sessionFields(draft: SessionDraft): Omit<Session, "id" | "conferenceId"> {
  return {
    title: draft.title.trim(),
    state: draft.state,
    minutes: Number(draft.minutes),
    overrun: Number(draft.overrun),
    hostRoomId: draft.hostRoomId,
    priority: draft.priority,
    range: rangeOf(draft.range),
    languages: partsOf(draft.languages).map((tag) => tag.toLowerCase()),
    personIds: draft.personIds,
    after: draft.after,
  };
}

function rangeOf({ firstDay, lastDay, earliest, latest }: SessionDraft["range"]): Session["range"] {
  if (firstDay === "" && lastDay === "" && earliest === "" && latest === "") return null;
  const [from, to] = [minutesOf(earliest), minutesOf(latest)];
  // An end at or before the beginning lies on the next day.
  const until = to === null ? null : to <= (from ?? 0) ? to + 1440 : to;
  return { firstDay: firstDay || null, lastDay: lastDay || null, earliest: from, latest: until };
}

/** The start as a command takes it; null: not placed. */
export function startOfDraft(draft: SessionDraft, zone: string): StartInput | null {
  if (draft.date === "" || draft.time === "") return null;
  return { wall: `${draft.date}T${draft.time.slice(0, 5)}`, zone, offset: draft.offset };
}

/** The links, host first, live and *must*. */
export function linksOfDraft({ links, hostRoomId }: SessionDraft): readonly Link[] {
  if (hostRoomId === null) return links;
  return [{ kind: "room", id: hostRoomId, need: "must", mode: "live" }, ...links.filter(({ id }) => id !== hostRoomId)];
}

/** Has somebody said another start than the stored one? */
export function isMoved(start: StartInput | null, stored: Occurrence["start"]): boolean {
  if (start === null || stored === null) return start !== stored;
  return start.wall !== stored.wall || start.zone !== stored.zone || (start.offset ?? stored.offset) !== stored.offset;
}

/** The links with one of them changed, added or taken away (null). */
export function withLink(links: readonly Link[], id: RoomId | GroupId, link: Link | null): readonly Link[] {
  const there = links.some((each) => each.id === id);
  if (link === null) return links.filter((each) => each.id !== id);
  return there ? links.map((each) => (each.id === id ? link : each)) : [...links, link];
}
