import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { RoomId } from "../../shared/ids.ts";
import { Field } from "../ui/field.tsx";
import { useConsole, useLive } from "./live.ts";
import { OneLineForm } from "./onelineform.tsx";

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
  const type = (said: string): void => {
    const { value: chosen } = room;
    if (chosen === null) return;
    onClose();
    acts.run("typeHand", () => connection.command("typeHand", { roomId: chosen, label: said }));
  };
  return (
    <OneLineForm
      title={t.queue.typeTitle}
      label={t.queue.typeLabel}
      hint={t.queue.typeHint}
      text={label}
      autocomplete="off"
      act={t.queue.typeAct}
      onAct={type}
      onClose={onClose}
    >
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
    </OneLineForm>
  );
}
