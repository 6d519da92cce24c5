import type { JSX } from "preact";
import type { Instant } from "../../shared/ids.ts";
import { Field } from "../ui/field.tsx";
import { day } from "../ui/time.ts";
import { words } from "./words.ts";

/** How long an invite or token lives, in days; null: until it is revoked. */
const lives = { day: 1, week: 7, month: 30, never: null } as const;
export type Life = keyof typeof lives;

/** When it ends; to the minute: the same form sent again asks for the same thing. */
export function endOf(life: Life, now: Instant): Instant | null {
  const days = lives[life];
  return days === null ? null : Math.ceil((now + days * day) / 60_000) * 60_000;
}

export function LifeField({
  value,
  onChange,
}: {
  readonly value: Life;
  readonly onChange: (life: Life) => void;
}): JSX.Element {
  const t = words().newInvite;
  return (
    <Field label={t.ends}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value as Life)}>
          {(["day", "week", "month", "never"] as const).map((each) => (
            <option key={each} value={each}>
              {t.lives[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
