import type { ConferenceId, Instant } from "../../shared/ids.ts";
import type { Conference, Plan } from "../../shared/plan/model.ts";
import type { ConferenceView, OrganiserPlan, SessionView } from "../../shared/protocol/views.ts";
import { at } from "../../shared/record.ts";
import type { Phase } from "../../shared/stage/model.ts";
import type { Book, Entry } from "./book.ts";
import type { Draft } from "./draft.ts";
import { clockThere, roomInfo } from "./reads.ts";
import type { ListedInvite, PhaseOf } from "./reads.ts";
import type { ZoneData } from "./zonedata.ts";

/**
 * What the organiser's page shows: conferences, rooms and groups of the draft, because invites are made for those;
 * sessions of the latest release, because those are opened and joined. Invites of the installation stand with every
 * conference.
 */
export function organiserPlan(
  draft: Draft,
  book: Book,
  zones: ZoneData,
  phaseOf: PhaseOf,
  invites: readonly ListedInvite[],
  now: Instant,
): OrganiserPlan {
  const { plan } = draft;
  const infos = draft.infos();
  const conferences = conferencesOf(plan).map(({ id, name }): ConferenceView => ({
    id,
    name,
    draft: infos[id] ?? { latest: null, changed: 0 },
    rooms: roomsOf(plan, id).map((room) => ({
      ...roomInfo(zones, room, now),
      venue: at(plan.venues, room.venueId)?.name ?? "",
    })),
    groups: remoteGroupsOf(plan, id),
    sessions: book
      .entries()
      .filter((entry) => entry.conference.id === id)
      .map((entry) => sessionView(book, zones, entry, phaseOf(entry.occurrence.id))),
    invites: invites
      .filter((invite) => invite.conferenceId === null || invite.conferenceId === id)
      .map((invite) => invite.view),
  }));
  return { conferences };
}

/** In the order in which they were made. */
function conferencesOf(plan: Plan): readonly Conference[] {
  return Object.values(plan.conferences)
    .filter((conference) => conference !== undefined)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function roomsOf(plan: Plan, id: ConferenceId) {
  return Object.values(plan.rooms)
    .filter((room) => room !== undefined)
    .filter((room) => room.conferenceId === id)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function remoteGroupsOf(plan: Plan, id: ConferenceId): ConferenceView["groups"] {
  return Object.values(plan.groups)
    .filter((group) => group !== undefined)
    .filter((group) => group.roomId === null && group.conferenceIds.includes(id))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id: groupId, name }) => ({ id: groupId, name }));
}

function sessionView(book: Book, zones: ZoneData, entry: Entry, phase: Phase): SessionView {
  const { occurrence, session } = entry;
  const { zone } = occurrence.start;
  // The start was given in a room's zone: then its city's name says so better than the zone's.
  const sameZone = book.linked(entry).find((room) => room.zone === zone);
  return {
    id: session.id,
    occurrenceId: occurrence.id,
    title: session.title,
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    // As the start was given: a session after the next clock change is shown by the clock that holds then.
    clock: clockThere(zones, zone, sameZone?.city ?? null, occurrence.startsAt),
    hostRoomId: session.hostRoomId,
    roomIds: occurrence.roomIds,
    phase,
  };
}
