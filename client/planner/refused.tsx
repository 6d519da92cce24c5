import type { JSX } from "preact";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { Detail } from "../../shared/plan/detail.ts";
import { all } from "../../shared/plan/look.ts";
import { at } from "../../shared/record.ts";
import { CallError } from "../session/contract.ts";
import { Key } from "../ui/key.tsx";
import type { OpenBoard } from "./board.ts";
import { ClocksDialog } from "./clocks.tsx";
import { firstOccurrence } from "./days.ts";
import { occurrenceIn, startIn } from "./restart.ts";
import { timeIn } from "./times.ts";
import { PlanTrouble } from "./trouble.tsx";
import { editWords } from "./undo.ts";
import { words } from "./words.ts";

/** Why the last edit was refused, what has changed meanwhile and by whom; asks where the clocks leave a choice. */
export function RefusedNote({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  const error = board.refused.value;
  const command = board.refusedCommand.value;
  // A form says itself what it was refused.
  if (error === null || command === null || board.form.value !== null) return null;
  const t = words().refused;
  const away = (): void => {
    board.refused.value = null;
  };
  const detail = error instanceof CallError ? (error.failure.detail ?? null) : null;
  const start = startIn(command);
  if (start !== null && (detail?.kind === "gap" || detail?.kind === "fold"))
    return <ClocksDialog board={board} command={command} start={start} detail={detail} onClose={away} />;
  const occurrenceId = occurrenceIn(board.plan.value, command) ?? namedIn(board, detail);
  return (
    <PlanTrouble error={error}>
      {detail !== null && <p>{detailWords(board, detail)}</p>}
      <p class="keys">
        {occurrenceId !== null && (
          <Key
            onPress={() => {
              away();
              board.go({ view: "session", occurrenceId });
            }}
          >
            {t.show}
          </Key>
        )}
        <Key onPress={away}>{t.away}</Key>
      </p>
    </PlanTrouble>
  );
}

/** The session that the edit in the way was about. */
function namedIn(board: OpenBoard, detail: Detail | null): OccurrenceId | null {
  if (detail?.kind !== "edit") return null;
  const plan = board.plan.value;
  const id = board.conference.value?.id;
  const named = all(plan.sessions).filter((each) => each.conferenceId === id && each.title === detail.edit.subject);
  const [only] = named;
  return only === undefined || named.length > 1 ? null : firstOccurrence(plan, only.id);
}

/** What more there is to say than the code does. */
export function detailWords(board: OpenBoard, detail: Detail): string {
  const t = words().refused;
  switch (detail.kind) {
    case "edit": {
      const { zone, city } = board.ruler.value;
      const { author, at: instant } = detail.edit;
      return t.edit(author, editWords(detail.edit), timeIn(board.zones.value, zone, instant), city);
    }
    case "users":
      return t.users(detail.names);
    case "started":
      return t.started(detail.occurrenceIds.map((id) => titleOf(board, id)));
    case "conflicts":
      return t.conflicts(detail.keys.length);
    case "fields":
      return t.fields(detail.fields.map(({ path, why }) => `${path} (${why})`));
    case "rows":
      return t.rows(detail.rows.map(({ row }) => row));
    case "gap":
    case "fold":
      return "";
  }
}

function titleOf(board: OpenBoard, occurrenceId: string): string {
  const plan = board.plan.value;
  const occurrence = at(plan.occurrences, occurrenceId);
  return (occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId)?.title) ?? occurrenceId;
}
