import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { ConferenceView } from "../../shared/protocol/views.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { offsetAt, timeOfDay, utcOffset } from "../ui/time.ts";
import { Timetable } from "../ui/timetable.tsx";
import type { Desk } from "./desk.ts";
import { RoomForm } from "./roomForm.tsx";
import { words } from "./words.ts";

type Room = ConferenceView["rooms"][number];

export function Rooms({ desk, conference }: { readonly desk: Desk; readonly conference: ConferenceView }): JSX.Element {
  const t = words().rooms;
  const open = useSignal<Room | "fresh" | null>(null);
  const close = (): void => {
    open.value = null;
  };
  const edited = open.value;
  return (
    <section aria-labelledby="rooms">
      <div class="over-table">
        <h2 id="rooms">{t.title}</h2>
        <Key
          onPress={() => {
            open.value = "fresh";
          }}
        >
          {t.add}
        </Key>
      </div>
      {conference.rooms.length === 0 ? (
        <p class="nothing">{t.none}</p>
      ) : (
        <Timetable
          labelledBy="rooms"
          columns={[
            { key: "room", title: t.columns.room },
            { key: "now", title: t.columns.now },
            { key: "venue", title: t.columns.venue, class: "opt" },
            { key: "act", title: t.columns.acts, unseen: true },
          ]}
        >
          {conference.rooms.map((room) => (
            <tr key={room.id}>
              <th scope="row">
                {room.name} <small>{t.inCity(room.name, room.city)}</small>
              </th>
              <td class="nowrap">
                <span class="time">{timeOfDay(desk.time.value, room.clock)}</span>{" "}
                {utcOffset(offsetAt(room.clock, desk.time.value))}
              </td>
              <td class="opt">{room.venue}</td>
              <td class="act">
                <Key
                  onPress={() => {
                    open.value = room;
                  }}
                >
                  {t.edit}
                  <span class="sr"> {room.name}</span>
                </Key>
              </td>
            </tr>
          ))}
        </Timetable>
      )}
      {edited !== null && (
        <Dialog
          title={edited === "fresh" ? words().room.addTitle : words().room.editTitle(edited.name)}
          onClose={close}
        >
          <RoomForm
            desk={desk}
            conference={conference}
            {...(edited === "fresh" ? {} : { room: edited })}
            onDone={close}
            onCancel={close}
          />
        </Dialog>
      )}
    </section>
  );
}
