import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { Key } from "../ui/key.tsx";
import { OtherSessions } from "./sessions.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

/** The session that is live now that this one has ended: that of the same conference which began last. */
export function nextLive(visit: Visit): OccurrenceInfo | null {
  const here = visit.occurrence.value;
  if (here?.phase !== "ended") return null;
  const live = visit.connection.occurrences.value.filter(
    ({ id, phase, conferenceId }) => id !== here.id && phase === "live" && conferenceId === here.conferenceId,
  );
  return live.toSorted((a, b) => b.startsAt - a.startsAt)[0] ?? null;
}

/** After the end: one press to the session that is live now; the sound and the devices come along. */
export function AfterThis({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const { after: t } = words();
  const busy = useSignal(false);
  if (visit.occurrence.value?.phase !== "ended") return null;
  const next = nextLive(visit);
  const go = async (id: OccurrenceInfo["id"]): Promise<void> => {
    busy.value = true;
    await visit.attempt(() => visit.goTo(id));
    busy.value = false;
  };
  return (
    <>
      <section class="stack">
        <h1>{t.ended}</h1>
        {next === null ? (
          <p>{t.endedIs}</p>
        ) : (
          <div class="trouble" role="alert">
            <p>
              <b>{t.next(next.title)}</b>
            </p>
            <Key look="main tall wide" icon="listen" busy={busy.value} onPress={() => void go(next.id)}>
              {t.go}
            </Key>
          </div>
        )}
      </section>
      <OtherSessions visit={visit} />
    </>
  );
}
