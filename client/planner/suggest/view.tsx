import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { OpenBoard } from "../board.ts";
import { PlanTrouble } from "../trouble.tsx";
import { Head } from "./head.tsx";
import { ResultPage } from "./result.tsx";
import { RunPage } from "./run.tsx";
import { WishPage } from "./wish.tsx";
import { words } from "./words.ts";
import "./suggest.css";
import "./plans.css";

/** Better link times: what is asked for, how far the search is, what it has found. */
export function SuggestView({ board }: { readonly board: OpenBoard }): JSX.Element {
  const { latest, shown, failure } = board.suggestions;
  useEffect(() => {
    scrollTo({ top: 0 });
  }, [shown.value?.id, shown.value?.endedAt]);
  const refused = board.refused.value;
  // What is refused is said at the page's beginning; what was pressed may stand far below.
  useEffect(() => {
    if (refused !== null) scrollTo({ top: 0 });
  }, [refused]);
  if (latest.value === undefined)
    return failure.value === null ? (
      <p class="bar" role="status">
        {words().loading}
      </p>
    ) : (
      <>
        <Head board={board} title={words().form.title} />
        <div class="suggest-notes">
          <PlanTrouble error={failure.value} />
        </div>
      </>
    );
  const suggestion = shown.value;
  if (suggestion === null) return <WishPage board={board} />;
  // Another search is another page: its heading gets the focus.
  if (suggestion.state === "waiting" || suggestion.state === "running")
    return <RunPage key={`${suggestion.id} ${suggestion.state}`} board={board} suggestion={suggestion} />;
  return <ResultPage key={suggestion.id} board={board} suggestion={suggestion} />;
}
