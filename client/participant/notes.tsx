import { useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { supported } from "../media/device.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { ErrorNote, TroubleNote } from "../ui/trouble.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

interface VisitProps {
  readonly visit: Visit;
}

/** The last thing that failed, until it is dismissed or something else went well. */
export function Trouble({ visit }: VisitProps): JSX.Element | null {
  if (visit.trouble.value === null) return null;
  return (
    <ErrorNote error={visit.trouble.value}>
      <p class="keys">
        <Key onPress={() => (visit.trouble.value = null)}>{words().notes.dismiss}</Key>
      </p>
    </ErrorNote>
  );
}

/** A browser that cannot do WebRTC is told so; queue and chat work without. */
export function Unsupported(): JSX.Element | null {
  return supported.value ? null : <TroubleNote trouble={words().notes.unsupported} />;
}

/** Whether any of the notes over a live page has something to say. */
export const hasNotes = ({ joined, trouble, connection }: Visit): boolean =>
  joined.media.soundBlocked.value || trouble.value !== null || connection.outdated.value || !supported.value;

/** What stands over a live page while something is to be looked at. */
export function Notes({ visit }: VisitProps): JSX.Element | null {
  const { notes: t } = words();
  if (!hasNotes(visit)) return null;
  const { media } = visit.joined;
  return (
    <section class="stack">
      {media.soundBlocked.value && (
        <div class="trouble" role="alert">
          <p>{t.blocked}</p>
          <Key look="main wide" icon="listen" onPress={() => void visit.attempt(() => media.resumeSound())}>
            {t.press}
          </Key>
        </div>
      )}
      <Trouble visit={visit} />
      <Unsupported />
      {visit.connection.outdated.value && (
        <div class="trouble" role="status">
          <p>{common().outdated}</p>
          <p class="keys">
            <Key onPress={() => location.reload()}>{common().reload}</Key>
          </p>
        </div>
      )}
    </section>
  );
}

/** Two tabs of one person: only one of them speaks. */
export function Elsewhere({ visit }: VisitProps): JSX.Element | null {
  const { notes: t } = words();
  const { media } = visit.joined;
  const declined = useSignal(false);
  useSignalEffect(() => {
    if (!media.elsewhere.value) declined.value = false;
  });
  if (!media.elsewhere.value || declined.value) return null;
  const stay = (): void => {
    declined.value = true;
  };
  return (
    <Dialog title={t.elsewhere} onClose={stay}>
      <p>{t.elsewhereIs}</p>
      <p class="keys">
        <Key look="main" onPress={() => media.takeOver()}>
          {t.here}
        </Key>
        <Key autofocus onPress={stay}>
          {t.there}
        </Key>
      </p>
    </Dialog>
  );
}
