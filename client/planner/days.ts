import type { ConferenceId, OccurrenceId } from "../../shared/ids.ts";
import type { Day, Occurrence, Plan, Session } from "../../shared/plan/model.ts";
import { dayOf } from "../../shared/plan/times.ts";
import { at } from "../../shared/record.ts";
import type { Board } from "./contract.ts";

interface Placed {
  readonly session: Session;
  readonly occurrence: Occurrence;
}

/** The occurrences of a conference with their sessions, cancelled ones too. */
export function occurrencesIn(plan: Plan, conferenceId: ConferenceId): readonly Placed[] {
  return Object.values(plan.occurrences).flatMap((occurrence) => {
    const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
    return occurrence !== undefined && session?.conferenceId === conferenceId ? [{ session, occurrence }] : [];
  });
}

/** First and last day of the conference: its own, else those of its sessions in the ruler's zone; null: neither is there. */
export function spanOf(board: Board): readonly [first: Day, last: Day] | null {
  const conference = board.conference.value;
  if (conference === null) return null;
  const { zone } = board.ruler.value;
  const days = occurrencesIn(board.plan.value, conference.id)
    .flatMap(({ session, occurrence }) =>
      occurrence.start === null || session.state === "cancelled"
        ? []
        : [dayOf(board.zones.value, zone, occurrence.start.instant)],
    )
    .sort();
  const first = conference.firstDay ?? days[0];
  const last = conference.lastDay ?? days.at(-1);
  return first === undefined || last === undefined ? null : [first, last < first ? first : last];
}

/** The day that is shown: the chosen one, else the conference's first, else today. */
export function shownDay(board: Board): Day {
  return (
    board.where.value.day ?? spanOf(board)?.[0] ?? dayOf(board.zones.value, board.ruler.value.zone, board.time.peek())
  );
}

/** A session's first occurrence: the one that a link to the session leads to. */
export function firstOccurrence(plan: Plan, sessionId: string): OccurrenceId | null {
  const all = Object.values(plan.occurrences).flatMap((each) => (each?.sessionId === sessionId ? [each] : []));
  all.sort((a, b) => (a.start?.instant ?? Infinity) - (b.start?.instant ?? Infinity) || (a.id < b.id ? -1 : 1));
  return all[0]?.id ?? null;
}
