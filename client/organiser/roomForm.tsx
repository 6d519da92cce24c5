import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Clock, ConferenceView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { timeOfDay, utcOffset, offsetAt } from "../ui/time.ts";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import { CityBox } from "./cityBox.tsx";
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
  const venue = useSignal(room?.venue ?? "");
  const missing = useSignal(false);
  const acting = useActing();
  const name = typedName.value ?? clock.value?.city ?? "";

  const submit = (): void => {
    const place = clock.peek();
    missing.value = place === null;
    if (place === null) return;
    const fields = { name, city: place.city, zone: place.zone, venue: venue.peek() };
    void acting.run(async () => {
      if (room === undefined) await desk.change("createRoom", { conferenceId: conference.id, ...fields });
      else await desk.change("updateRoom", { roomId: room.id, ...fields });
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
      <Field label={t.city} hint={t.cityHint} wrong={missing.value ? t.choose : undefined}>
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
      {clock.value !== null && <ThereNow desk={desk} clock={clock.value} />}
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

/** The proof that it is the right city: what its clocks show. */
function ThereNow({ desk, clock }: { readonly desk: Desk; readonly clock: Clock }): JSX.Element {
  const now = desk.time.value;
  return (
    <p class="found">
      <span>
        {words().room.thereNow}
        <br />
        <small>
          {clock.zone}, {utcOffset(offsetAt(clock, now))}
        </small>
      </span>
      <b>{timeOfDay(now, clock)}</b>
    </p>
  );
}
