import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Instant, OccurrenceId } from "../../../shared/ids.ts";
import { burdens } from "../../../shared/plan/burden.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { withPlacements } from "../../../shared/plan/suggest/placing.ts";
import type { SuggestedPlan } from "../../../shared/plan/suggest/suggestion.ts";
import { at } from "../../../shared/record.ts";
import { Key } from "../../ui/key.tsx";
import { Pager } from "../bar.tsx";
import type { OpenBoard } from "../board.ts";
import type { Board, FormRequest, Moving } from "../contract.ts";
import { DayView } from "../day/view.tsx";
import { narrow } from "../narrow.ts";
import { changedSince, stillFits } from "./changed.ts";
import { useFocused } from "./head.tsx";
import { takePlan } from "./take.ts";
import { words } from "./words.ts";
import "./suggest.css";

/** The strips of a suggested plan, with the draft's places dashed. Nothing can be changed here but taking the plan. */
export function PreviewView({ board }: { readonly board: OpenBoard }): JSX.Element {
  const t = words();
  const { suggestions } = board;
  const chosen = useMemo(
    () =>
      computed(() => {
        const plans = suggestions.shown.value?.plans ?? [];
        return plans.find(({ kinds }) => kinds[0] === board.where.value.kind) ?? plans[0] ?? null;
      }),
    [board],
  );
  const inside = useMemo(() => boardOf(board, chosen), [board, chosen]);
  const back = useFocused<HTMLHeadingElement>();
  const plan = chosen.value;
  const suggestion = suggestions.shown.value;
  const goBack = (): void => board.go({ view: "suggest", occurrenceId: null, kind: null });
  if (plan === null || suggestion === null)
    return (
      <div class="bar">
        <h1 tabIndex={-1} ref={back}>
          {suggestions.latest.value === undefined ? t.loading : t.none}
        </h1>
        <div class="keys end">
          <Key look="main" onPress={goBack}>
            {t.preview.back}
          </Key>
        </div>
      </div>
    );
  const running = suggestions.running.value;
  const fits = changedSince(board, suggestion) === null || stillFits(board, suggestion, plan);
  const [kind] = plan.kinds;
  const same = plan.placements.length === 0;
  return (
    <>
      <div class="preview-note">
        <h2 tabIndex={-1} ref={back}>
          {running ? t.preview.soFar : t.preview.title(t.kinds[kind])}
        </h2>
        {/* The list says it in words. */}
        {!narrow.value && <p>{t.preview.moved}</p>}
        <p class="keys end">
          <Key onPress={goBack}>{t.preview.back}</Key>
          {!running && (
            <Key
              look="main"
              busy={board.busy.value}
              disabled={!fits || same}
              {...(!fits ? { why: t.changed.thisNot } : same ? { why: t.result.same } : {})}
              onPress={() => void takePlan(board, suggestion, plan)}
            >
              {suggestion.plans.length === 1 ? t.result.takeThis : t.result.take[kind]}
            </Key>
          )}
        </p>
      </div>
      <div class="bar">
        <Pager board={board} />
      </div>
      <DayView board={inside} />
    </>
  );
}

/** The board with the suggested plan in place of the draft: to be looked at only. */
function boardOf(board: OpenBoard, chosen: ReadonlySignal<SuggestedPlan | null>): Board {
  const plan = computed(() => withPlacements(board.plan.value, chosen.value?.placements ?? []));
  const conferenceId = computed(() => board.conference.value?.id ?? null);
  return {
    ...board,
    plan,
    conflicts: computed(() =>
      conferenceId.value === null ? [] : conflicts(plan.value, board.zones.value, conferenceId.value),
    ),
    burdens: computed(() =>
      conferenceId.value === null ? board.burdens.value : burdens(plan.value, board.zones.value, conferenceId.value),
    ),
    unavoidable: computed(
      () => new Map((chosen.value?.burdens ?? []).map(({ groupId, unavoidable }) => [groupId, unavoidable])),
    ),
    before: computed(() => {
      const before = new Map<OccurrenceId, Instant | null>();
      for (const { occurrenceId, start } of chosen.value?.placements ?? []) {
        const now = at(board.plan.value.occurrences, occurrenceId)?.start?.instant ?? null;
        if (now !== (start?.instant ?? null)) before.set(occurrenceId, now);
      }
      return before;
    }),
    mayEdit: signal(false),
    shown: signal(null),
    form: signal<FormRequest | null>(null),
    moving: signal<Moving | null>(null),
  };
}
