import type { ConferenceId, OccurrenceId } from "../ids.ts";
import { at } from "../record.ts";
import type { Detail } from "./detail.ts";
import type { Plan, Start } from "./model.ts";
import { startAt, startOf } from "./times.ts";
import type { Zones } from "./zones.ts";

/** An occurrence whose time other zone data make another instant of, and the two ways to go on. */
export interface ZoneMove {
  readonly occurrenceId: OccurrenceId;
  /** As it is stored. */
  readonly was: Start;
  /** The same wall time, at the instant that it makes now; null: it makes none, or two and nobody can be asked. */
  readonly keepWall: Start | null;
  /** The same instant, at the wall time that the clocks show then now. */
  readonly keepInstant: Start;
}

/**
 * What moves in a conference (null: in all) with the zone data `zones`: placed occurrences whose wall time now makes
 * another instant than stored, does not exist, or has come to be there twice. In order of their stored instants.
 * @throws RangeError if the data lack a zone that the plan uses
 */
export function zoneMoves(plan: Plan, zones: Zones, conferenceId: ConferenceId | null): readonly ZoneMove[] {
  const moves: ZoneMove[] = [];
  for (const occurrence of Object.values(plan.occurrences)) {
    if (occurrence === undefined || occurrence.start === null) continue;
    const session = at(plan.sessions, occurrence.sessionId);
    if (session === undefined || (conferenceId !== null && session.conferenceId !== conferenceId)) continue;
    const move = moveOf(zones, occurrence.start);
    if (move !== null) moves.push({ occurrenceId: occurrence.id, was: occurrence.start, ...move });
  }
  return moves.sort((a, b) => a.was.instant - b.was.instant || (a.occurrenceId < b.occurrenceId ? -1 : 1));
}

function moveOf(zones: Zones, was: Start): Pick<ZoneMove, "keepWall" | "keepInstant"> | null {
  const result = startOf(zones, was);
  if (!result.ok && result.code === "unknown-zone") throw new RangeError(`no such time zone: ${was.zone}`);
  if (result.ok ? result.value.instant === was.instant : stoodSo(zones, was, result.detail)) return null;
  return { keepWall: result.ok ? result.value : null, keepInstant: startAt(zones, was.zone, was.instant) };
}

/** A gap or fold that is not the new data's doing: those data stored it, or nobody had said which of the two then. */
function stoodSo(zones: Zones, was: Start, detail: Detail | null): boolean {
  if (was.zoneData === zones.version) return true;
  return (
    was.offset === null &&
    detail?.kind === "fold" &&
    (detail.earlier.instant === was.instant || detail.later.instant === was.instant)
  );
}
