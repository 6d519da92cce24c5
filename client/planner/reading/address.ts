import type { OccurrenceId } from "../../../shared/ids.ts";
import type { Board } from "../contract.ts";
import { writePlace } from "../place.ts";

/** The address of a session's own view; the page follows its part behind "#". */
export const sessionAddress = (board: Board, occurrenceId: OccurrenceId): string =>
  writePlace({ view: "session", day: board.where.value.day, occurrenceId });
