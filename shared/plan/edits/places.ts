import type { ConferenceId, GroupId, RoomId, VenueId } from "../../ids.ts";
import { defaultGroupHours, defaultRoomHours } from "../bands.ts";
import type { Group, Plan, Room, Venue } from "../model.ts";
import { all, find } from "./apply.ts";
import { given, inUse, refused, refusedFor, zoneNamed } from "./ground.ts";
import type { EditResult, Ground, InputFor } from "./ground.ts";
import { Rewrite } from "./rewrite.ts";
import { roomFaults } from "./rules.ts";

// Venues, and rooms with their audiences.

export function createVenue(plan: Plan, input: InputFor<"createVenue">, ground: Ground): EditResult {
  const conference = find(plan, "conferences", input.conferenceId);
  if (conference === undefined) return refused("not-found");
  const venue = newVenue(ground, conference.id, input.name, input.uplink ?? { up: null, down: null });
  const rewrite = new Rewrite(plan);
  rewrite.put("venues", venue);
  return { ok: true, changes: rewrite.changes(), subject: venue.name, answer: { id: venue.id } };
}

export function updateVenue(plan: Plan, input: InputFor<"updateVenue">): EditResult {
  const venue = find(plan, "venues", input.venueId);
  if (venue === undefined) return refused("not-found");
  const changed = { ...venue, ...given(input.set) };
  const rewrite = new Rewrite(plan);
  rewrite.put("venues", changed);
  return { ok: true, changes: rewrite.changes(), subject: changed.name, answer: null };
}

export function removeVenue(plan: Plan, input: InputFor<"removeVenue">): EditResult {
  const venue = find(plan, "venues", input.venueId);
  if (venue === undefined) return refused("not-found");
  const rooms = all(plan, "rooms").filter(({ venueId }) => venueId === venue.id);
  const pools = all(plan, "pools").filter(({ serves }) => serves.kind === "venue" && serves.venueId === venue.id);
  if (rooms.length + pools.length > 0) return inUse([...rooms, ...pools].map(({ name }) => name));
  const rewrite = new Rewrite(plan);
  rewrite.remove("venues", venue.id);
  return { ok: true, changes: rewrite.changes(), subject: venue.name, answer: null };
}

function newVenue(ground: Ground, conferenceId: ConferenceId, name: string, uplink: Venue["uplink"]): Venue {
  return { id: ground.newId() as VenueId, conferenceId, name, uplink };
}

export function createRoom(plan: Plan, input: InputFor<"createRoom">, ground: Ground): EditResult {
  const conference = find(plan, "conferences", input.conferenceId);
  if (conference === undefined) return refused("not-found");
  const zone = zoneNamed(ground, input.zone);
  if (!zone.ok) return zone;
  const rewrite = new Rewrite(plan);
  const { name, city } = input;

  let venueId = (input.venueId ?? null) as VenueId | null;
  if (venueId === null) {
    const wanted = (input.venue ?? "") === "" ? name : (input.venue ?? "");
    const venues = all(plan, "venues").filter((venue) => venue.conferenceId === conference.id && venue.name === wanted);
    const venue = venues[0] ?? newVenue(ground, conference.id, wanted, { up: null, down: null });
    rewrite.put("venues", venue);
    venueId = venue.id;
  } else if (find(plan, "venues", venueId)?.conferenceId !== conference.id) return refused("not-found");

  const others = all(plan, "rooms").filter(({ conferenceId }) => conferenceId === conference.id);
  const room: Room = {
    id: ground.newId() as RoomId,
    conferenceId: conference.id,
    venueId,
    name,
    city,
    zone: zone.value,
    position: Math.max(-1, ...others.map(({ position }) => position)) + 1,
    setUp: input.setUp ?? 15,
    turnRound: input.turnRound ?? 15,
    equipment: input.equipment ?? [],
    hours: input.hours ?? defaultRoomHours,
  };
  const audience: Group = {
    id: ground.newId() as GroupId,
    conferenceIds: [conference.id],
    roomId: room.id,
    name,
    city,
    zone: zone.value,
    people: input.people ?? 20,
    maySplit: false,
    hours: defaultGroupHours,
  };
  rewrite.put("rooms", room);
  rewrite.put("groups", audience);
  return {
    ok: true,
    changes: rewrite.changes(),
    subject: name,
    answer: { id: room.id, audienceId: audience.id },
  };
}

/** Sessions that it hosts stay when they are: each start has the zone in which it was said. */
export function updateRoom(plan: Plan, input: InputFor<"updateRoom">, ground: Ground): EditResult {
  const room = find(plan, "rooms", input.roomId);
  if (room === undefined) return refused("not-found");
  const set = given(input.set);
  const zone = zoneNamed(ground, set.zone ?? room.zone);
  if (!zone.ok) return zone;
  const changed: Room = { ...room, ...set, zone: zone.value, venueId: (set.venueId ?? room.venueId) as VenueId };
  const faults = roomFaults(plan, changed);
  if (faults.length > 0) return refusedFor(faults);
  const rewrite = new Rewrite(plan);
  rewrite.put("rooms", changed);
  const { name, city } = changed;
  for (const group of all(plan, "groups")) {
    if (group.roomId === room.id) rewrite.put("groups", { ...group, name, city, zone: zone.value });
  }
  return { ok: true, changes: rewrite.changes(), subject: name, answer: null };
}

export function removeRoom(plan: Plan, input: InputFor<"removeRoom">): EditResult {
  const room = find(plan, "rooms", input.roomId);
  if (room === undefined) return refused("not-found");
  const hosted = all(plan, "sessions").filter(({ hostRoomId }) => hostRoomId === room.id);
  const linked = all(plan, "occurrences")
    .filter(({ links }) => links.some((link) => link.kind === "room" && link.id === room.id))
    .map(({ sessionId }) => find(plan, "sessions", sessionId));
  const users = [...hosted, ...linked].flatMap((session) => (session === undefined ? [] : [session.title]));
  if (users.length > 0) return inUse(users);
  const rewrite = new Rewrite(plan);
  removeRooms(rewrite, new Set([room.id]));
  return { ok: true, changes: rewrite.changes(), subject: room.name, answer: null };
}

/** With their audiences. People who are there for some days are in that city still. */
export function removeRooms(rewrite: Rewrite, roomIds: ReadonlySet<RoomId>): void {
  const gone = (roomId: RoomId | null): boolean => roomId !== null && roomIds.has(roomId);
  for (const id of roomIds) rewrite.remove("rooms", id);
  for (const group of rewrite.all("groups")) if (gone(group.roomId)) rewrite.remove("groups", group.id);
  for (const person of rewrite.all("people")) {
    const places = person.places.map((place) => (gone(place.roomId) ? { ...place, roomId: null } : place));
    rewrite.put("people", { ...person, places });
  }
}
