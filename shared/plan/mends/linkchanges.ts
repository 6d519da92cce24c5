import type { OccurrenceId } from "../../ids.ts";
import type { PlanCommand } from "../../protocol/plan.ts";
import type { Mend } from "../conflict.ts";
import type { Link } from "../model.ts";
import type { Trial } from "./trial.ts";

// Who is linked to an occurrence, how, and who is needed in it.

/** A link's name in a mend: "room:…" or "group:…". */
const nameOf = ({ kind, id }: Link): string => `${kind}:${id}`;

/**
 * These live links of an occurrence as playback; those that only *may* be, left out. The host room's stays: a session is
 * held there.
 */
export function withoutLive(trial: Trial, id: OccurrenceId, which: (link: Link) => boolean): readonly Mend[] {
  const placed = trial.world.placed(id);
  if (placed === null) return [];
  const { links } = placed.occurrence;
  const { id: sessionId, hostRoomId } = placed.session;
  const set = (changed: readonly Link[]): PlanCommand => ({
    name: "updateSession",
    input: { sessionId, at: { occurrenceId: id, links: [...changed] } },
  });
  const free = links.filter(
    (link) => link.mode === "live" && which(link) && !(link.kind === "room" && link.id === hostRoomId),
  );
  return free.flatMap((link): readonly Mend[] => {
    const playback = links.map((other): Link => (other === link ? { ...other, mode: "playback" } : other));
    const unlinked = links.filter((other) => other !== link);
    return [
      { how: { kind: "playback", occurrenceId: id, link: nameOf(link) }, command: set(playback) },
      ...(link.need === "may"
        ? [{ how: { kind: "unlink", occurrenceId: id, link: nameOf(link) } as const, command: set(unlinked) }]
        : []),
    ];
  });
}

/** The links by which a group attends: its own, and its room's. */
export function linksOfGroup(trial: Trial, groupId: string): (link: Link) => boolean {
  const group = Object.hasOwn(trial.plan.groups, groupId) ? trial.plan.groups[groupId] : undefined;
  return (link) => (link.kind === "group" ? link.id === groupId : link.id === group?.roomId);
}

/** Sessions that do without a person, the first of them first. */
export function withoutPerson(trial: Trial, personId: string): readonly Mend[] {
  return trial.conflict.occurrenceIds.flatMap((id): readonly Mend[] => {
    const placed = trial.world.placed(id);
    if (placed === null) return [];
    const { id: sessionId, personIds } = placed.session;
    return personIds
      .filter((one) => one === personId)
      .map((one) => ({
        how: { kind: "drop-person", sessionId, personId: one },
        command: {
          name: "updateSession",
          input: { sessionId, set: { personIds: personIds.filter((other) => other !== one) } },
        },
      }));
  });
}
