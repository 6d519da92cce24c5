import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import { Kbd } from "./kbd.tsx";
import { useConsole, useLive } from "./live.ts";
import { isNarrow } from "./settings.ts";
import { QueueEntry } from "./queueentry.tsx";

/** The heading and the one key that matters here. */
export function CallNext(): JSX.Element {
  const { acts } = useConsole();
  const { stage, rights, t, command } = useLive();
  const why = rights.live ?? (stage.queue.length === 0 ? t.reasons.noneWaits : null);
  return (
    <div class="callnext">
      <h2 class={isNarrow.value ? undefined : "sr"}>{t.queue.title(stage.queue.length)}</h2>
      <Key
        look="tall wide"
        busy={acts.isBusy("callNext")}
        disabled={why !== null}
        onPress={() => command("callNext", { baseSeq: stage.seq })}
      >
        <span>{t.queue.callNext}</span> <Kbd>N</Kbd>
      </Key>
      {why !== null && <p class="fine quiet">{why}</p>}
    </div>
  );
}

/** Those who wait, in order. */
export function QueueList(): JSX.Element {
  const { stage, t } = useLive();
  return (
    <ol class="queue" tabIndex={0} aria-label={t.queue.order}>
      {stage.queue.map((entry, at) => (
        <QueueEntry key={entry.id} entry={entry} at={at} />
      ))}
      {stage.queue.length === 0 && <li class="quiet empty">{t.queue.empty}</li>}
    </ol>
  );
}

/** Hands in rooms are typed by whoever sees them: the room's operator, or who runs the queue. */
export function TypeHand(): JSX.Element | null {
  const { asking } = useConsole();
  const { stage, pass, rights, t } = useLive();
  if (stage.phase === "ended" || stage.roomIds.length === 0) return null;
  const own = pass.role === "operator" && pass.roomId !== null && stage.roomIds.includes(pass.roomId);
  if (!own && rights.desk !== null) return null;
  return (
    <p class="typehand">
      <Key look="plain" onPress={() => (asking.value = { about: "hand", roomId: pass.roomId })}>
        {t.queue.type}
      </Key>
    </p>
  );
}
