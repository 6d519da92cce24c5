import type { JSX } from "preact";
import { hostZone } from "../../../shared/plan/look.ts";
import { Key } from "../../ui/key.tsx";
import type { Board } from "../contract.ts";
import { take } from "../moving.ts";
import { occasionOf, totalCost } from "../reading/occasion.ts";
import { dayIn, hoursText, timeIn } from "../times.ts";
import { focusHandle } from "./names.ts";
import type { DayState } from "./state.ts";
import { words } from "./words.ts";

/** The chosen session in a line, and what can be done with it: also for those whose pointer cannot drag. */
export function Chosen({ day }: { readonly day: DayState }): JSX.Element | null {
  const { board } = day;
  const id = board.where.value.occurrenceId;
  if (day.inHand.value !== null || id === null) return null;
  const occasion = occasionOf(board.plan.value, id);
  if (occasion === null || occasion.session.conferenceId !== board.conference.value?.id) return null;
  const { session } = occasion;
  const t = words();
  return (
    <section class="chosen-line" aria-label={t.chosen.label}>
      <p>
        <b>{session.title}</b> {lineOf(board, occasion)}
      </p>
      <p class="keys">
        {board.mayEdit.value && session.state !== "cancelled" && (
          <Key
            onPress={() => {
              if (take(board, id, "keys")) focusHandle(id);
            }}
          >
            {t.chosen.move} <kbd aria-hidden="true">Enter</kbd>
          </Key>
        )}
        {board.mayEdit.value && (
          <Key
            onPress={() => {
              board.form.value = { kind: "session", id: session.id, at: null };
            }}
          >
            {t.chosen.edit}
          </Key>
        )}
        <Key look="plain" onPress={() => board.go({ view: "session", occurrenceId: id })}>
          {t.chosen.local}
        </Key>
      </p>
    </section>
  );
}

function lineOf(board: Board, { session, occurrence, start, end }: NonNullable<ReturnType<typeof occasionOf>>): string {
  const t = words();
  const { zone, city } = hostZone(board.plan.value, session);
  const zones = board.zones.value;
  const when =
    start === null || end === null
      ? t.session.unplaced
      : t.chosen.span(dayIn(zones, zone, start), timeIn(zones, zone, start), timeIn(zones, zone, end), city);
  const cost = totalCost(board.burdens.value.ofOccurrence.get(occurrence.id));
  const costs = cost === 0 ? t.session.costsNobody : t.session.costs(hoursText(cost));
  return [when, t.session.states[session.state], costs].join(", ");
}
