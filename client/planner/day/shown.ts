import type { Instant } from "../../../shared/ids.ts";
import type { Day } from "../../../shared/plan/model.ts";
import { addDays, midnight } from "../../../shared/plan/times.ts";
import type { Board } from "../contract.ts";
import { shownDay } from "../days.ts";

/** The hours that the day view shows at once: a day and the night after it. */
export const shownHours = 30;

/** The shown hours [from, to), and where the next day begins among them, in the ruler's zone. */
export interface Window {
  readonly from: Instant;
  readonly nextDay: Instant;
  readonly to: Instant;
}

export function windowOf(board: Board, day: Day = shownDay(board)): Window {
  const { zone } = board.ruler.value;
  const zones = board.zones.value;
  const from = midnight(zones, zone, day);
  return { from, nextDay: midnight(zones, zone, addDays(day, 1)), to: from + shownHours * 3_600_000 };
}
