import type { JSX } from "preact";
import { Field } from "../../ui/field.tsx";
import { typed } from "./frame.tsx";

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: string;
  /** May stay empty. */
  readonly optional?: boolean;
}

/** A number as it is typed. */
export function NumberField({ label, hint, value, onChange, min, max, step, optional }: NumberFieldProps): JSX.Element {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <input
          {...control}
          type="number"
          inputMode={step === undefined ? "numeric" : "decimal"}
          min={min}
          max={max}
          step={step}
          required={!optional}
          {...typed({ value, onChange })}
        />
      )}
    </Field>
  );
}

/** A number of Mbit/s and the like; empty: not known. */
export const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));
