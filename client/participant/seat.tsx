import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { RoomId } from "../../shared/ids.ts";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { roomCalled } from "./places.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

interface SeatProps {
  readonly visit: Visit;
  readonly occurrence: OccurrenceInfo;
}

/** "Are you in one of the rooms?": who is hears the room through the air, and must not be heard by it twice. */
export function Seat({ visit, occurrence }: SeatProps): JSX.Element | null {
  const { seat: t } = words();
  const hint = useId();
  const seat = visit.seat.value;
  if (occurrence.rooms.length === 0) return null;
  const sit = (roomId: RoomId | null): void => {
    visit.kept.roomId.value = roomId;
  };
  return (
    <section class="stack">
      <fieldset class="fares" aria-describedby={hint}>
        <legend>{t.legend}</legend>
        <label>
          <input type="radio" name="seat" checked={seat === null} onChange={() => sit(null)} />
          <span>
            {t.no} <span class="quiet">{t.noIs}</span>
          </span>
        </label>
        {occurrence.rooms.map((room) => (
          <label key={room.id}>
            <input type="radio" name="seat" checked={seat?.id === room.id} onChange={() => sit(room.id)} />
            <span>{roomCalled(occurrence, room)}</span>
          </label>
        ))}
      </fieldset>
      {seat !== null && (
        <div>
          <label class="tick">
            <input
              type="checkbox"
              checked={visit.kept.headphones.value}
              onChange={(event) => {
                visit.kept.headphones.value = event.currentTarget.checked;
                if (visit.joined.listening.peek()) void visit.attempt(() => visit.listen());
              }}
            />
            {t.headphones}
          </label>
          {visit.kept.headphones.value && <p class="quiet">{t.headphonesIs}</p>}
        </div>
      )}
      <p class="quiet" id={hint}>
        {t.hint}
      </p>
    </section>
  );
}
