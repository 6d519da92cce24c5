import type { JSX } from "preact";
import type { OccurrenceId } from "../../../shared/ids.ts";
import { Key } from "../../ui/key.tsx";
import type { Board } from "../contract.ts";
import { take } from "../moving.ts";
import type { Occasion } from "../reading/occasion.ts";
import { words } from "../reading/words.ts";
import { dayIn, timeIn } from "../times.ts";
import type { Shown } from "./shown.ts";

/** What one can do with the session beside moving it. */
export function Acts({ board, shown }: { readonly board: Board; readonly shown: Shown }): JSX.Element | null {
  const t = words().session;
  if (!board.mayEdit.value) return null;
  const { session, occurrence, of } = shown.occasion;
  // A refusal stands over the page (`board.refused`).
  const quietly = (act: Promise<unknown>): void => void act.catch(() => undefined);
  const again = async (): Promise<void> => {
    const made = await board.edit("addOccurrence", { sessionId: session.id, links: [...occurrence.links] });
    board.go({ view: "session", occurrenceId: made.occurrenceId });
    take(board, made.occurrenceId, "keys");
  };
  const remove = async (): Promise<void> => {
    await board.edit("removeOccurrence", { occurrenceId: occurrence.id });
    board.go({ view: "overview", occurrenceId: null });
  };
  return (
    <section class="acts keys" aria-label={t.acts}>
      <Key
        onPress={() => {
          board.form.value = { kind: "session", id: session.id, at: null };
        }}
      >
        {t.edit}
      </Key>
      <Key
        onPress={() => {
          board.form.value = { kind: "duplicate-session", id: session.id };
        }}
      >
        {t.duplicate}
      </Key>
      <Key busy={board.busy.value} onPress={() => quietly(again())}>
        {t.again}
      </Key>
      {shown.occasion.start !== null && (
        <Key
          busy={board.busy.value}
          onPress={() => quietly(board.edit("moveOccurrence", { occurrenceId: occurrence.id, start: null }))}
        >
          {t.takeOff}
        </Key>
      )}
      {of > 1 && (
        <Key busy={board.busy.value} onPress={() => quietly(remove())}>
          {t.removeThis}
        </Key>
      )}
    </section>
  );
}

interface OthersProps {
  readonly board: Board;
  readonly all: readonly Occasion[];
  readonly occasion: Occasion;
  readonly zone: string;
}

/** The same session's other times, and the sessions before and after. */
export function Others({ board, all, occasion, zone }: OthersProps): JSX.Element {
  const t = words().session;
  const zones = board.zones.value;
  const index = all.findIndex(({ occurrence }) => occurrence.id === occasion.occurrence.id);
  const when = ({ start }: Occasion): string =>
    start === null ? t.unplaced : `${dayIn(zones, zone, start)}, ${timeIn(zones, zone, start)}`;
  const go = (id: OccurrenceId): void => board.go({ view: "session", occurrenceId: id });
  const same = all.filter(
    ({ session, occurrence }) => session.id === occasion.session.id && occurrence.id !== occasion.occurrence.id,
  );
  const [before, after] = [all[index - 1], all[index + 1]];
  return (
    <nav class="others" aria-label={t.others}>
      <ul>
        {same.map((other) => (
          <li key={other.occurrence.id}>
            <Key look="plain" onPress={() => go(other.occurrence.id)}>
              {t.also(when(other))}
            </Key>
          </li>
        ))}
        {before !== undefined && (
          <li>
            <Key look="plain" onPress={() => go(before.occurrence.id)}>
              {t.before(`${when(before)} ${before.session.title}`)}
            </Key>
          </li>
        )}
        {after !== undefined && (
          <li>
            <Key look="plain" onPress={() => go(after.occurrence.id)}>
              {t.after(`${when(after)} ${after.session.title}`)}
            </Key>
          </li>
        )}
      </ul>
    </nav>
  );
}
