import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import type { Conflict, Mend } from "../../../shared/plan/conflict.ts";
import { mendWords } from "../../../shared/plan/words.ts";
import { language } from "../../i18n/language.ts";
import { Key } from "../../ui/key.tsx";
import type { Board } from "../contract.ts";
import { words } from "../reading/words.ts";
import { ConflictItem } from "./item.tsx";
import { Mending } from "./mending.ts";
import { conflictsShown, scopeOf } from "./scope.ts";
import "./conflicts.css";

/** So many are listed at once; the rest at a press. */
const page = 12;

/** What is wrong with what is shown: what, whom, when in whose time; and the mends that work, each at one press. */
export function ConflictPanel({ board }: { readonly board: Board }): JSX.Element {
  const t = words().conflicts;
  const shown = useComputed(() => conflictsShown(board)).value;
  const most = useSignal(page);
  const said = useSignal("");
  const mending = useRef<Mending | null>(null);
  mending.current ??= new Mending();
  useEffect(() => () => mending.current?.close(), []);

  const section = useRef<HTMLElement>(null);
  /** Which in the list gets the focus once the mended one is gone. */
  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    const headings = section.current?.querySelectorAll<HTMLElement>("h2, h3") ?? [];
    // The first heading is the list's own.
    const heading = headings[Math.min(next.current + 1, headings.length - 1)];
    next.current = null;
    heading?.focus();
  });

  const apply = async (conflict: Conflict, mend: Mend): Promise<void> => {
    const done = mendWords(board.plan.peek(), board.zones.peek(), mend, language.peek());
    const index = shown.findIndex(({ key }) => key === conflict.key);
    try {
      await board.run(mend.command);
    } catch {
      return; // Said over the page (`board.refused`); the conflict stands where it stood.
    }
    next.current = index;
    said.value = t.mended(done, conflictsShown(board).length);
  };

  const errors = shown.filter(({ weight }) => weight === "error").length;
  return (
    <section class="conflicts" aria-labelledby="conflicts" ref={section}>
      <h2 id="conflicts" tabIndex={-1}>
        {shown.length === 0 ? t.none[scopeOf(board)] : t.count(errors, shown.length - errors)}
      </h2>
      {shown.length > 0 && (
        <ul>
          {shown.slice(0, most.value).map((conflict) => (
            <ConflictItem
              key={conflict.key}
              board={board}
              conflict={conflict}
              mending={mending.current}
              onMend={(mend) => void apply(conflict, mend)}
            />
          ))}
        </ul>
      )}
      {shown.length > most.value && (
        <Key
          onPress={() => {
            next.current = most.value;
            most.value += 50;
          }}
        >
          {t.more(shown.length - most.value)}
        </Key>
      )}
      <p class="sr" role="status">
        {said.value}
      </p>
    </section>
  );
}
