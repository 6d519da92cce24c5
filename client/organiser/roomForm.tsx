import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Clock, ConferenceView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { CityBox } from "../ui/citybox.tsx";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { ThereNow } from "../ui/therenow.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import type { Desk } from "./desk.ts";
import { words } from "./words.ts";

interface RoomFormProps {
  readonly desk: Desk;
  readonly conference: ConferenceView;
  /** Given: changes it; else adds one. */
  readonly room?: ConferenceView["rooms"][number];
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** A room: its city gives the zone, its name is the city's unless another is typed. */
export function RoomForm({ desk, conference, room, onDone, onCancel }: RoomFormProps): JSX.Element {
  const t = words().room;
  const clock = useSignal<Clock | null>(room?.clock ?? null);
  /** Null: follows the city. */
  const typedName = useSignal<string | null>(room?.name ?? null);
  const venue = useSignal("");
  const missing = useSignal(false);
  const acting = useActing();
  const name = typedName.value ?? clock.value?.city ?? "";

  const submit = (): void => {
    const place = clock.peek();
    missing.value = place === null;
    if (place === null) return;
    const fields = { name, city: place.city, zone: place.zone };
    void acting.run(async () => {
      if (room === undefined)
        await desk.edit("createRoom", { conferenceId: conference.id, ...fields, venue: venue.peek() });
      else await desk.edit("updateRoom", { roomId: room.id, set: fields });
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
      <Field
        label={common().cities.city}
        hint={common().cities.hint}
        wrong={missing.value ? common().cities.choose : undefined}
      >
        {(control) => (
          <CityBox
            connection={desk.connection}
            control={control}
            city={room?.city ?? ""}
            onChoose={(place) => {
              clock.value = place?.clock ?? null;
              missing.value = false;
            }}
          />
        )}
      </Field>
      {clock.value !== null && <ThereNow clock={clock.value} time={desk.time} />}
      <Field label={t.name} hint={t.nameHint}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={60}
            autocomplete="off"
            value={name}
            onInput={(event) => {
              typedName.value = event.currentTarget.value;
            }}
          />
        )}
      </Field>
      {room === undefined && (
        <Field label={t.venue} hint={t.venueHint}>
          {(control) => (
            <input
              {...control}
              maxLength={80}
              autocomplete="off"
              value={venue.value}
              onInput={(event) => {
                venue.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
      )}
      {acting.error.value !== null && <ErrorNote error={acting.error.value} />}
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value}>
          {room === undefined ? t.add(name) : common().save}
        </Key>
        {onCancel !== undefined && <Key onPress={onCancel}>{common().cancel}</Key>}
      </p>
    </form>
  );
}
