import type { Instant, OccurrenceId } from "../../ids.ts";
import { bandAt, bandSpans, defaultGroupHours } from "../bands.ts";
import type { Mend } from "../conflict.ts";
import type { Band, Dated, Hours } from "../model.ts";
import { worse } from "../timeline.ts";
import { dayNumber } from "../times.ts";
import { at } from "../../record.ts";
import type { Placed } from "../world.ts";
import { wallAt } from "../zones.ts";
import { placeAt } from "../whereabouts.ts";
import type { Trial } from "./trial.ts";

// Hours that are opened for once, and sessions and turn-rounds that are made shorter.

const minute = 60_000;

/** The room is open for once in all that an occurrence takes of it. */
export function openRoom(trial: Trial, placed: Placed, roomId: string): readonly Mend[] {
  const room = placed.rooms.find(({ id }) => id === roomId);
  if (room === undefined) return [];
  const from = placed.from - room.setUp * minute;
  const to = placed.to + room.turnRound * minute;
  const opened = open(trial, room.hours, room.zone, from, to, "kind");
  if (opened === null) return [];
  return [
    {
      how: { kind: "open-room", roomId: room.id, from: opened.from, to: opened.to },
      command: { name: "updateRoom", input: { roomId, set: { hours: opened.hours } } },
    },
  ];
}

/**
 * A group comes for once in its blocked hours. That is a concession: these count as shoulder hours, or as night where
 * they would be night for people of no particular habits.
 */
export function openGroup(trial: Trial, placed: Placed, groupId: string): readonly Mend[] {
  const group = at(trial.plan.groups, groupId);
  if (group === undefined) return [];
  const usual = (instant: Instant): Band => bandAt(defaultGroupHours, trial.zones, group.zone, instant);
  const band = [usual(placed.from), usual(placed.to - 1)].reduce(worse, "shoulder");
  const opened = open(trial, group.hours, group.zone, placed.from, placed.to, band);
  if (opened === null) return [];
  return [
    {
      how: { kind: "open-hours", of: "group", id: groupId, from: opened.from, to: opened.to, band },
      command: { name: "updateGroup", input: { groupId, set: { hours: opened.hours } } },
    },
  ];
}

/** The same of a person, in the time of where the person is then. */
export function openPerson(trial: Trial, placed: Placed, personId: string): readonly Mend[] {
  const person = at(trial.plan.people, personId);
  if (person === undefined) return [];
  const { zone } = placeAt(person, trial.world.staying(person).stays, trial.conflict.when.from);
  const opened = open(trial, person.hours, zone, placed.from, placed.to, "kind");
  if (opened === null) return [];
  return [
    {
      how: { kind: "open-hours", of: "person", id: personId, from: opened.from, to: opened.to, band: "kind" },
      command: { name: "updatePerson", input: { personId, set: { hours: opened.hours } } },
    },
  ];
}

/** As the schema of hours has it. */
const mostDated = 400;

/** The hours with what is blocked in [from, to) opened by one dated entry, and which part that is; null: by none. */
function open({ zones }: Trial, hours: Hours, zone: string, from: Instant, to: Instant, band: Band) {
  if (hours.dated.length >= mostDated) return null;
  const blocked = bandSpans(hours, zones, zone, from, to).filter((span) => span.band === "blocked");
  const first = blocked[0];
  const last = blocked.at(-1);
  if (first === undefined || last === undefined) return null;
  const begins = wallAt(zones, zone, first.from);
  const ends = wallAt(zones, zone, last.to);
  const date = begins.slice(0, 10);
  const entry: Dated = {
    date,
    from: minuteOfDay(begins),
    to: minuteOfDay(ends) + (dayNumber(ends.slice(0, 10)) - dayNumber(date)) * 1440,
    band,
    why: "",
  };
  if (entry.to <= entry.from || entry.to > 2880) return null;
  // Commands are data that may be written to, plans are not: so it is copied.
  const week = hours.week.map((interval) => ({ ...interval, days: [...interval.days] }));
  return { hours: { rest: hours.rest, week, dated: [...hours.dated, entry] }, from: first.from, to: last.to };
}

export function minuteOfDay(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/** A session is over in time, if that leaves at least half of it and a quarter of an hour; whole five minutes. */
export function endBy(trial: Trial, id: OccurrenceId, latest: Instant): readonly Mend[] {
  const placed = trial.world.placed(id);
  if (placed === null) return [];
  const { id: sessionId, minutes } = placed.session;
  const shorter = Math.floor((latest - placed.from) / minute / 5) * 5;
  if (shorter >= minutes || shorter < Math.max(15, minutes / 2)) return [];
  return [shortened(sessionId, shorter)];
}

export function shortened(sessionId: Placed["session"]["id"], minutes: number): Mend {
  return {
    how: { kind: "shorten", sessionId, minutes },
    command: { name: "updateSession", input: { sessionId, set: { minutes } } },
  };
}

/** The room makes do with so many minutes less: of the turn-round first, then of the set-up; or of one of them alone. */
export function quicker(
  trial: Trial,
  roomId: string,
  short: number,
  parts: readonly ("setUp" | "turnRound")[] = ["turnRound", "setUp"],
): readonly Mend[] {
  const room = at(trial.plan.rooms, roomId);
  if (room === undefined || short <= 0) return [];
  const needs = { setUp: room.setUp, turnRound: room.turnRound };
  let left = short;
  for (const part of parts) {
    const taken = Math.min(needs[part], left);
    needs[part] -= taken;
    left -= taken;
  }
  if (left > 0) return [];
  return [
    {
      how: { kind: "turn-round", roomId: room.id, ...needs },
      command: { name: "updateRoom", input: { roomId, set: needs } },
    },
  ];
}
