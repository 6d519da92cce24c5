import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { useConsole, useLive } from "./live.ts";
import { OneLineForm } from "./onelineform.tsx";

/** By which name the others know who sits at this console; the invite's label until it is changed. */
export function NameDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { connection, acts } = useConsole();
  const { stage, pass, names, t } = useLive();
  const known = stage.people[pass.id];
  const name = useSignal(names.person(pass.id));
  const save = (said: string): void => {
    onClose();
    acts.run("introduce", () =>
      connection.command("introduce", { name: said, place: known?.place ?? "", roomId: known?.roomId ?? pass.roomId }),
    );
  };
  return (
    <OneLineForm
      title={t.you.title}
      label={t.you.title}
      hint={t.you.is}
      text={name}
      autocomplete="name"
      act={common().save}
      onAct={save}
      onClose={onClose}
    />
  );
}
