import { roomsOf, groupsOf } from "../../shared/plan/look.ts";
import type { OpenBoard } from "./board.ts";

/** The city whose time a zone's times are said to be: a room's, the conference's, a group's; else the zone's own name. */
export function cityOfZone(board: OpenBoard, zone: string): string {
  const conference = board.conference.value;
  const plan = board.plan.value;
  const places =
    conference === null ? [] : [...roomsOf(plan, conference.id), conference, ...groupsOf(plan, conference.id)];
  return places.find((place) => place.zone === zone)?.city ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
