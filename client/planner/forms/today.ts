import type { Day } from "../../../shared/plan/model.ts";
import { dayOf } from "../../../shared/plan/times.ts";
import type { OpenBoard } from "../board.ts";

/** A first value for dates: the conference's first day, else today in the ruler's zone. */
export function todayOf(board: OpenBoard): Day {
  return board.conference.value?.firstDay ?? dayOf(board.zones.value, board.ruler.value.zone, board.time.peek());
}
