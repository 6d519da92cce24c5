import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { useConsole, useLive } from "./live.ts";

/** By which name the others know who sits at this console; the invite's label until it is changed. */
export function NameDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { connection, acts } = useConsole();
  const { stage, pass, names, t } = useLive();
  const known = stage.people[pass.id];
  const name = useSignal(names.person(pass.id));
  const submit = (event: Event): void => {
    event.preventDefault();
    const said = name.value.trim();
    if (said === "") return;
    onClose();
    acts.run("introduce", () =>
      connection.command("introduce", { name: said, place: known?.place ?? "", roomId: known?.roomId ?? pass.roomId }),
    );
  };
  return (
    <Dialog title={t.you.title} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={t.you.title} hint={t.you.is}>
          {(control) => (
            <input
              {...control}
              autofocus
              required
              maxLength={40}
              autocomplete="name"
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <p class="keys">
          <Key look="main" type="submit">
            {common().save}
          </Key>
          <Key onPress={onClose}>{common().cancel}</Key>
        </p>
      </form>
    </Dialog>
  );
}
