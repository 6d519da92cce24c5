import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { GroupId } from "../../../shared/ids.ts";
import { defaultGroupHours } from "../../../shared/plan/bands.ts";
import { all } from "../../../shared/plan/look.ts";
import { at } from "../../../shared/record.ts";
import { changed, FormFrame, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { HoursEditor } from "./hours.tsx";
import { asInput } from "./input.ts";
import { NameField } from "./namefield.tsx";
import { NumberField } from "./numberfield.tsx";
import { PlaceField, usePlace } from "./placefield.tsx";
import { Reuse } from "./reuse.tsx";
import { todayOf } from "./today.ts";
import { words } from "./words.ts";

/** Remote people who share a zone and habits of the day; or a room's audience, whose name and place follow the room. */
export function GroupForm({ board, onDone, id }: FormProps & { readonly id: GroupId | null }): JSX.Element | null {
  const t = words().group;
  const conference = board.conference.value;
  // As it was when the form was opened: only what is changed here is sent.
  const before = useMemo(() => (id === null ? undefined : at(board.plan.value.groups, id)), [id]);
  const place = usePlace(before ?? null);
  /** Null: follows the city. */
  const name = useSignal<string | null>(before?.name ?? null);
  const people = useSignal(String(before?.people ?? 10));
  const maySplit = useSignal(before?.maySplit ?? false);
  const hours = useSignal(before?.hours ?? defaultGroupHours);
  const acting = useForm(board);
  if (conference === null || (id !== null && before === undefined)) return null;
  const isAudience = before !== undefined && before.roomId !== null;

  const submit = (): void => {
    const chosen = place.ask();
    if (chosen === null) return;
    const fields = {
      name: (name.peek() ?? chosen.city).trim(),
      city: chosen.city,
      zone: chosen.zone,
      people: Number(people.peek()),
      maySplit: maySplit.peek(),
      hours: hours.peek(),
    };
    void acting.run(async () => {
      if (before === undefined) await acting.edit("createGroup", asInput({ conferenceId: conference.id, ...fields }));
      else {
        const set = changed({ ...before }, fields);
        if (Object.keys(set).length > 0) await acting.edit("updateGroup", asInput({ groupId: before.id, set }));
      }
      onDone();
    });
  };

  return (
    <>
      {before === undefined && (
        <Reuse
          board={board}
          kind="groups"
          things={all(board.plan.value.groups).filter(({ roomId }) => roomId === null)}
          onDone={onDone}
        />
      )}
      <FormFrame
        board={board}
        acting={acting}
        onSubmit={submit}
        onDone={onDone}
        removal={
          before !== undefined &&
          !isAudience && {
            name: before.name,
            text: t.removeText,
            act: () => acting.edit("removeGroup", { groupId: before.id }),
          }
        }
      >
        {isAudience ? (
          <p class="quiet">{t.audience}</p>
        ) : (
          <>
            <PlaceField board={board} {...place.field} />
            <NameField
              label={t.name}
              hint={t.nameHint}
              value={name.value ?? place.chosen?.city ?? ""}
              max={60}
              onChange={(text) => (name.value = text)}
            />
          </>
        )}
        <NumberField
          label={t.people}
          value={people.value}
          min={0}
          max={1_000_000}
          onChange={(text) => (people.value = text)}
        />
        <label class="tick">
          <input
            type="checkbox"
            checked={maySplit.value}
            onChange={(event) => {
              maySplit.value = event.currentTarget.checked;
            }}
          />
          {t.maySplit}
        </label>
        <HoursEditor
          of="people"
          hours={hours.value}
          today={todayOf(board)}
          onChange={(next) => {
            hours.value = next;
          }}
        />
      </FormFrame>
    </>
  );
}
