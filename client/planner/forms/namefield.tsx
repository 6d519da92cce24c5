import type { JSX } from "preact";
import { Field } from "../../ui/field.tsx";
import { typed } from "./frame.tsx";

interface NameFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** In characters, as the plan takes it. */
  readonly max: number;
  /** May stay empty. */
  readonly optional?: boolean;
}

/** What a thing of the plan is called. */
export function NameField({ label, hint, value, onChange, max, optional }: NameFieldProps): JSX.Element {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <input {...control} required={!optional} maxLength={max} autocomplete="off" {...typed({ value, onChange })} />
      )}
    </Field>
  );
}
