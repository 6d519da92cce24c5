import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

/** Asks for a name when one is needed for the first time: for the hand or the chat. */
export function Naming({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const { self: t } = words();
  const name = useSignal("");
  const missing = useSignal(false);
  const naming = visit.naming.value;
  if (naming === null) return null;
  const close = (): void => {
    visit.naming.value = null;
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const chosen = name.value.trim();
    missing.value = chosen === "";
    if (chosen === "") return;
    visit.kept.name.value = chosen;
    close();
    naming.goOn();
  };
  return (
    <Dialog title={naming.why === "hand" ? t.askHand : t.askChat} onClose={close}>
      <form onSubmit={submit}>
        <Field label={t.name} hint={t.nameHint} wrong={missing.value ? t.nameNeeded : undefined}>
          {(control) => (
            <input
              {...control}
              autocomplete="off"
              autofocus
              maxLength={40}
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <p class="keys">
          <Key look="main" type="submit">
            {t.goOn}
          </Key>
          <Key onPress={close}>{common().cancel}</Key>
        </p>
      </form>
    </Dialog>
  );
}
