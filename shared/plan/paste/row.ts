import type { Conference, Group, Link, Room, Start } from "../model.ts";
import { addDays, startOf } from "../times.ts";
import type { Zones } from "../zones.ts";
import { isLength, readEnd, readLength, readTime } from "./clock.ts";
import { readDay } from "./days.ts";
import type { Read } from "./days.ts";
import type { CellProblem, ColumnName, PastedRow, PasteProblem } from "./model.ts";
import { readGroups, readLanguages, readPeople, readPriority, readRoom, readRooms, readState } from "./names.ts";
import type { Names } from "./names.ts";

/** What a row is read with. */
export interface Seen {
  readonly zones: Zones;
  readonly conference: Conference;
  readonly names: Names;
  /** What each column means, in order. */
  readonly columns: readonly (ColumnName | null)[];
}

/** As the schemas of titles and links have it. */
const mostOfTitle = 120;
const mostLinks = 80;

export function readRow(row: number, cells: readonly string[], seen: Seen): PastedRow {
  const problems: CellProblem[] = [];
  const cellOf = (column: ColumnName): string => cells[seen.columns.indexOf(column)] ?? "";
  const problem = (column: ColumnName | null, why: PasteProblem, cell: string) => {
    problems.push({ column, why, cell });
  };
  /** The value; what was not understood becomes a problem, and what is empty null. */
  const one = <Value>(column: ColumnName, read: (cell: string) => Read<Value>): Value | null => {
    const cell = cellOf(column);
    return cell === "" ? null : taken(column, cell, read(cell));
  };
  const many = <Value>(column: ColumnName, read: (cell: string) => readonly Read<Value>[]): readonly Value[] => {
    const cell = cellOf(column);
    return cell === "" ? [] : read(cell).flatMap((result) => taken(column, cell, result) ?? []);
  };
  function taken<Value>(column: ColumnName, cell: string, result: Read<Value>): Value | null {
    if (result.ok) return result.value;
    problem(column, result.why, result.cell ?? cell);
    return null;
  }

  if (cells.slice(seen.columns.length).some((cell) => cell !== "")) {
    problem(null, "too-many-cells", cells.slice(seen.columns.length).join(", "));
  }
  const title = cellOf("title").replace(/\s+/gu, " ");
  if (title === "") problem("title", "missing", "");
  else if (title.length > mostOfTitle || unprintable.test(title) || !title.isWellFormed() || !visible.test(title)) {
    problem("title", "not-a-title", title);
  }
  const host = one("host", (cell) => readRoom(seen.names, cell));
  const rooms = many("rooms", (cell) => readRooms(seen.names, cell));
  const groups = many("groups", (cell) => readGroups(seen.names, cell));
  const personIds = many("speakers", (cell) => readPeople(seen.names, cell));
  const languages = many("languages", readLanguages);
  const state = one("state", readState) ?? "tentative";
  const priority = one("priority", readPriority) ?? 2;

  const zone = host?.zone ?? seen.conference.zone;
  const start = startFrom(zone);
  const minutes = minutesFrom(start);
  if (languages.length > 8) problem("languages", "too-many", cellOf("languages"));
  if (rooms.length + groups.length >= mostLinks) problem("groups", "too-many", cellOf("groups"));
  if (personIds.length > 40) problem("speakers", "too-many", cellOf("speakers"));

  const isRead = problems.length === 0 && minutes !== null;
  if (!isRead) return { row, cells, problems, session: null };
  const { wall, offset } = start ?? { wall: "", offset: null };
  return {
    row,
    cells,
    problems,
    session: {
      title,
      minutes,
      start: start === null ? null : { wall, zone: start.zone, offset },
      hostRoomId: host?.id ?? null,
      links: linksOf(host, rooms, groups),
      personIds,
      languages,
      state,
      priority,
    },
  };

  function startFrom(zone: string): Start | null {
    const day = one("day", (cell) => readDay(cell, seen.conference));
    const time = one("time", readTime);
    if (cellOf("day") === "" && cellOf("time") !== "") problem("day", "no-day", cellOf("time"));
    if (cellOf("day") !== "" && cellOf("time") === "") problem("time", "no-time", cellOf("day"));
    // Without the host's zone nothing can be said of its clocks.
    const isZoneKnown = host !== null || cellOf("host") === "";
    return day === null || time === null || !isZoneKnown ? null : at("time", `${day}T${time}`, zone);
  }

  function at(column: ColumnName, wall: string, zone: string): Start | null {
    const result = startOf(seen.zones, { wall, zone, offset: null });
    if (result.ok) return result.value;
    // The zone is one of the plan's.
    if (result.code !== "unknown-zone") problem(column, result.code, cellOf(column));
    return null;
  }

  /** Of the length, of the end, or of both where they agree. An end before the start is on the next day. */
  function minutesFrom(start: Start | null): number | null {
    const length = one("length", readLength);
    const end = one("end", readEnd);
    if (cellOf("length") === "" && cellOf("end") === "") problem("length", "missing", "");
    if (end === null) return length;
    if (start === null) {
      if (cellOf("time") === "") problem("end", "no-time", cellOf("end"));
      return length;
    }
    const day = start.wall.slice(0, 10);
    const isNext = `${day}T${end}` <= start.wall;
    const ends = at("end", `${isNext ? addDays(day, 1) : day}T${end}`, start.zone);
    if (ends === null) return length;
    const minutes = (ends.instant - start.instant) / 60_000;
    if (!isLength(minutes)) problem("end", "not-a-length", cellOf("end"));
    if (length !== null && length !== minutes) problem("end", "length-and-end", cellOf("end"));
    return minutes;
  }
}

/** The host room first; who is named is linked live, and must. */
function linksOf(host: Room | null, rooms: readonly Room[], groups: readonly Group[]): readonly Link[] {
  const others = rooms.filter(({ id }) => id !== host?.id);
  return [
    ...(host === null ? others : [host, ...others]).map(({ id }): Link => ({
      kind: "room",
      id,
      need: "must",
      mode: "live",
    })),
    ...groups.map(({ id }): Link => ({ kind: "group", id, need: "must", mode: "live" })),
  ];
}

/** As names are refused by the protocol (shared/protocol/schemas.ts), which pages do not carry. */
const unprintable = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;
