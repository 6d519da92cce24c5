import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Place } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { timeOfDay } from "../ui/time.ts";
import { ErrorNote } from "../ui/trouble.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

/** Typing rests for so long (milliseconds) before the server is asked. */
const pause = 250;

interface ChooseCityProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

/** Chooses the city whose time is the own one: browsers that protect their person say nothing but UTC. */
export function ChooseCity({ visit, onClose }: ChooseCityProps): JSX.Element {
  const { city: t } = words();
  const query = useSignal("");
  const found = useSignal<readonly Place[] | null>(null);
  const failed = useSignal<unknown>(null);
  const asked = query.value.trim();
  useEffect(() => {
    if (asked.length < 2) {
      found.value = null;
      return undefined;
    }
    let stale = false;
    const ask = async (): Promise<void> => {
      try {
        const places = await visit.connection.call("places", { query: asked });
        if (!stale) found.value = places;
        failed.value = null;
      } catch (error) {
        failed.value = error;
      }
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked, visit, found, failed]);
  const choose = (place: Place | null): void => {
    visit.kept.clock.value = place === null ? null : { ...place.clock, city: place.city };
    onClose();
  };
  return (
    <Dialog title={t.title} onClose={onClose} class="cities">
      <Field label={t.field} hint={t.hint}>
        {(control) => (
          <input
            {...control}
            type="search"
            autocomplete="off"
            autofocus
            maxLength={60}
            value={query.value}
            onInput={(event) => (query.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="quiet" role="status">
        {found.value !== null && t.found(found.value.length)}
      </p>
      {failed.value !== null && <ErrorNote error={failed.value} />}
      <ul class="choices">
        {found.value?.map((place) => (
          <li key={`${place.city} ${place.region} ${place.country}`}>
            <button type="button" onClick={() => choose(place)}>
              <span>
                <b>{place.city}</b>{" "}
                <span class="quiet">{[place.region, place.country].filter(Boolean).join(", ")}</span>
              </span>
              <span class="nowrap">{t.now(timeOfDay(visit.time.value, place.clock))}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="keys">
        <Key onPress={onClose}>{common().cancel}</Key>
        {visit.kept.clock.value !== null && (
          <Key look="plain" onPress={() => choose(null)}>
            {t.browser}
          </Key>
        )}
      </p>
    </Dialog>
  );
}
