import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { ConferenceId, SessionId } from "../../../shared/ids.ts";
import type { Day } from "../../../shared/plan/model.ts";
import { addDays } from "../../../shared/plan/times.ts";
import { at } from "../../../shared/record.ts";
import { useActing } from "../../ui/acting.ts";
import { Field } from "../../ui/field.tsx";
import { dayWords } from "../times.ts";
import { FormFrame, typed } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { NameField } from "./namefield.tsx";
import { words } from "./words.ts";

/** A copy of a session under another title; it is not placed yet. */
export function CopySession({ board, onDone, id }: FormProps & { readonly id: SessionId }): JSX.Element | null {
  const t = words().copy;
  const before = at(board.plan.value.sessions, id);
  const title = useSignal(before === undefined ? "" : t.another(before.title).slice(0, 120));
  const acting = useActing();
  if (before === undefined) return null;
  const submit = (): Promise<void> =>
    acting.run(async () => {
      const { occurrenceId } = await board.edit("duplicateSession", { sessionId: id, title: title.peek().trim() });
      board.go({ view: "session", occurrenceId });
      onDone();
    });
  return (
    <FormFrame board={board} acting={acting} onSubmit={() => void submit()} onDone={onDone} act={t.make}>
      <p class="quiet">{t.session}</p>
      <NameField label={t.title} value={title.value} max={120} onChange={(text) => (title.value = text)} />
    </FormFrame>
  );
}

/** Copies of all sessions that begin on a day, at the same wall times of another. */
export function CopyDay({ board, onDone, day }: FormProps & { readonly day: Day }): JSX.Element | null {
  const t = words().copy;
  const from = useSignal(day);
  const to = useSignal(addDays(day, 1));
  const acting = useActing();
  const conference = board.conference.value;
  if (conference === null) return null;
  const submit = (): Promise<void> =>
    acting.run(async () => {
      await board.edit("duplicateDay", { conferenceId: conference.id, day: from.peek(), to: to.peek() });
      board.go({ view: "day", day: to.peek() });
      onDone();
    });
  return (
    <FormFrame board={board} acting={acting} onSubmit={() => void submit()} onDone={onDone} act={t.make}>
      <p class="quiet">{t.day(dayWords(from.value))}</p>
      <div class="pairs">
        <Field label={t.fromDay}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              {...typed({ value: from.value, onChange: (text) => text && (from.value = text) })}
            />
          )}
        </Field>
        <Field label={t.toDay}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              {...typed({ value: to.value, onChange: (text) => text && (to.value = text) })}
            />
          )}
        </Field>
      </div>
    </FormFrame>
  );
}

/** A copy of the whole conference under another name, from another first day. */
export function CopyConference({ board, onDone, id }: FormProps & { readonly id: ConferenceId }): JSX.Element | null {
  const t = words().copy;
  const before = at(board.plan.value.conferences, id);
  const name = useSignal(before === undefined ? "" : t.another(before.name).slice(0, 120));
  const firstDay = useSignal("");
  const acting = useActing();
  if (before === undefined) return null;
  const submit = (): Promise<void> =>
    acting.run(async () => {
      const input = { conferenceId: id, name: name.peek().trim(), firstDay: firstDay.peek() || null };
      board.chooseConference((await board.edit("duplicateConference", input)).id);
      onDone();
    });
  return (
    <FormFrame board={board} acting={acting} onSubmit={() => void submit()} onDone={onDone} act={t.make}>
      <p class="quiet">{t.conference}</p>
      <NameField label={t.name} value={name.value} max={120} onChange={(text) => (name.value = text)} />
      <Field label={t.firstDay} hint={t.firstDayHint}>
        {(control) => (
          <input
            {...control}
            type="date"
            {...typed({ value: firstDay.value, onChange: (text) => (firstDay.value = text) })}
          />
        )}
      </Field>
    </FormFrame>
  );
}
