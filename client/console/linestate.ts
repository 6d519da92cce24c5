import type { Instant, RoomId } from "../../shared/ids.ts";
import type { Line, PresentPerson } from "../../shared/protocol/views.ts";
import { stationLine } from "./tally.ts";

/** From here on a line deserves a look: share of packets lost, milliseconds there and back. */
const lossToLookAt = 0.02;
const slow = 500;

export const isLossy = (line: Line): boolean => loss(line) >= lossToLookAt;
export const isSlow = (line: Line): boolean => (line.rtt ?? 0) >= slow;
export const loss = (line: Line): number => Math.max(line.lostDown, line.lostUp);
export const needsLook = (line: Line): boolean => isLossy(line) || isSlow(line) || line.trouble.length > 0;

/** A room's line: *never*: no station has come yet; *lost* since when; else its newest report (null: none yet). */
export type RoomLine =
  | { readonly state: "never" }
  | { readonly state: "lost"; readonly since: Instant }
  | { readonly state: "good" | "look"; readonly line: Line | null };

/** From who is present (at once) and the stations' reports (every two seconds). */
export function roomLine(people: readonly PresentPerson[], lines: readonly Line[], roomId: RoomId): RoomLine {
  const stations = people.filter((person) => person.page === "station" && person.roomId === roomId);
  const here = stations.find(({ state }) => state === "here");
  const line = stationLine(lines, roomId);
  if (here === undefined) {
    const [away] = stations.toSorted((a, b) => b.since - a.since);
    return away === undefined ? { state: "never" } : { state: "lost", since: away.since };
  }
  if (line === null || !line.connected) return { state: "good", line: null };
  return { state: needsLook(line) ? "look" : "good", line };
}

/** A person's line, from the page that they listen with. */
export const personLine = (lines: readonly Line[], passId: string): Line | null =>
  lines.find((line) => line.passId === passId && line.page === "participant" && line.connected) ??
  lines.find((line) => line.passId === passId && line.connected) ??
  null;
