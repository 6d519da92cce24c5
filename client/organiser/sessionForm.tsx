import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { RoomId } from "../../shared/ids.ts";
import type { Clock, ConferenceView, SessionView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { CallError } from "../session/contract.ts";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { utcOffset } from "../ui/time.ts";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import type { Desk } from "./desk.ts";
import { addSession, changeSession } from "./sessionEdits.ts";
import { clockOf, draftOf, fieldsOf, foldOffsets } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { words } from "./words.ts";

const utc: Clock = { zone: "UTC", city: "UTC", offset: 0, until: null, nextOffset: null };

interface SessionFormProps {
  readonly desk: Desk;
  readonly conference: ConferenceView;
  /** Given: changes it; else adds one. */
  readonly session?: SessionView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function SessionForm({ desk, conference, session, onDone, onCancel }: SessionFormProps): JSX.Element {
  const t = words().session;
  const here = desk.connection.welcome.value?.here ?? utc;
  const draft = useSignal<Draft>(draftOf(conference, session, desk.connection.now(), here));
  const incomplete = useSignal(false);
  /** The time as it stands comes twice; the question stays until another time is typed. */
  const twice = useSignal(false);
  const acting = useActing();
  const clock = clockOf(draft.value, conference, session, here);
  const error = acting.error.value;
  const code = error instanceof CallError ? error.code : null;
  const clockTrouble = code === "gap" || code === "fold" ? common().errors.codes[code] : null;

  const edit = (change: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  const editTime = (change: Partial<Draft>): void => {
    twice.value = false;
    edit({ ...change, offset: null });
  };
  const whichIsMissing = (thrown: unknown): boolean => thrown instanceof CallError && thrown.code === "fold";

  const submit = (): void => {
    const fields = fieldsOf(draft.peek(), clock.zone);
    incomplete.value = fields === null;
    if (fields === null) return;
    void acting.run(async () => {
      try {
        if (session === undefined) await addSession(desk, conference, fields);
        else await changeSession(desk, session, fields);
      } catch (thrown) {
        if (whichIsMissing(thrown)) twice.value = true;
        throw thrown;
      }
      onDone();
    });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t.name}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={120}
            autocomplete="off"
            value={draft.value.title}
            onInput={(event) => edit({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.host} hint={t.hostHint}>
        {(control) => (
          <select
            {...control}
            value={draft.value.hostRoomId ?? ""}
            onChange={(event) => editTime({ hostRoomId: (event.currentTarget.value || null) as RoomId | null })}
          >
            {conference.rooms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="">{t.noHost}</option>
          </select>
        )}
      </Field>
      <div class="trio">
        <Field label={t.date}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              value={draft.value.date}
              onInput={(event) => editTime({ date: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t.time(clock.city)}>
          {(control) => (
            <input
              {...control}
              type="time"
              aria-invalid={clockTrouble === null ? undefined : "true"}
              required
              value={draft.value.time}
              onInput={(event) => editTime({ time: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t.minutes}>
          {(control) => (
            <input
              {...control}
              type="number"
              inputMode="numeric"
              required
              min={5}
              max={1440}
              value={draft.value.minutes}
              onInput={(event) => edit({ minutes: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      {clockTrouble !== null && (
        <p class="wrong" role="alert">
          {clockTrouble.what} {clockTrouble.act}
        </p>
      )}
      {twice.value && <Which clock={clock} chosen={draft.value.offset} onChoose={(offset) => edit({ offset })} />}
      <fieldset class="fares">
        <legend>{t.rooms}</legend>
        <p class="quiet">{t.roomsHint}</p>
        {conference.rooms.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={id === draft.value.hostRoomId || draft.value.roomIds.includes(id)}
              // The host is always linked.
              disabled={id === draft.value.hostRoomId}
              onChange={(event) => {
                const others = draft.value.roomIds.filter((linked) => linked !== id);
                edit({ roomIds: event.currentTarget.checked ? [...others, id] : others });
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {incomplete.value && <p role="alert">{t.needsAll}</p>}
      {error !== null && clockTrouble === null && <ErrorNote error={error} />}
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value}>
          {session === undefined ? t.add : common().save}
        </Key>
        <Key onPress={onCancel}>{common().cancel}</Key>
      </p>
    </form>
  );
}

/** Where the clocks go back, a time comes twice. */
function Which(props: {
  readonly clock: Clock;
  readonly chosen: number | null;
  readonly onChoose: (offset: number) => void;
}): JSX.Element {
  const t = words().session;
  const [first, second] = foldOffsets(props.clock);
  return (
    <fieldset class="fares">
      <legend>{t.fold}</legend>
      {[first, second].map((offset) => (
        <label key={offset}>
          <input type="radio" name="fold" checked={props.chosen === offset} onChange={() => props.onChoose(offset)} />
          <span>{offset === first ? t.first(utcOffset(offset)) : t.second(utcOffset(offset))}</span>
        </label>
      ))}
    </fieldset>
  );
}
