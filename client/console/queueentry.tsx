import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Entry } from "../../shared/stage/model.ts";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { minute } from "../ui/time.ts";
import { microphoneWords } from "./entrywords.ts";
import { useConsole, useLive } from "./live.ts";

/** One place in the queue: its number, the key that calls, since when, what is known; more behind a key. */
export function QueueEntry({ entry, at }: { readonly entry: Entry; readonly at: number }): JSX.Element {
  const { acts, joined, time } = useConsole();
  const { stage, rights, names, t, command } = useLive();
  const unfolded = useSignal(false);
  const more = useId();
  const name = names.hand(entry.hand);
  const isNext = entry === (stage.queue.find((other) => !other.skipped) ?? stage.queue[0]);
  const waited = Math.max(0, Math.floor((time.value - entry.raisedAt) / minute));
  const said = [
    names.handPlace(entry.hand),
    ...microphoneWords(entry, joined.people.value, t),
    entry.skipped ? t.queue.skipped : "",
  ];
  const call = `call ${entry.id}`;
  const move = useMove(entry, at);
  return (
    <li onKeyDown={(event) => keyOf(event, move)}>
      <span class="n">{at + 1}</span>
      <Key
        class="call"
        busy={acts.isBusy(call)}
        disabled={rights.live !== null}
        {...(rights.live === null ? {} : { why: rights.live })}
        onPress={() => command("call", { entryId: entry.id, baseSeq: stage.seq }, call)}
      >
        <span class="cut">{t.queue.call(name)}</span>
      </Key>
      {isNext ? <Plate look="next">{t.queue.next}</Plate> : <span class="waited">{t.minutes(waited)}</span>}
      <button
        type="button"
        class="more"
        aria-label={t.queue.more(name)}
        aria-expanded={unfolded.value}
        aria-controls={more}
        onClick={() => (unfolded.value = !unfolded.value)}
      >
        <svg class="fold" viewBox="0 0 12 12" aria-hidden="true">
          <path d={unfolded.value ? "M2 8l4-4 4 4" : "M2 4l4 4 4-4"} />
        </svg>
      </button>
      <small>
        {said.filter(Boolean).join(". ")}
        {isNext && waited > 0 && `. ${t.minutes(waited)}`}
      </small>
      <div id={more} class="keys" hidden={!unfolded.value}>
        {unfolded.value && <EntryKeys entry={entry} move={move} />}
      </div>
    </li>
  );
}

interface Move {
  /** Null: it stands at that end already, or may not be moved. */
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
}

function useMove(entry: Entry, at: number): Move {
  const { stage, rights, command } = useLive();
  const { queue } = stage;
  const to = (before: number): (() => void) | null =>
    rights.desk === null
      ? () => command("moveInQueue", { entryId: entry.id, before: queue[before]?.id ?? null }, `move ${entry.id}`)
      : null;
  return { up: at > 0 ? to(at - 1) : null, down: at < queue.length - 1 ? to(at + 2) : null };
}

function keyOf(event: KeyboardEvent, { up, down }: Move): void {
  const move = event.altKey && event.key === "ArrowUp" ? up : event.altKey && event.key === "ArrowDown" ? down : null;
  if (move === null) return;
  event.preventDefault();
  move();
}

function EntryKeys({ entry, move }: { readonly entry: Entry; readonly move: Move }): JSX.Element {
  const { stage, rights, names, t, command } = useLive();
  const name = names.hand(entry.hand);
  const mine = entry.hand.kind === "room" && rights.ownRoom(entry.hand.roomId);
  const why = rights.desk === null ? {} : { why: rights.desk };
  return (
    <>
      <Key label={t.queue.upOf(name)} disabled={move.up === null} {...why} onPress={() => move.up?.()}>
        {t.queue.up}
      </Key>
      <Key label={t.queue.downOf(name)} disabled={move.down === null} {...why} onPress={() => move.down?.()}>
        {t.queue.down}
      </Key>
      <Key
        label={t.queue.lowerOf(name)}
        disabled={rights.desk !== null && !mine}
        {...why}
        onPress={() => command("lowerHand", { entryId: entry.id, baseSeq: stage.seq }, `lower ${entry.id}`)}
      >
        {t.queue.lower}
      </Key>
    </>
  );
}
