import type { OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";

/** The session that a console opens with: the one that the path names, else a live one, else the next; own room's first. */
export function firstChoice(
  occurrences: readonly OccurrenceInfo[],
  named: OccurrenceId | null,
  roomId: RoomId | null,
): OccurrenceId | null {
  if (named !== null) return named;
  const open = occurrences.filter(({ phase }) => phase !== "ended");
  const own = open.filter(({ rooms }) => roomId === null || rooms.some((room) => room.id === roomId));
  const candidates = own.length > 0 ? own : open;
  const live = candidates.find(({ phase }) => phase === "live");
  return (live ?? byTime(candidates)[0] ?? byTime(occurrences).at(-1))?.id ?? null;
}

/** Another session that is open, for when this one has ended. */
export const otherLive = (occurrences: readonly OccurrenceInfo[], here: OccurrenceId): OccurrenceInfo | null =>
  occurrences.find(({ id, phase }) => id !== here && phase === "live") ?? null;

export const byTime = (occurrences: readonly OccurrenceInfo[]): readonly OccurrenceInfo[] =>
  occurrences.toSorted((a, b) => a.startsAt - b.startsAt);
