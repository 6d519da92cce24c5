import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { CallError } from "../session/contract.ts";
import { LineNote } from "../ui/connection.tsx";
import { Key } from "../ui/key.tsx";
import { ErrorNote, TroubleNote } from "../ui/trouble.tsx";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

/** What went wrong with the room as a whole: what happened, what goes on, what to press. Nothing while all is well. */
export function Notes({
  station,
  time,
}: {
  readonly station: Station;
  readonly time: ReadonlySignal<number>;
}): JSX.Element | null {
  const t = words();
  const { connection, joined } = station;
  const refused = joined.refused.value;
  const lost = connection.state.value === "lost";
  if (connection.goodbye.value === "taken-over") {
    return (
      <div class="notes">
        <TroubleNote trouble={t.goodbye}>
          <p class="keys">
            <Key onPress={() => location.reload()}>{t.goodbye.key}</Key>
          </p>
        </TroubleNote>
      </div>
    );
  }
  return (
    <div class="notes">
      <LineNote connection={connection} time={time} />
      {lost && <p>{t.line.goesOn}</p>}
      {refused === "room-taken" && (
        <TroubleNote trouble={t.taken}>
          <p class="keys">
            <Key look="main" onPress={() => station.sessions.takeOver()}>
              {t.taken.key}
            </Key>
            <Key onPress={() => station.sessions.again()}>{t.taken.again}</Key>
          </p>
        </TroubleNote>
      )}
      {refused !== null && refused !== "room-taken" && <Refused station={station} code={refused} />}
      {joined.media.elsewhere.value && (
        <TroubleNote trouble={t.elsewhere}>
          <p class="keys">
            <Key onPress={() => joined.media.takeOver()}>{t.elsewhere.key}</Key>
          </p>
        </TroubleNote>
      )}
      {joined.media.soundBlocked.value && (
        <TroubleNote trouble={t.blocked}>
          <p class="keys">
            <Key look="main" icon="listen" onPress={() => void joined.media.resumeSound()}>
              {t.blocked.key}
            </Key>
          </p>
        </TroubleNote>
      )}
      {station.screen.blocked.value && (
        <p class="trouble" role="alert">
          {t.screen.blocked}
        </p>
      )}
    </div>
  );
}

function Refused({
  station,
  code,
}: {
  readonly station: Station;
  readonly code: NonNullable<Station["joined"]["refused"]["value"]>;
}): JSX.Element {
  const { taken } = words();
  return (
    <ErrorNote error={new CallError({ code, retry: false })}>
      <p class="keys">
        <Key onPress={() => station.sessions.again()}>{taken.again}</Key>
      </p>
    </ErrorNote>
  );
}
