import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import { useActing } from "../../ui/acting.ts";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { occurrencesIn } from "../days.ts";
import { timeIn } from "../times.ts";
import { PlanTrouble } from "../trouble.tsx";
import { BarLegend, shownGroups } from "./bars.tsx";
import { PlanCard } from "./card.tsx";
import { changedSince, stillFits } from "./changed.ts";
import { ChangedNote } from "./changed.tsx";
import { wishAgain } from "./draft.ts";
import { Head } from "./head.tsx";
import { endingText, fewerText } from "./said.ts";
import { takePlan } from "./take.ts";
import { ToUnplaced, UnplacedList } from "./unplaced.tsx";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
  readonly suggestion: Suggestion;
}

/** What the search has found: one to three plans side by side, and what none of them can place. */
export function ResultPage({ board, suggestion }: Props): JSX.Element {
  const t = words().result;
  const { plans, unplaced, wish, state } = suggestion;
  const acting = useActing();
  useEffect(() => {
    if (acting.error.value !== null) scrollTo({ top: 0 });
  }, [acting.error.value]);
  const since = changedSince(board, suggestion);
  const draft = board.plan.value;
  // Reckoned only when somebody has worked on the draft meanwhile.
  const fits = useMemo(
    () => plans.map((plan) => since === null || stillFits(board, suggestion, plan)),
    [plans, draft, since === null],
  );
  const shown = useMemo(() => shownGroups(plans), [plans]);
  const again = (): void => void acting.run(() => board.suggestions.begin(wishAgain(board, wish)));
  const [first] = plans;
  // That it has ended is seen.
  const ending = state === "done" && plans.length > 0 ? "" : endingText(suggestion);
  const living = occurrencesIn(draft, wish.conferenceId).filter(({ session }) => session.state !== "cancelled");
  const isPart = first !== undefined && first.of < living.length;
  // Nothing to take: what stands in the way comes first.
  const isIdle = plans.every(({ placements }) => placements.length === 0);
  const list = unplaced.length > 0 && (
    <UnplacedList board={board} unplaced={unplaced} busy={acting.busy.value} onAgain={again} />
  );
  return (
    <>
      <Head
        board={board}
        title={t.titles(plans.length, state === "done" ? "found" : "stopped")}
        note={
          first !== undefined && (
            <span class="fine quiet">{t.placed(first.placed, first.of, plans.length, isPart)}</span>
          )
        }
      >
        {since === null && (
          <Key busy={acting.busy.value} {...(first === undefined ? { look: "main" as const } : {})} onPress={again}>
            {t.again}
          </Key>
        )}
        <Key
          onPress={() => {
            board.suggestions.putAway();
            board.go({ view: "overview", kind: null });
          }}
        >
          {t.keep}
        </Key>
      </Head>
      <div class="suggest-notes">
        {since !== null && (
          <ChangedNote
            board={board}
            suggestion={suggestion}
            since={since}
            fits={fits.every(Boolean)}
            busy={acting.busy.value}
            onAgain={again}
          />
        )}
        {acting.error.value !== null && <PlanTrouble error={acting.error.value} />}
        {ending !== "" && <p>{ending}</p>}
        {unplaced.length > 0 && !isIdle && <ToUnplaced number={unplaced.length} />}
      </div>
      {isIdle && list}
      {plans.length > 0 && (
        <div class={`plans of-${plans.length}`}>
          {plans.map((plan, i) => (
            <PlanCard
              key={plan.kinds[0]}
              board={board}
              suggestion={suggestion}
              plan={plan}
              shown={shown}
              main={i === 0 && since === null}
              fits={fits[i] ?? false}
              onTake={() => void takePlan(board, suggestion, plan)}
            />
          ))}
        </div>
      )}
      {plans.length > 0 && plans.length < 3 && <p class="fewer quiet">{fewerText(suggestion)}</p>}
      {!isIdle && list}
      {plans.length > 0 && <BarLegend under />}
      <Origin board={board} suggestion={suggestion} />
    </>
  );
}

/** Who asked for it, and when it ended. */
function Origin({ board, suggestion }: Props): JSX.Element | null {
  const { author, endedAt } = suggestion;
  if (endedAt === null) return null;
  const { zone, city } = board.ruler.value;
  return (
    <p class="fine quiet suggest-origin">
      {words().result.asOf(timeIn(board.zones.value, zone, endedAt), city, author)}
    </p>
  );
}
