import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { Instant, RoomId, SessionId } from "../../../shared/ids.ts";
import { roomsOf } from "../../../shared/plan/look.ts";
import type { SessionState, StartInput } from "../../../shared/plan/model.ts";
import { dayOf } from "../../../shared/plan/times.ts";
import { at } from "../../../shared/record.ts";
import { CallError } from "../../session/contract.ts";
import { Field } from "../../ui/field.tsx";
import { Key } from "../../ui/key.tsx";
import type { ClocksDetail } from "../clocks.tsx";
import { words as pageWords } from "../words.ts";
import { changed, FormFrame, typed, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { asInput } from "./input.ts";
import { LinksEditor } from "./links.tsx";
import { NameField } from "./namefield.tsx";
import { NumberField } from "./numberfield.tsx";
import { Occasions } from "./occasions.tsx";
import {
  anchorOf,
  draftOf,
  editedOccurrence,
  isMoved,
  linksOfDraft,
  newDraft,
  sessionFields,
  startOfDraft,
} from "./sessiondraft.ts";
import type { SessionDraft } from "./sessiondraft.ts";
import { SessionMore } from "./sessionmore.tsx";
import { Which } from "./which.tsx";
import { words } from "./words.ts";

interface Props extends FormProps {
  readonly id: SessionId | null;
  readonly at: Instant | null;
}

/** What is held, how long, where and when, and who is linked. */
export function SessionForm({ board, onDone, id, at: instant }: Props): JSX.Element | null {
  const t = words().session;
  const conference = board.conference.value;
  // As it was when the form was opened: only what is changed here is sent.
  const before = useMemo(() => (id === null ? undefined : at(board.plan.value.sessions, id)), [id]);
  const edited = useSignal(before === undefined ? undefined : editedOccurrence(board, before));
  const draft = useSignal<SessionDraft>(
    before === undefined ? newDraft(board, instant) : draftOf(board, before, edited.peek()),
  );
  /** The clocks leave a choice: what the server said of which start. */
  const asked = useSignal<{ readonly start: StartInput; readonly detail: ClocksDetail } | null>(null);
  const acting = useForm(board);
  if (conference === null || (id !== null && before === undefined)) return null;
  const { value } = draft;
  const occurrence = edited.value;
  const anchor = anchorOf(board, value.hostRoomId);
  const edit = (change: Partial<SessionDraft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  const editTime = (change: Partial<SessionDraft>): void => {
    asked.value = null;
    edit({ ...change, offset: null });
  };

  const send = async (): Promise<void> => {
    const now = draft.peek();
    const start = startOfDraft(now, anchor.zone);
    const fields = sessionFields(now);
    const links = linksOfDraft(now);
    if (before === undefined) {
      const input = { conferenceId: conference.id, ...fields, start, pinned: now.pinned, links };
      const { occurrenceId } = await acting.edit("createSession", asInput(input));
      const placed = at(board.plan.peek().occurrences, occurrenceId)?.start;
      // What was just made is in sight.
      const day = placed ? dayOf(board.zones.peek(), board.ruler.peek().zone, placed.instant) : null;
      board.go(day !== null && board.where.peek().view === "day" ? { occurrenceId, day } : { occurrenceId });
      return;
    }
    const set = changed({ ...before }, fields);
    const there = occurrence && {
      occurrenceId: occurrence.id,
      ...(isMoved(start, occurrence.start) ? { start } : {}),
      ...changed({ pinned: occurrence.pinned, links: occurrence.links }, { pinned: now.pinned, links }),
    };
    const where = there !== undefined && Object.keys(there).length > 1 ? there : null;
    if (where !== null || Object.keys(set).length > 0)
      await acting.edit("updateSession", asInput({ sessionId: before.id, set, at: where }));
  };
  const submit = (): void =>
    void acting.run(async () => {
      asked.value = null;
      try {
        await send();
      } catch (error) {
        const detail = error instanceof CallError ? error.failure.detail : undefined;
        const start = startOfDraft(draft.peek(), anchor.zone);
        if (start !== null && (detail?.kind === "gap" || detail?.kind === "fold")) asked.value = { start, detail };
        throw error;
      }
      onDone();
    });

  return (
    <FormFrame
      board={board}
      acting={acting}
      onSubmit={submit}
      onDone={onDone}
      asks={asked.value !== null}
      more={
        before !== undefined && (
          <Key
            onPress={() => {
              board.form.value = { kind: "duplicate-session", id: before.id };
            }}
          >
            {t.copy}
          </Key>
        )
      }
      removal={
        before !== undefined && {
          name: before.title,
          text: t.removeText,
          act: () => acting.edit("removeSession", { sessionId: before.id }),
        }
      }
    >
      <NameField label={t.title} value={value.title} max={120} onChange={(title) => edit({ title })} />
      <div class="trio even">
        <Field label={t.host}>
          {(control) => (
            <select
              {...control}
              value={value.hostRoomId ?? ""}
              onChange={(event) => editTime({ hostRoomId: (event.currentTarget.value || null) as RoomId | null })}
            >
              {roomsOf(board.plan.value, conference.id).map((room) => (
                <option key={room.id} value={room.id}>
                  {room.name}
                </option>
              ))}
              <option value="">{t.noHost}</option>
            </select>
          )}
        </Field>
        <NumberField
          label={t.minutes}
          value={value.minutes}
          min={5}
          max={1440}
          onChange={(minutes) => edit({ minutes })}
        />
        <Field label={t.state}>
          {(control) => (
            <select
              {...control}
              value={value.state}
              onChange={(event) => edit({ state: event.currentTarget.value as SessionState })}
            >
              {(["idea", "tentative", "firm", "cancelled"] as const).map((state) => (
                <option key={state} value={state}>
                  {pageWords().states[state]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div class="pairs">
        <Field label={t.date}>
          {(control) => (
            <input {...control} type="date" {...typed({ value: value.date, onChange: (date) => editTime({ date }) })} />
          )}
        </Field>
        <Field label={t.time(anchor.city)} hint={t.timeHint}>
          {(control) => (
            <input
              {...control}
              type="time"
              aria-invalid={asked.value === null ? undefined : "true"}
              {...typed({ value: value.time, onChange: (time) => editTime({ time }) })}
            />
          )}
        </Field>
      </div>
      {asked.value !== null && <Which board={board} {...asked.value} draft={value} onEdit={edit} />}
      <label class="tick">
        <input
          type="checkbox"
          checked={value.pinned}
          onChange={(event) => edit({ pinned: event.currentTarget.checked })}
        />
        {t.pinned}
      </label>
      <LinksEditor
        board={board}
        hostRoomId={value.hostRoomId}
        links={value.links}
        onChange={(links) => edit({ links })}
      />
      <SessionMore board={board} id={id} draft={value} onEdit={edit} />
      {before !== undefined && (
        <Occasions
          board={board}
          session={before}
          edited={occurrence?.id ?? null}
          onLook={(next) => {
            board.go({ occurrenceId: next.id });
            edited.value = next;
            draft.value = draftOf(board, before, next);
            asked.value = null;
          }}
        />
      )}
    </FormFrame>
  );
}
