import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useLive } from "./live.ts";
import { RoomLink } from "./roomlink.tsx";

/** Each linked room: its line, its sound, its screen. */
export function Links(): JSX.Element {
  const { stage, t } = useLive();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t.links.title}</h2>
      <ul class="links">
        {stage.roomIds.map((roomId) => (
          <li key={roomId}>
            <RoomLink roomId={roomId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
