import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

/** Goes on the input: `{(control) => <input {...control} />}`. */
export interface Control {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": "true" | undefined;
}

interface FieldProps {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** What is wrong with it, in words. */
  readonly wrong?: string | undefined;
  readonly class?: string;
  readonly children: (control: Control) => ComponentChildren;
}

/** A label, its input, a hint and what is wrong, tied together. */
export function Field({ label, hint, wrong, class: more = "", children }: FieldProps): JSX.Element {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div class={`field ${more}`}>
      <label for={id}>{label}</label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": wrong ? "true" : undefined })}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
