import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { PersonId } from "../../../shared/ids.ts";
import { defaultPersonHours } from "../../../shared/plan/bands.ts";
import { all } from "../../../shared/plan/look.ts";
import { at } from "../../../shared/record.ts";
import { changed, FormFrame, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { HoursEditor } from "./hours.tsx";
import { asInput } from "./input.ts";
import { isForward, isWhole, Places, Travels, travelInput } from "./journeys.tsx";
import type { PlaceRow, TravelRow } from "./journeys.tsx";
import { NameField } from "./namefield.tsx";
import { NumberField } from "./numberfield.tsx";
import { PlaceField, usePlace } from "./placefield.tsx";
import { Reuse } from "./reuse.tsx";
import { todayOf } from "./today.ts";
import { words } from "./words.ts";

/** Somebody who is needed: where, when, and where else on some days. */
export function PersonForm({ board, onDone, id }: FormProps & { readonly id: PersonId | null }): JSX.Element | null {
  const t = words().person;
  const conference = board.conference.value;
  // As it was when the form was opened: only what is changed here is sent.
  const before = useMemo(() => (id === null ? undefined : at(board.plan.value.people, id)), [id]);
  const place = usePlace(before ?? null);
  const name = useSignal(before?.name ?? "");
  const rest = useSignal(String(before?.rest ?? 0));
  const hours = useSignal(before?.hours ?? defaultPersonHours);
  const places = useSignal<readonly PlaceRow[]>(before?.places ?? []);
  const travel = useSignal<readonly TravelRow[]>(before?.travel.map(travelRow) ?? []);
  const unfinished = useSignal(false);
  const backwards = useSignal(false);
  const acting = useForm(board);
  if (conference === null || (id !== null && before === undefined)) return null;

  const submit = (): void => {
    const chosen = place.ask();
    unfinished.value = !places.peek().every((row) => isWhole(row));
    backwards.value = !travel.peek().every((row) => isForward(board.zones.peek(), row));
    if (chosen === null || unfinished.value || backwards.value) return;
    const fields = {
      name: name.peek().trim(),
      city: chosen.city,
      zone: chosen.zone,
      rest: Number(rest.peek()),
      hours: hours.peek(),
      places: places.peek().filter((row) => isWhole(row)),
    };
    const journeys = travel.peek().map(travelInput);
    void acting.run(async () => {
      if (before === undefined) {
        await acting.edit("createPerson", asInput({ conferenceId: conference.id, ...fields, travel: journeys }));
      } else {
        const was = before.travel.map((each) => travelInput(travelRow(each)));
        const set = { ...changed(before, fields), ...changed({ travel: was }, { travel: journeys }) };
        if (Object.keys(set).length > 0) await acting.edit("updatePerson", asInput({ personId: before.id, set }));
      }
      onDone();
    });
  };

  return (
    <>
      {before === undefined && (
        <Reuse board={board} kind="people" things={all(board.plan.value.people)} onDone={onDone} />
      )}
      <FormFrame
        board={board}
        acting={acting}
        onSubmit={submit}
        onDone={onDone}
        removal={
          before !== undefined && {
            name: before.name,
            text: t.removeText,
            act: () => acting.edit("removePerson", { personId: before.id }),
          }
        }
      >
        <NameField label={t.name} value={name.value} max={60} onChange={(text) => (name.value = text)} />
        <PlaceField board={board} label={t.city} {...place.field} />
        <NumberField
          label={t.rest}
          hint={t.restHint}
          value={rest.value}
          min={0}
          max={480}
          onChange={(text) => (rest.value = text)}
        />
        <HoursEditor
          of="people"
          hours={hours.value}
          today={todayOf(board)}
          onChange={(next) => {
            hours.value = next;
          }}
        />
        <Places
          board={board}
          rows={places.value}
          wrong={unfinished.value}
          onChange={(rows) => {
            places.value = rows;
            unfinished.value = false;
          }}
        />
        <Travels
          board={board}
          own={[...(place.chosen === null ? [] : [place.chosen]), ...places.value.filter(({ zone }) => zone !== "")]}
          rows={travel.value}
          wrong={backwards.value}
          onChange={(rows) => {
            travel.value = rows;
            backwards.value = false;
          }}
        />
      </FormFrame>
    </>
  );
}

/** A journey as it is stored, as its form holds it. */
function travelRow({
  from,
  to,
  why,
}: {
  readonly from: { readonly wall: string; readonly zone: string; readonly offset: number | null };
  readonly to: { readonly wall: string; readonly zone: string; readonly offset: number | null };
  readonly why: string;
}): TravelRow {
  return {
    from: from.wall,
    fromZone: from.zone,
    fromOffset: from.offset,
    to: to.wall,
    toZone: to.zone,
    toOffset: to.offset,
    why,
  };
}
