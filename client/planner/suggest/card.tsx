import type { JSX } from "preact";
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { SuggestedPlan, Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import { Key } from "../../ui/key.tsx";
import { Plate } from "../../ui/plate.tsx";
import type { OpenBoard } from "../board.ts";
import { Bars } from "./bars.tsx";
import type { Shown } from "./bars.tsx";
import { stripsOf } from "./moves.ts";
import { MovesTable, useMoves } from "./moves.tsx";
import { figureOf, headlineOf, plateText, proofText, reasonsOf, worstOff } from "./said.ts";
import type { Said } from "./said.ts";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
  readonly suggestion: Suggestion;
  readonly plan: SuggestedPlan;
  readonly shown: Shown;
  /** Its key is the page's main one. */
  readonly main: boolean;
  /** It fits the draft as it is now. */
  readonly fits: boolean;
  readonly onTake: () => void;
}

/** So many reasons stand in sight. */
const few = 3;
/** So many moves of a repair do. */
const fewMoves = 6;

/** One plan: what it is best at and how much of that is proven, what it costs whom, why, and the key that takes it. */
export function PlanCard({ board, suggestion, plan, shown, main, fits, onTake }: Props): JSX.Element {
  const t = words();
  const id = useId();
  const [kind, ...others] = plan.kinds;
  const figure = figureOf(suggestion, plan);
  const worst = worstOff(board, plan);
  const name = t.result.also(
    t.kinds[kind],
    others.map((other) => t.kinds[other]),
  );
  // Nothing to be taken: the draft is this plan already.
  const same = plan.placements.length === 0;
  const alone = suggestion.plans.length === 1;
  return (
    <section class="plan-card" aria-labelledby={id}>
      <h2 id={id}>
        {name} <Plate look="said">{plateText(suggestion, plan)}</Plate>
      </h2>
      <div>
        <p class="fig">
          <b>{figure.figure}</b> <span>{figure.text}</span>
        </p>
        <p class="proof">
          {worst !== "" && `${worst} `}
          {proofText(suggestion, plan)}
        </p>
      </div>
      <div>
        <Bars board={board} suggested={plan} shown={shown} />
      </div>
      <Why board={board} suggestion={suggestion} plan={plan} />
      <p class="keys takes">
        <Key
          look={main ? "main wide" : "wide"}
          busy={board.busy.value}
          disabled={!fits || same}
          {...(!fits ? { why: t.changed.thisNot } : same ? { why: t.result.same } : {})}
          onPress={onTake}
        >
          {alone ? t.result.takeThis : t.result.take[kind]}
        </Key>
        <Key
          look="plain"
          label={alone ? t.result.strips : t.result.stripsOf(t.kinds[kind])}
          onPress={() => board.go(stripsOf(board, plan, kind))}
        >
          {t.result.strips}
        </Key>
      </p>
      <Details board={board} suggestion={suggestion} plan={plan} id={id} />
    </section>
  );
}

/** What tells most of each session. */
function firstOfEach(reasons: readonly Said[]): readonly Said[] {
  return reasons.filter(
    (reason, i) => reasons.findIndex(({ occurrenceId }) => occurrenceId === reason.occurrenceId) === i,
  );
}

/** All that is said of a session stands together; sessions in the order in which they lie. */
function bySession(reasons: readonly Said[]): readonly (Pick<Said, "occurrenceId" | "about"> & {
  readonly texts: readonly string[];
})[] {
  return firstOfEach(reasons)
    .toSorted((a, b) => a.start - b.start)
    .map(({ occurrenceId, about }) => ({
      occurrenceId,
      about,
      texts: reasons.flatMap((reason) => (reason.occurrenceId === occurrenceId ? [reason.text] : [])),
    }));
}

/** Of what moves first: that is what one asks about. */
function movedFirst(reasons: readonly Said[], { placements }: SuggestedPlan): readonly Said[] {
  const moved = new Set(placements.map(({ occurrenceId }) => occurrenceId));
  return reasons.toSorted((a, b) => Number(moved.has(b.occurrenceId)) - Number(moved.has(a.occurrenceId)));
}

/** The reasons that tell most, and in a line what moves. */
function Why({ board, suggestion, plan }: Pick<Props, "board" | "suggestion" | "plan">): JSX.Element {
  const t = words().result;
  const reasons = movedFirst(firstOfEach(reasonsOf(board, plan)), plan).slice(0, few);
  return (
    <ul class="plan-why" aria-label={t.why}>
      {reasons.map(({ occurrenceId, about, text }) => (
        <li key={occurrenceId}>
          <b>{about}.</b> {text}
        </li>
      ))}
      {headlineOf(suggestion, plan).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Details({
  board,
  suggestion,
  plan,
  id,
}: Pick<Props, "board" | "suggestion" | "plan"> & { readonly id: string }): JSX.Element {
  const t = words();
  const moves = useMoves(board, plan);
  const all = useSignal(false);
  const isRepair = suggestion.wish.mode === "repair";
  return (
    <div class="plan-more">
      {moves.length > 0 && (
        <details open={suggestion.plans.length === 1 || (isRepair && moves.length <= fewMoves)}>
          <summary id={`${id}-moves`}>{t.moves.moves(moves.length)}</summary>
          <MovesTable board={board} moves={moves} labelledBy={`${id}-moves`} repair={isRepair} tight />
        </details>
      )}
      {plan.reasons.length > 0 && (
        <details
          onToggle={(event) => {
            all.value = event.currentTarget.open;
          }}
        >
          <summary>{t.result.allReasons}</summary>
          {/* Many sentences: made when somebody wants to read them. */}
          {all.value && (
            <dl class="reasons">
              {bySession(reasonsOf(board, plan)).map(({ occurrenceId, about, texts }) => (
                <div key={occurrenceId}>
                  <dt>{about}</dt>
                  {texts.map((text) => (
                    <dd key={text}>{text}</dd>
                  ))}
                </div>
              ))}
            </dl>
          )}
        </details>
      )}
    </div>
  );
}
