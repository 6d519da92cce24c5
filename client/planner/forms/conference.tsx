import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { ConferenceId } from "../../../shared/ids.ts";
import { at } from "../../../shared/record.ts";
import { Field } from "../../ui/field.tsx";
import { changed, FormFrame, typed, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { NameField } from "./namefield.tsx";
import { PlaceField, usePlace } from "./placefield.tsx";
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
  const place = usePlace(before ?? null);
  const firstDay = useSignal(before?.firstDay ?? "");
  const lastDay = useSignal(before?.lastDay ?? "");
  const acting = useForm(board);
  if (id !== null && before === undefined) return null;
  // Copies and removals of whole conferences are for those whose invite is for the whole installation.
  const forAll = board.view.value?.conferenceId === null;

  const submit = (): void => {
    const chosen = place.ask();
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
      removal={
        before !== undefined &&
        forAll && {
          name: before.name,
          text: t.removeText,
          act: () => acting.edit("removeConference", { conferenceId: before.id }),
        }
      }
    >
      <NameField label={t.name} value={name.value} max={120} onChange={(text) => (name.value = text)} />
      <PlaceField board={board} label={t.city} hint={t.cityHint} {...place.field} />
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
