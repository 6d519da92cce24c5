import { groupsOf, roomsOf } from "../../../shared/plan/look.ts";
import type { Link, Plan, Room } from "../../../shared/plan/model.ts";
import { at } from "../../../shared/record.ts";
import type { Occasion } from "./occasion.ts";
import { words } from "./words.ts";

/** Who is linked, in words: "Durban, Chennai", "all 4 rooms, all groups". The host first, playback marked. */
export function linkedNames(plan: Plan, { occurrence: { links }, session }: Occasion): string {
  const t = words();
  const counts = placesIn(plan, session.conferenceId);
  const live = links.filter(({ mode }) => mode === "live");
  const rooms = live.filter(({ kind }) => kind === "room");
  const groups = live.filter(({ kind }) => kind === "group");
  const everybody = counts.rooms > 1 && rooms.length === counts.rooms && groups.length === counts.groups;
  const names = everybody
    ? [t.everybody(counts.rooms, counts.groups)]
    : [...rooms, ...groups].flatMap((link) => nameOf(plan, link));
  const later = links.filter(({ mode }) => mode === "playback").flatMap((link) => nameOf(plan, link));
  return [...names, ...later.map((name) => t.playbackOf(name))].join(", ");
}

/** How many rooms a conference has, and how many groups that sit in none. A plan is a value: counted once. */
export function placesIn(
  plan: Plan,
  conferenceId: Room["conferenceId"],
): { readonly rooms: number; readonly groups: number } {
  const known = counted.get(plan)?.get(conferenceId);
  if (known !== undefined) return known;
  const rooms = roomsOf(plan, conferenceId).length;
  const groups = groupsOf(plan, conferenceId).filter(({ roomId }) => roomId === null).length;
  const counts = counted.get(plan) ?? new Map<string, { rooms: number; groups: number }>();
  counted.set(plan, counts);
  counts.set(conferenceId, { rooms, groups });
  return { rooms, groups };
}

const counted = new WeakMap<Plan, Map<string, { rooms: number; groups: number }>>();

function nameOf(plan: Plan, link: Link): readonly string[] {
  const thing = link.kind === "room" ? at(plan.rooms, link.id) : at(plan.groups, link.id);
  return thing === undefined ? [] : [thing.name];
}
