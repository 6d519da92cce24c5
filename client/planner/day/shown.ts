import type { Instant } from "../../../shared/ids.ts";
import { conferenceIdOf } from "../../../shared/plan/look.ts";
import type { Day } from "../../../shared/plan/model.ts";
import { addDays, dayOf, midnight } from "../../../shared/plan/times.ts";
import type { Board } from "../contract.ts";

/** The hours that the day view shows at once: a day and the night after it. */
export const shownHours = 30;

/** The day that is shown: the chosen one, else the conference's first, else that of its first session, else today. */
export function shownDay(board: Board): Day {
  const { day } = board.where.value;
  const conference = board.conference.value;
  if (day !== null) return day;
  if (conference?.firstDay != null) return conference.firstDay;
  const starts = Object.values(board.plan.value.occurrences).flatMap((occurrence) =>
    occurrence?.start != null && conferenceIdOf(board.plan.value, occurrence) === conference?.id
      ? [occurrence.start.instant]
      : [],
  );
  const first = starts.length === 0 ? board.time.peek() : Math.min(...starts);
  return dayOf(board.zones.value, board.ruler.value.zone, first);
}

/** The shown hours [from, to), and where the next day begins among them, in the ruler's zone. */
export interface Window {
  readonly from: Instant;
  readonly nextDay: Instant;
  readonly to: Instant;
}

export function windowOf(board: Board): Window {
  const day = shownDay(board);
  const { zone } = board.ruler.value;
  const zones = board.zones.value;
  const from = midnight(zones, zone, day);
  return { from, nextDay: midnight(zones, zone, addDays(day, 1)), to: from + shownHours * 3_600_000 };
}
