import type { GroupId, OccurrenceId } from "../../ids.ts";
import { at } from "../../record.ts";
import { attendance, audienceOf } from "../look.ts";
import type { Link, Occurrence, Plan } from "../model.ts";

/** *May* links of an occurrence about which is decided as one, and the groups that come by them and not otherwise. */
export interface LiveOption {
  /** "room:ID", "group:ID". */
  readonly links: readonly string[];
  readonly groupIds: readonly GroupId[];
}

/** How a link is named where its occurrence is known: "room:ID", "group:ID". */
export function linkName({ kind, id }: { readonly kind: Link["kind"]; readonly id: string }): string {
  return `${kind}:${id}`;
}

/**
 * What is to be decided about an occurrence's links. Only live *may* links are: those that bring the same group are one
 * option; one that takes no room and brings nobody who would not come anyway stays as it is. Links to what the plan does
 * not have are passed over.
 */
export function liveOptionsOf(plan: Plan, occurrence: Occurrence): readonly LiveOption[] {
  const musts = occurrence.links.filter(({ need }) => need === "must");
  const coming = new Set(attendance(plan, { ...occurrence, links: musts }).map(({ groupId }) => groupId));
  const options: { links: string[]; groupIds: GroupId[] }[] = [];
  for (const link of occurrence.links) {
    if (link.need !== "may" || link.mode !== "live") continue;
    const brought = broughtBy(plan, link);
    if (brought === null) continue;
    const groupIds = brought.filter((id) => !coming.has(id));
    const same = options.find((option) => option.groupIds.some((id) => groupIds.includes(id)));
    if (same !== undefined) same.links.push(linkName(link));
    else if (link.kind === "room" || groupIds.length > 0) options.push({ links: [linkName(link)], groupIds });
  }
  return options;
}

/** The groups that a link brings; null if the plan has no such room or group. */
function broughtBy(plan: Plan, link: Link): readonly GroupId[] | null {
  if (link.kind === "group") return at(plan.groups, link.id) === undefined ? null : [link.id];
  if (at(plan.rooms, link.id) === undefined) return null;
  const audience = audienceOf(plan, link.id);
  return audience === undefined ? [] : [audience.id];
}

/** The plan with some links made playback. */
export function withPlayback(plan: Plan, playback: ReadonlyMap<OccurrenceId, ReadonlySet<string>>): Plan {
  const changed = [...playback].flatMap(([id, names]) => {
    const occurrence = at(plan.occurrences, id);
    if (occurrence === undefined || !occurrence.links.some((link) => turns(link, names))) return [];
    return [[id, { ...occurrence, links: playing(occurrence.links, names) }] as const];
  });
  if (changed.length === 0) return plan;
  return { ...plan, occurrences: { ...plan.occurrences, ...Object.fromEntries(changed) } };
}

/** The links with those of these names made playback. */
export function playing(links: readonly Link[], names: ReadonlySet<string>): readonly Link[] {
  return links.map((link): Link => (turns(link, names) ? { ...link, mode: "playback" } : link));
}

function turns(link: Link, names: ReadonlySet<string>): boolean {
  return link.mode === "live" && names.has(linkName(link));
}
