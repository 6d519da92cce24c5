import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { troubleOf } from "../i18n/trouble.ts";
import { CallError } from "../session/contract.ts";
import { LineNote } from "../ui/connection.tsx";
import { Key } from "../ui/key.tsx";
import { ErrorNote, TroubleNote } from "../ui/trouble.tsx";
import { otherLive } from "./choice.ts";
import { useConsole } from "./live.ts";
import { words } from "./words.ts";

/** What stands above everything else: the line, a refusal, the end of the session, an act that failed. */
export function Notes(): JSX.Element {
  return (
    <section class="notes" aria-label={words().notices}>
      <LineWords />
      <SessionWords />
      <Failure />
    </section>
  );
}

function LineWords(): JSX.Element {
  const { connection, time, joined } = useConsole();
  const t = words();
  const shown = joined.stage.value !== null;
  const { value: state } = connection.state;
  return (
    <>
      <LineNote connection={connection} time={time} />
      {shown && state === "lost" && <p>{t.line.safe}</p>}
      {shown && state === "open" && !joined.attached.value && joined.refused.value === null && (
        <p role="status">{t.line.rejoining}</p>
      )}
    </>
  );
}

/** Why no session is shown, or that this one is over and where to go. */
function SessionWords(): JSX.Element | null {
  const { connection, joined, goTo, time } = useConsole();
  const t = words();
  const occurrence = joined.occurrence.value;
  const refused = joined.refused.value;
  const occurrences = connection.occurrences.value;
  if (connection.state.value === "closed" || connection.welcome.value === null) return null;
  if (refused !== null) {
    const next =
      occurrences.find(({ phase }) => phase === "live") ?? occurrences.find(({ phase }) => phase === "waiting");
    return (
      <TroubleNote trouble={troubleOf(new CallError({ code: refused, retry: false }))}>
        {next !== undefined && (
          <p class="keys">
            <Key onPress={() => goTo(next.id)}>{t.choose.go(next.title)}</Key>
          </p>
        )}
      </TroubleNote>
    );
  }
  if (occurrence === null) {
    if (occurrences.length > 0) return <p role="status">{t.choose.entering}</p>;
    return (
      <p role="status">
        <b>{t.choose.none}</b> {t.choose.noneIs}
      </p>
    );
  }
  if (joined.stage.value?.phase !== "ended") return null;
  const next =
    otherLive(occurrences, occurrence.id) ??
    occurrences.find(({ phase, endsAt }) => phase === "waiting" && endsAt > time.value);
  return (
    <div class="trouble" role="status">
      <p>
        <b>{t.choose.ended}</b> {t.choose.endedIs}
      </p>
      {next !== undefined && (
        <p class="keys">
          {next.phase === "live" && <span>{t.choose.nextOpen(next.title)}</span>}
          <Key onPress={() => goTo(next.id)}>{t.choose.go(next.title)}</Key>
        </p>
      )}
    </div>
  );
}

function Failure(): JSX.Element | null {
  const { acts } = useConsole();
  const failure = acts.failure.value;
  if (failure === null) return null;
  return (
    <ErrorNote error={failure.error}>
      <p class="keys">
        <Key onPress={() => acts.putAway()}>{common().close}</Key>
      </p>
    </ErrorNote>
  );
}
