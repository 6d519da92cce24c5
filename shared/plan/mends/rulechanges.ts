import type { Instant, OccurrenceId } from "../../ids.ts";
import { at } from "../../record.ts";
import type { Conflict, Mend } from "../conflict.ts";
import type { Day, Start } from "../model.ts";
import { dayNumber, startAt } from "../times.ts";
import type { Placed } from "../world.ts";
import { wallAt } from "../zones.ts";
import { minuteOfDay } from "./timechanges.ts";
import type { Trial } from "./trial.ts";

// Rules of the plan that are made wider or given up, and answers to what the clocks or the zone data leave open.

type Of<Kind extends Conflict["kind"]> = Extract<Conflict, { readonly kind: Kind }>;

/** A remote group's people choose; a room's audience sits together and cannot. */
export function maySplit(trial: Trial, groupId: string): readonly Mend[] {
  const group = at(trial.plan.groups, groupId);
  if (group === undefined || group.roomId !== null) return [];
  const command = { name: "updateGroup", input: { groupId, set: { maySplit: true } } } as const;
  return [{ how: { kind: "may-split", groupId: group.id }, command }];
}

export function lessOrder(trial: Trial, { occurrenceIds: [id], first }: Of<"order">): readonly Mend[] {
  const session = trial.world.placed(id)?.session;
  if (session === undefined) return [];
  const after = session.after.filter((other) => other !== first);
  return [
    {
      how: { kind: "drop-order", sessionId: session.id, first },
      command: { name: "updateSession", input: { sessionId: session.id, set: { after } } },
    },
  ];
}

/** One of the places in which a person is during the session is taken back, the one that was entered first first. */
export function lessPlaces(
  trial: Trial,
  { personId, occurrenceIds: [id], cities }: Of<"person-places">,
): readonly Mend[] {
  const person = at(trial.plan.people, personId);
  const placed = trial.world.placed(id);
  if (person === undefined || placed === null) return [];
  const { stays } = trial.world.staying(person);
  return person.places.flatMap((place, i): readonly Mend[] => {
    const stay = stays[i];
    const isThen = stay !== undefined && stay.from < placed.to && placed.from < stay.to;
    if (!isThen || !cities.includes(place.city)) return [];
    return [
      {
        how: { kind: "drop-place", personId, city: place.city },
        command: {
          name: "updatePerson",
          input: { personId, set: { places: person.places.filter((other) => other !== place) } },
        },
      },
    ];
  });
}

/** The conference has the days on which a session begins and ends as well. */
export function moreDays(trial: Trial, { session }: Placed, begins: Day, ends: Day): readonly Mend[] {
  const conference = at(trial.plan.conferences, session.conferenceId);
  if (conference === undefined) return [];
  const { id: conferenceId, firstDay, lastDay } = conference;
  const isEarly = firstDay !== null && begins < firstDay;
  const isLate = lastDay !== null && ends > lastDay;
  const set = { firstDay: isEarly ? begins : firstDay, lastDay: isLate ? ends : lastDay };
  return [
    {
      how: { kind: "more-days", day: isEarly ? begins : ends },
      command: { name: "updateConference", input: { conferenceId, set } },
    },
  ];
}

/** The session's range reaches to where it is, in days or in hours. */
export function widerRange(trial: Trial, { session, host, from, to }: Placed, part: "day" | "hour"): readonly Mend[] {
  const { range, id: sessionId } = session;
  if (range === null) return [];
  const begins = wallAt(trial.zones, host.zone, from);
  const ends = wallAt(trial.zones, host.zone, to);
  const day = begins.slice(0, 10);
  const least = minuteOfDay(begins);
  const most = minuteOfDay(ends) + (dayNumber(ends.slice(0, 10)) - dayNumber(day)) * 1440;
  const { firstDay, lastDay, earliest, latest } = range;
  const wider =
    part === "day"
      ? {
          firstDay: firstDay !== null && day < firstDay ? day : firstDay,
          lastDay: lastDay !== null && day > lastDay ? day : lastDay,
        }
      : {
          earliest: earliest === null ? null : Math.min(earliest, least),
          latest: latest === null ? null : Math.max(latest, most),
        };
  return [
    {
      how: { kind: "wider-range", sessionId },
      command: { name: "updateSession", input: { sessionId, set: { range: { ...range, ...wider } } } },
    },
  ];
}

/** Of the two times that the clocks show a wall time, the one with this offset is meant. */
export function chooseOffset(occurrenceId: OccurrenceId, { wall, zone }: Start, offset: number): Mend {
  return {
    how: { kind: "choose-offset", occurrenceId, offset },
    command: { name: "moveOccurrence", input: { occurrenceId, start: { wall, zone, offset } } },
  };
}

/** The wall time stays, and the instant becomes what it is with the new zone data. */
export function keepWall({ occurrence, start }: Placed, to: Instant): Mend {
  const { wall, zone, offset } = start;
  return {
    how: { kind: "keep-wall", occurrenceId: occurrence.id, to },
    command: { name: "moveOccurrence", input: { occurrenceId: occurrence.id, start: { wall, zone, offset } } },
  };
}

/** The instant stays, and the wall time becomes what the clocks show then. */
export function keepInstant(trial: Trial, { occurrence, start, from }: Placed): Mend {
  const { wall, zone, offset } = startAt(trial.zones, start.zone, from);
  return {
    how: { kind: "keep-instant", occurrenceId: occurrence.id, wall },
    command: { name: "moveOccurrence", input: { occurrenceId: occurrence.id, start: { wall, zone, offset } } },
  };
}
