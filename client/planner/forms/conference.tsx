import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { ConferenceId } from "../../../shared/ids.ts";
import { at } from "../../../shared/record.ts";
import { Field } from "../../ui/field.tsx";
import { changed, FormFrame, RemoveKey, typed, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { PlaceField } from "./placefield.tsx";
import type { CityZone } from "./placefield.tsx";
import { words } from "./words.ts";

/** Its name, whose time is meant where no room's is, and its days. */
export function ConferenceForm({
  board,
  onDone,
  id,
}: FormProps & { readonly id: ConferenceId | null }): JSX.Element | null {
  const t = words().conference;
  // As it was when the form was opened: only what is changed here is sent.
  const before = useMemo(() => (id === null ? undefined : at(board.plan.value.conferences, id)), [id]);
  const name = useSignal(before?.name ?? "");
  const place = useSignal<CityZone | null>(before ?? null);
  const firstDay = useSignal(before?.firstDay ?? "");
  const lastDay = useSignal(before?.lastDay ?? "");
  const missing = useSignal(false);
  const acting = useForm(board);
  if (id !== null && before === undefined) return null;
  // Copies and removals of whole conferences are for those whose invite is for the whole installation.
  const forAll = board.view.value?.conferenceId === null;

  const submit = (): void => {
    const chosen = place.peek();
    missing.value = chosen === null;
    if (chosen === null) return;
    const fields = {
      name: name.peek().trim(),
      city: chosen.city,
      zone: chosen.zone,
      firstDay: firstDay.peek() || null,
      lastDay: lastDay.peek() || firstDay.peek() || null,
    };
    void acting.run(async () => {
      if (before === undefined) board.chooseConference((await acting.edit("createConference", fields)).id);
      else {
        const set = changed({ ...before }, fields);
        if (Object.keys(set).length > 0) await acting.edit("updateConference", { conferenceId: before.id, set });
      }
      onDone();
    });
  };

  return (
    <FormFrame
      board={board}
      acting={acting}
      onSubmit={submit}
      onDone={onDone}
      more={
        before !== undefined &&
        forAll && (
          <RemoveKey
            board={board}
            acting={acting}
            name={before.name}
            text={t.removeText}
            onRemove={() => acting.edit("removeConference", { conferenceId: before.id })}
            onDone={onDone}
          />
        )
      }
    >
      <Field label={t.name}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={120}
            autocomplete="off"
            {...typed({ value: name.value, onChange: (text) => (name.value = text) })}
          />
        )}
      </Field>
      <PlaceField
        board={board}
        label={t.city}
        hint={t.cityHint}
        place={place.value}
        missing={missing.value}
        onChoose={(next) => {
          place.value = next;
          missing.value = false;
        }}
      />
      <DayFields
        first={firstDay.value}
        last={lastDay.value}
        onFirst={(day) => (firstDay.value = day)}
        onLast={(day) => (lastDay.value = day)}
      />
    </FormFrame>
  );
}

/** First and last day; both may stay empty. */
export function DayFields(props: {
  readonly first: string;
  readonly last: string;
  readonly onFirst: (day: string) => void;
  readonly onLast: (day: string) => void;
}): JSX.Element {
  const t = words().conference;
  return (
    <div class="pairs">
      <Field label={t.firstDay} hint={t.daysHint}>
        {(control) => <input {...control} type="date" {...typed({ value: props.first, onChange: props.onFirst })} />}
      </Field>
      <Field label={t.lastDay}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={props.first || undefined}
            {...typed({ value: props.last, onChange: props.onLast })}
          />
        )}
      </Field>
    </div>
  );
}
