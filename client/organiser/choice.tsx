import type { JSX } from "preact";
import { Field } from "../ui/field.tsx";

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly things: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id | "";
  readonly onChange: (id: Id) => void;
}

/** One room or group of the conference. */
export function Choice<Id extends string>({ label, things, value, onChange }: ChoiceProps<Id>): JSX.Element {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value as Id)}>
          {things.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
