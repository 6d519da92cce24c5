import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import type { Conflict, Mend } from "../../../shared/plan/conflict.ts";
import { sessionOf } from "../../../shared/plan/look.ts";
import { conflictWords, mendWords, noMendWords } from "../../../shared/plan/words.ts";
import { at } from "../../../shared/record.ts";
import { language } from "../../i18n/language.ts";
import { Key } from "../../ui/key.tsx";
import { Plate } from "../../ui/plate.tsx";
import type { Board } from "../contract.ts";
import { words } from "../reading/words.ts";
import type { Mending } from "./mending.ts";

interface Props {
  readonly board: Board;
  readonly conflict: Conflict;
  readonly mending: Mending | null;
  readonly onMend: (mend: Mend) => void;
}

/** One conflict in words. Its mends are looked for once it has come into sight. */
export function ConflictItem({ board, conflict, mending, onMend }: Props): JSX.Element {
  const t = words();
  const plan = board.plan.value;
  const { title, text } = conflictWords(plan, board.zones.value, conflict, language.value);
  const item = useRef<HTMLLIElement>(null);
  const seen = useSignal(false);
  useEffect(() => {
    const element = item.current;
    if (element === null) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.value = true;
      watch.disconnect();
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const others = conflict.occurrenceIds.filter(
    (id) => board.where.value.view !== "session" || board.where.value.occurrenceId !== id,
  );
  return (
    <li ref={item} class={conflict.weight}>
      <h3 tabIndex={-1}>
        <Plate look={conflict.weight === "error" ? "look" : "said"}>
          {conflict.weight === "error" ? t.look : t.conflicts.warning}
        </Plate>{" "}
        {title}
      </h3>
      <p>{text}</p>
      {board.mayEdit.value && seen.value && mending !== null && (
        <Mends board={board} conflict={conflict} mending={mending} onMend={onMend} />
      )}
      {others.length > 0 && (
        <p class="keys">
          {others.map((id) => {
            const occurrence = at(plan.occurrences, id);
            const session = occurrence === undefined ? undefined : sessionOf(plan, occurrence);
            return session === undefined ? null : (
              <Key key={id} look="plain" onPress={() => board.go({ view: "session", occurrenceId: id })}>
                {t.conflicts.open(session.title)}
              </Key>
            );
          })}
        </p>
      )}
    </li>
  );
}

function Mends({ board, conflict, mending, onMend }: Props & { readonly mending: Mending }): JSX.Element {
  const t = words().conflicts;
  const plan = board.plan.value;
  const zones = board.zones.value;
  // While something is in the hand, its frames come first.
  if (board.moving.value !== null) return <p class="quiet">{t.afterMoving}</p>;
  const found = mending.of(plan, zones, conflict).value;
  if (found === "asked") return <p class="quiet">{t.looking}</p>;
  if (found === null) return <p class="quiet">{t.notReckoned}</p>;
  if (found.mends.length === 0) return <p>{noMendWords(found, language.value)}</p>;
  return (
    <p class="keys">
      {found.mends.map((mend) => (
        <Key key={JSON.stringify(mend.how)} busy={board.busy.value} onPress={() => onMend(mend)}>
          {/* A key's word, not a sentence. */}
          {mendWords(plan, zones, mend, language.value).replace(/\.$/, "")}
        </Key>
      ))}
    </p>
  );
}
