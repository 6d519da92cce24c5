import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Place } from "../../../shared/protocol/views.ts";
import { common } from "../../i18n/common.ts";
import { CityBox } from "../../ui/citybox.tsx";
import { Field } from "../../ui/field.tsx";
import { ThereNow } from "../../ui/therenow.tsx";
import type { OpenBoard } from "../board.ts";
import { offsetIn, timeIn } from "../times.ts";

/** A city and the zone that it tells. */
export interface CityZone {
  readonly city: string;
  readonly zone: string;
}

interface PlaceFieldProps {
  readonly board: OpenBoard;
  readonly label?: string;
  readonly hint?: string;
  /** What is chosen; null: something was typed that is no place of the list. */
  readonly place: CityZone | null;
  readonly onChoose: (place: CityZone | null) => void;
  /** It was asked for and is missing. */
  readonly missing: boolean;
  /** Without the large clock: where several stand together. */
  readonly plain?: boolean;
}

/** The place that a form asks for. */
export interface AskedPlace {
  /** What is chosen; null: nothing yet. */
  readonly chosen: CityZone | null;
  /** The place, for what the form sends. Null: there is none, and the field says so until one is chosen. */
  ask(): CityZone | null;
  readonly field: Pick<PlaceFieldProps, "place" | "missing" | "onChoose">;
}

/** A form's place, and whether it was asked for in vain. `before`: what is chosen at first. */
export function usePlace(before: CityZone | null): AskedPlace {
  const place = useSignal(before);
  const missing = useSignal(false);
  return {
    chosen: place.value,
    ask() {
      missing.value = place.peek() === null;
      return place.peek();
    },
    field: {
      place: place.value,
      missing: missing.value,
      onChoose(next) {
        place.value = next;
        missing.value = false;
      },
    },
  };
}

/** A place by its city, with the proof that it is the right one: what its clocks show now. */
export function PlaceField({ board, label, hint, place, onChoose, missing, plain }: PlaceFieldProps): JSX.Element {
  const t = common().cities;
  const found = useSignal<Place | null>(null);
  return (
    <>
      <Field label={label ?? t.city} hint={hint ?? t.hint} wrong={missing ? t.choose : undefined}>
        {(control) => (
          <CityBox
            connection={board.connection}
            control={control}
            city={place?.city ?? ""}
            onChoose={(next) => {
              found.value = next;
              onChoose(next === null ? null : { city: next.city, zone: next.clock.zone });
            }}
          />
        )}
      </Field>
      {!plain && found.value !== null && <ThereNow clock={found.value.clock} time={board.time} />}
      {!plain && found.value === null && place !== null && <KnownNow board={board} place={place} />}
    </>
  );
}

/** The same for a place that the plan has already. */
function KnownNow({ board, place }: { readonly board: OpenBoard; readonly place: CityZone }): JSX.Element | null {
  const zones = board.zones.value;
  const now = board.time.value;
  if (!zones.index.has(place.zone.toLowerCase())) return null;
  return (
    <p class="found">
      <span>
        {common().cities.thereNow}
        <br />
        <small>
          {place.zone}, {offsetIn(zones, place.zone, now)}
        </small>
      </span>
      <b>{timeIn(zones, place.zone, now)}</b>
    </p>
  );
}
