import type { JSX } from "preact";
import { Field } from "../ui/field.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

/** Characters that the server takes of a name and of a place. */
const longestName = 40;
const longestPlace = 60;

/** Name and place, as others see them; both may stay empty while one only listens. */
export function Self({ visit }: { readonly visit: Visit }): JSX.Element {
  const { self: t } = words();
  const { name, place } = visit.kept;
  return (
    <>
      <Field label={t.name} hint={t.nameHint}>
        {(control) => (
          <input
            {...control}
            autocomplete="off"
            maxLength={longestName}
            value={name.value}
            onChange={(event) => (name.value = event.currentTarget.value.trim())}
          />
        )}
      </Field>
      <Field label={t.place}>
        {(control) => (
          <input
            {...control}
            autocomplete="off"
            maxLength={longestPlace}
            value={place.value}
            onChange={(event) => (place.value = event.currentTarget.value.trim())}
          />
        )}
      </Field>
    </>
  );
}
