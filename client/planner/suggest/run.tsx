import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SuggestedPlan, Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import { useActing } from "../../ui/acting.ts";
import { Key } from "../../ui/key.tsx";
import { Route } from "../../ui/route.tsx";
import type { OpenBoard } from "../board.ts";
import { hoursText } from "../times.ts";
import { PlanTrouble } from "../trouble.tsx";
import { Head } from "./head.tsx";
import { stripsOf } from "./moves.ts";
import { MovesTable, useMoves } from "./moves.tsx";
import { roundedUp } from "./plot.ts";
import { Plot } from "./plot.tsx";
import { repairText, stagesOf, timerText } from "./said.ts";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
  readonly suggestion: Suggestion;
}

/** The search runs, or waits for another one: how far it is, and the best plan so far. */
export function RunPage({ board, suggestion }: Props): JSX.Element {
  const t = words().run;
  const acting = useActing();
  const [plan] = suggestion.plans;
  const waits = suggestion.state === "waiting";
  const stop = (away: boolean): void =>
    void acting.run(async () => {
      // Before the answer: the page must not show a result in between that nobody wants to see.
      if (away) board.suggestions.putAway();
      await board.suggestions.stop();
      if (away) board.go({ view: "overview", kind: null });
    });
  return (
    <>
      <Head
        board={board}
        title={waits ? t.waiting : t.title}
        note={!waits && <Timer board={board} suggestion={suggestion} />}
      >
        <Key busy={acting.busy.value} onPress={() => stop(true)}>
          {t.leave}
        </Key>
        {!waits && (
          <Key look="main" busy={acting.busy.value} onPress={() => stop(false)}>
            {plan === undefined ? t.stopNow : t.stop}
          </Key>
        )}
      </Head>
      {acting.error.value !== null && (
        <div class="suggest-notes">
          <PlanTrouble error={acting.error.value} />
        </div>
      )}
      {waits ? (
        <p class="suggest-notes">{t.waitingIs}</p>
      ) : (
        <div class="suggest-run">
          <Far board={board} suggestion={suggestion} />
          <div class="so-far">
            <PlotNow board={board} suggestion={suggestion} />
            {plan !== undefined && <SoFar board={board} suggestion={suggestion} plan={plan} />}
          </div>
        </div>
      )}
      <Announced suggestion={suggestion} />
    </>
  );
}

/** Milliseconds since it began. */
function useElapsed(board: OpenBoard, { startedAt }: Suggestion): number {
  const time = board.time.value;
  return startedAt === null ? 0 : Math.max(0, time - startedAt);
}

function Timer({ board, suggestion }: Props): JSX.Element {
  return (
    <span class="fine quiet" role="timer">
      {timerText(suggestion, useElapsed(board, suggestion))}
    </span>
  );
}

function PlotNow({ board, suggestion }: Props): JSX.Element {
  return (
    <section aria-labelledby="suggest-plot">
      <h2 id="suggest-plot">{words().plot.title}</h2>
      <Plot suggestion={suggestion} elapsed={useElapsed(board, suggestion)} />
    </section>
  );
}

/** The route, and what could still be saved. */
function Far({ board, suggestion }: Props): JSX.Element {
  const t = words().run;
  const elapsed = useElapsed(board, suggestion);
  const stops = stagesOf(suggestion, elapsed).map(({ key, state, title, text }) => ({
    key,
    state: state === "open" ? ("ahead" as const) : state,
    content: (
      <>
        <b>{title}</b>
        <br />
        <span class={state === "ahead" ? "quiet" : ""}>{text}</span>
      </>
    ),
  }));
  return (
    <section class="far" aria-label={t.progress}>
      <Route stops={stops} label={t.progress} />
      <p class="savable">
        <Savable suggestion={suggestion} />
      </p>
    </section>
  );
}

function Savable({ suggestion }: { readonly suggestion: Suggestion }): JSX.Element {
  const t = words().run;
  const [plan] = suggestion.plans;
  if (suggestion.stage === "over") return <>{t.ending}</>;
  if (plan === undefined) return <>{t.noPlan}</>;
  // In a repair what moves counts before what it costs.
  if (suggestion.wish.mode === "repair")
    return (
      <>
        <b>{repairText(suggestion, plan)}</b> {t.kept}
      </>
    );
  const { leastTotal, placed, reached } = plan.proof;
  // A plan that places or reaches more may cost more, or less: no bound holds for all of them.
  if (leastTotal === null || !placed || !reached)
    return (
      <>
        {t.unknown} {t.kept}
      </>
    );
  const saved = Math.max(0, plan.total - leastTotal);
  return saved < 0.005 ? (
    <>
      <b>{t.nothingSaved}</b> {t.nothingSavedBy} {t.kept}
    </>
  ) : (
    <>
      <b>{t.saved(hoursText(roundedUp(saved)), saved <= 1)}</b> {t.savedBy} {t.kept}
    </>
  );
}

function SoFar({ board, suggestion, plan }: Props & { readonly plan: SuggestedPlan }): JSX.Element {
  const t = words();
  const moves = useMoves(board, plan);
  return (
    <section aria-labelledby="suggest-moves">
      <div class="over-moves">
        <h2 id="suggest-moves">{t.moves.soFar(moves.length)}</h2>
        <Key onPress={() => board.go(stripsOf(board, plan, null))}>{t.run.strips}</Key>
      </div>
      <MovesTable board={board} moves={moves} labelledBy="suggest-moves" repair={suggestion.wish.mode === "repair"} />
    </section>
  );
}

/** At most so often is something said (milliseconds). */
const rest = 10_000;

/** How far it is, for those who do not see it: the last that is to be said, not too often. */
function Announced({ suggestion }: { readonly suggestion: Suggestion }): JSX.Element {
  const t = words().run.said;
  const said = useSignal("");
  const at = useRef(-Infinity);
  const [plan] = suggestion.plans;
  const stage =
    suggestion.stage === "proving" || suggestion.stage === "sharing" || suggestion.stage === "over"
      ? t[suggestion.stage]
      : t.placing;
  const text = [
    suggestion.state === "waiting" ? words().run.waitingIs : stage,
    plan === undefined ? "" : t.plan(plan.placed, plan.of),
    plan === undefined ? "" : t.now(hoursText(plan.total), plan.total > 0 && plan.total <= 1),
  ]
    .filter((part) => part !== "")
    .join(" ");
  useEffect(() => {
    const wait = Math.max(0, at.current + rest - performance.now());
    const timer = setTimeout(() => {
      at.current = performance.now();
      said.value = text;
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="sr" role="status">
      {said}
    </p>
  );
}
