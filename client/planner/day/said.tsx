import { effect, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { conflictWords } from "../../../shared/plan/words.ts";
import { language } from "../../i18n/language.ts";
import type { Board, Moving } from "../contract.ts";
import { movingKeys } from "../keys.ts";
import { planThere } from "../reach.ts";
import { occasionOf, totalCost } from "../reading/occasion.ts";
import { hoursText } from "../times.ts";
import { whenIn } from "./names.ts";
import { words } from "./words.ts";

/** Rest after a step before it is read out: who holds a key down hears where they arrived. */
const rest = 350;

/** What happens to what one moves, for those who hear the page; and its keys. Nothing is seen of it. */
export function MoveSaid({ board }: { readonly board: Board }): JSX.Element {
  const said = useSignal("");
  useEffect(() => {
    const say = (text: string): void => {
      said.value = text;
    };
    const stop = [
      follow(board, say),
      movingKeys(board, {
        noLegal: () => say(words().said.noLegal),
        noBetter: () => say(words().said.noBetter),
      }),
    ];
    return () => {
      for (const end of stop) end();
    };
  }, [board, said]);
  return (
    <p class="sr" role="status" aria-live="polite">
      {said}
    </p>
  );
}

function follow(board: Board, say: (text: string) => void): () => void {
  let before: Moving | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const moving = board.moving.value;
    clearTimeout(timer);
    if (moving === null) {
      if (before !== null) say(ended(board, before));
    } else if (before?.occurrenceId !== moving.occurrenceId) {
      say(words().said.taken(titleOf(board, moving)));
    } else {
      timer = setTimeout(() => say(standing(board, moving)), rest);
    }
    before = moving;
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

const titleOf = (board: Board, { occurrenceId }: Moving): string =>
  occasionOf(board.plan.peek(), occurrenceId)?.session.title ?? "";

/** It was put down or put back. */
function ended(board: Board, moving: Moving): string {
  const t = words().said;
  const now = occasionOf(board.plan.peek(), moving.occurrenceId);
  if (now === null) return "";
  if (now.start === moving.to && now.start !== moving.from)
    return t.put(now.session.title, whenIn(board, now.session, now.start));
  return t.back(now.session.title);
}

/** Where it would be, what that costs, and whether it may. */
function standing(board: Board, moving: Moving): string {
  const { occurrenceId, to, from, here } = moving;
  const t = words().said;
  const occasion = occasionOf(board.plan.peek(), occurrenceId);
  if (occasion === null || here === null) return "";
  const was = from === null ? null : hoursText(totalCost(board.burdens.peek().ofOccurrence.get(occurrenceId)));
  const where = t.at(whenIn(board, occasion.session, to), hoursText(here.total), was);
  const [reason] = here.reasons;
  if (reason === undefined) return `${where} ${t.possible}`;
  const why = conflictWords(planThere(board.plan.peek(), moving), board.zones.peek(), reason, language.peek()).title;
  return `${where} ${t.impossible(why)}`;
}
