import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { JSX } from "preact";
import type { Place } from "../../shared/protocol/views.ts";
import type { Connection } from "../session/contract.ts";
import { common } from "../i18n/common.ts";
import type { Control } from "./field.tsx";

/** The list is asked for once nobody has typed for this long (milliseconds). */
const pause = 150;

interface CityBoxProps {
  readonly connection: Connection;
  readonly control: Control;
  /** What stands in the field at first. */
  readonly city: string;
  /** A place of the list, or null as soon as something else is typed. */
  readonly onChoose: (place: Place | null) => void;
}

const described = (place: Place): string => [place.region, place.country].filter((part) => part !== "").join(", ");

/** A combobox over the server's cities (WAI-ARIA practices, "editable combobox with list autocomplete"). */
export function CityBox({ connection, control, city, onChoose }: CityBoxProps): JSX.Element {
  const t = common().cities;
  const text = useSignal(city);
  const found = useSignal<readonly Place[] | null>(null);
  const active = useSignal(-1);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const list = useId();
  const places = found.value ?? [];

  useEffect(() => () => clearTimeout(timer.current), []);

  const close = (): void => {
    asked.current += 1;
    clearTimeout(timer.current);
    found.value = null;
    active.value = -1;
  };

  const search = async (query: string): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const answer = query.trim() === "" ? null : await connection.call("places", { query: query.trim().slice(0, 60) });
      // A later letter has asked again: this answer is stale.
      if (mine !== asked.current) return;
      found.value = answer;
      active.value = answer !== null && answer.length > 0 ? 0 : -1;
    } catch {
      if (mine === asked.current) found.value = null; // No line: the page says so; typing on asks again.
    }
  };

  const choose = (place: Place): void => {
    text.value = place.city;
    close();
    onChoose(place);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = places.length - 1;
    if (event.key === "Escape" && found.value !== null) {
      // Closes the list and nothing else: the dialog around it stays.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "ArrowDown" && last >= 0) {
      event.preventDefault();
      active.value = active.value >= last ? 0 : active.value + 1;
    } else if (event.key === "ArrowUp" && last >= 0) {
      event.preventDefault();
      active.value = active.value <= 0 ? last : active.value - 1;
    } else if (event.key === "Enter") {
      const place = places[active.value];
      if (place === undefined) return;
      event.preventDefault();
      choose(place);
    }
  };

  return (
    <div class="combo">
      <input
        {...control}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={places.length > 0}
        aria-controls={list}
        aria-activedescendant={active.value >= 0 ? `${list}-${active.value}` : undefined}
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        value={text.value}
        onInput={(event) => {
          const { value } = event.currentTarget;
          text.value = value;
          onChoose(null);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void search(value), pause);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul id={list} role="listbox" aria-label={t.city} hidden={places.length === 0}>
        {places.map((place, index) => (
          <li
            key={`${place.city} ${place.region} ${place.country}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active.value}
            // Before the field loses the focus and closes the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            <b>{place.city}</b> <span>{described(place)}</span>
          </li>
        ))}
      </ul>
      <span class="sr" role="status">
        {found.value !== null && t.found(places.length)}
      </span>
      {found.value?.length === 0 && <p class="hint">{t.found(0)}</p>}
    </div>
  );
}
