import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { RoomId, VenueId } from "../../../shared/ids.ts";
import { defaultRoomHours } from "../../../shared/plan/bands.ts";
import { audienceOf, all } from "../../../shared/plan/look.ts";
import type { Room } from "../../../shared/plan/model.ts";
import { at } from "../../../shared/record.ts";
import { Field } from "../../ui/field.tsx";
import { changed, FormFrame, typed, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { HoursEditor } from "./hours.tsx";
import { asInput } from "./input.ts";
import { partsOf } from "./lists.ts";
import { NameField } from "./namefield.tsx";
import { NumberField } from "./numberfield.tsx";
import { PlaceField, usePlace } from "./placefield.tsx";
import { todayOf } from "./today.ts";
import { words } from "./words.ts";

/** A room: its city gives the zone, its name is the city's unless another is typed. */
export function RoomForm({ board, onDone, id }: FormProps & { readonly id: RoomId | null }): JSX.Element | null {
  const t = words().room;
  const plan = board.plan.value;
  const conference = board.conference.value;
  // As it was when the form was opened: only what is changed here is sent.
  const before = useMemo(() => (id === null ? undefined : at(plan.rooms, id)), [id]);
  const audience = useMemo(() => (id === null ? undefined : audienceOf(plan, id)), [id]);
  const place = usePlace(before ?? null);
  /** Null: follows the city. */
  const name = useSignal<string | null>(before?.name ?? null);
  const venueId = useSignal<VenueId | "">(before?.venueId ?? "");
  const venue = useSignal("");
  const setUp = useSignal(String(before?.setUp ?? 15));
  const turnRound = useSignal(String(before?.turnRound ?? 15));
  const people = useSignal(String(audience?.people ?? 20));
  const equipment = useSignal((before?.equipment ?? []).join("\n"));
  const hours = useSignal(before?.hours ?? defaultRoomHours);
  const acting = useForm(board);
  if (conference === null || (id !== null && before === undefined)) return null;
  const venues = all(plan.venues).filter((each) => each.conferenceId === conference.id);

  const submit = (): void => {
    const chosen = place.ask();
    if (chosen === null) return;
    const fields: Omit<Room, "id" | "conferenceId" | "position" | "venueId"> = {
      name: (name.peek() ?? chosen.city).trim(),
      city: chosen.city,
      zone: chosen.zone,
      setUp: Number(setUp.peek()),
      turnRound: Number(turnRound.peek()),
      equipment: partsOf(equipment.peek()),
      hours: hours.peek(),
    };
    const size = Number(people.peek());
    void acting.run(async () => {
      if (before === undefined) {
        const where = venueId.peek() === "" ? { venue: venue.peek() } : { venueId: venueId.peek() as VenueId };
        await acting.edit("createRoom", { conferenceId: conference.id, ...asInput(fields), people: size, ...where });
      } else {
        const set = changed({ ...before }, { ...fields, venueId: venueId.peek() as VenueId });
        if (Object.keys(set).length > 0) await acting.edit("updateRoom", { roomId: before.id, set: asInput(set) });
        if (audience !== undefined && audience.people !== size)
          await acting.edit("updateGroup", { groupId: audience.id, set: { people: size } });
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
        before !== undefined && {
          name: before.name,
          text: t.removeText,
          act: () => acting.edit("removeRoom", { roomId: before.id }),
        }
      }
    >
      <PlaceField board={board} {...place.field} />
      <NameField
        label={t.name}
        hint={t.nameHint}
        value={name.value ?? place.chosen?.city ?? ""}
        max={60}
        onChange={(text) => (name.value = text)}
      />
      <div class="pairs">
        <Field label={t.venue} hint={t.venueHint}>
          {(control) => (
            <select
              {...control}
              value={venueId.value}
              onChange={(event) => {
                venueId.value = event.currentTarget.value as VenueId;
              }}
            >
              {before === undefined && <option value="">{t.ownVenue}</option>}
              {venues.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {venueId.value === "" && (
          <NameField
            label={t.venueName}
            hint={t.venueNameHint}
            value={venue.value}
            max={80}
            optional
            onChange={(text) => (venue.value = text)}
          />
        )}
      </div>
      <div class="trio even">
        <NumberField label={t.setUp} value={setUp.value} min={0} max={480} onChange={(text) => (setUp.value = text)} />
        <NumberField
          label={t.turnRound}
          value={turnRound.value}
          min={0}
          max={480}
          onChange={(text) => (turnRound.value = text)}
        />
        <NumberField
          label={t.people}
          value={people.value}
          min={0}
          max={1_000_000}
          onChange={(text) => (people.value = text)}
        />
      </div>
      <HoursEditor
        of="room"
        hours={hours.value}
        today={todayOf(board)}
        onChange={(next) => {
          hours.value = next;
        }}
      />
      <Field label={t.equipment} hint={t.equipmentHint}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={2400}
            {...typed({ value: equipment.value, onChange: (text) => (equipment.value = text) })}
          />
        )}
      </Field>
    </FormFrame>
  );
}
