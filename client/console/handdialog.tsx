import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { RoomId } from "../../shared/ids.ts";
import { common } from "../i18n/common.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { useConsole, useLive } from "./live.ts";

/** Puts somebody who sits in a room into the queue, by the name that will be called out there. */
export function HandDialog({
  roomId,
  onClose,
}: {
  readonly roomId: RoomId | null;
  readonly onClose: () => void;
}): JSX.Element {
  const { connection, acts } = useConsole();
  const { stage, pass, rights, names, t } = useLive();
  const rooms = rights.desk === null ? stage.roomIds : stage.roomIds.filter((id) => id === pass.roomId);
  const room = useSignal<RoomId | null>(rooms.find((id) => id === roomId) ?? rooms[0] ?? null);
  const label = useSignal("");
  const submit = (event: Event): void => {
    event.preventDefault();
    const { value: chosen } = room;
    const said = label.value.trim();
    if (chosen === null || said === "") return;
    onClose();
    acts.run("typeHand", () => connection.command("typeHand", { roomId: chosen, label: said }));
  };
  return (
    <Dialog title={t.queue.typeTitle} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={t.queue.typeRoom}>
          {(control) => (
            <select
              {...control}
              value={room.value ?? ""}
              onChange={(event) => (room.value = event.currentTarget.value as RoomId)}
            >
              {rooms.map((id) => (
                <option key={id} value={id}>
                  {names.room(id)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.queue.typeLabel} hint={t.queue.typeHint}>
          {(control) => (
            <input
              {...control}
              autofocus
              required
              maxLength={40}
              autocomplete="off"
              value={label.value}
              onInput={(event) => (label.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <p class="keys">
          <Key look="main" type="submit">
            {t.queue.typeAct}
          </Key>
          <Key onPress={onClose}>{common().cancel}</Key>
        </p>
      </form>
    </Dialog>
  );
}
