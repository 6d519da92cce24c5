import type { Signal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { common } from "../i18n/common.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";

interface OneLineProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly text: Signal<string>;
  readonly autocomplete: "name" | "off";
  /** What the main key is called. */
  readonly act: string;
  /** Is given what stands in the line, without the spaces around it; never with nothing. */
  readonly onAct: (said: string) => void;
  readonly onClose: () => void;
  /** What else is asked, above the line. */
  readonly children?: ComponentChildren;
}

/** Asks for one line, such as a name. */
export function OneLineForm(props: OneLineProps): JSX.Element {
  const { title, label, hint, text, autocomplete, act, onAct, onClose, children } = props;
  const submit = (event: Event): void => {
    event.preventDefault();
    const said = text.value.trim();
    if (said !== "") onAct(said);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        {children}
        <Field label={label} hint={hint}>
          {(control) => (
            <input
              {...control}
              autofocus
              required
              maxLength={40}
              autocomplete={autocomplete}
              value={text.value}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <p class="keys">
          <Key look="main" type="submit">
            {act}
          </Key>
          <Key onPress={onClose}>{common().cancel}</Key>
        </p>
      </form>
    </Dialog>
  );
}
