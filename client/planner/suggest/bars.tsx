import type { JSX } from "preact";
import type { GroupId } from "../../../shared/ids.ts";
import type { GroupBurden, SuggestedPlan } from "../../../shared/plan/suggest/suggestion.ts";
import { at } from "../../../shared/record.ts";
import type { Board } from "../contract.ts";
import { hoursText } from "../times.ts";
import { barText } from "./said.ts";
import { words } from "./words.ts";

/** The groups that have a bar, the same in all plans, so that they stand side by side; the others pay nothing in any. */
export interface Shown {
  readonly first: readonly GroupId[];
  readonly rest: readonly GroupId[];
  readonly none: readonly GroupId[];
  /** Hours that the longest bar stands for. */
  readonly scale: number;
}

/** So many have a bar at once. */
const most = 12;

export function shownGroups(plans: readonly Pick<SuggestedPlan, "burdens">[]): Shown {
  const highest = new Map<GroupId, number>();
  for (const { burdens } of plans)
    for (const { groupId, burden } of burdens) highest.set(groupId, Math.max(highest.get(groupId) ?? 0, burden));
  const order = [...highest.keys()];
  const paying = order.filter((id) => (highest.get(id) ?? 0) > 0);
  const dearest = paying.toSorted((a, b) => (highest.get(b) ?? 0) - (highest.get(a) ?? 0)).slice(0, most);
  return {
    first: paying.filter((id) => dearest.includes(id)),
    rest: paying.filter((id) => !dearest.includes(id)),
    none: order.filter((id) => !paying.includes(id)),
    scale: Math.max(1, ...highest.values()),
  };
}

interface Props {
  readonly board: Board;
  readonly suggested: Pick<SuggestedPlan, "burdens">;
  readonly shown: Shown;
}

/** What each group pays: the part that it cannot be spared is lined. */
export function Bars({ board, suggested, shown }: Props): JSX.Element {
  const t = words().result;
  const plan = board.plan.value;
  const byId = new Map(suggested.burdens.map((each) => [each.groupId, each]));
  const rows = (ids: readonly GroupId[]): readonly JSX.Element[] =>
    ids.flatMap((id) => {
      const burden = byId.get(id);
      return burden === undefined ? [] : [<Bar key={id} board={board} burden={burden} scale={shown.scale} />];
    });
  const none = shown.none.map((id) => at(plan.groups, id)?.name ?? id);
  return (
    <>
      <ul class="burden-bars" aria-label={t.bars}>
        {rows(shown.first)}
        {none.length > 0 && (
          <li class="zero">
            <span>{none.join(", ")}</span>
            <b>0</b>
          </li>
        )}
      </ul>
      {shown.rest.length > 0 && (
        <details>
          <summary>{t.moreGroups(shown.rest.length)}</summary>
          <ul class="burden-bars" aria-label={t.bars}>
            {rows(shown.rest)}
          </ul>
        </details>
      )}
    </>
  );
}

function Bar({
  board,
  burden,
  scale,
}: {
  readonly board: Board;
  readonly burden: GroupBurden;
  readonly scale: number;
}): JSX.Element {
  const t = words().result;
  const plan = board.plan.value;
  const { groupId, carried } = burden;
  const unavoidable = Math.min(burden.unavoidable, burden.burden);
  const name = at(plan.groups, groupId)?.name ?? groupId;
  return (
    <li>
      <span aria-hidden="true">
        <span class="clip" title={name}>
          {name}
        </span>
        {carried > 0 && <small class="fine">{t.carried(hoursText(carried))}</small>}
      </span>
      <span class="b" aria-hidden="true">
        <i class="un" style={{ "--c": String(unavoidable / scale) }} />
        <i style={{ "--c": String((burden.burden - unavoidable) / scale) }} />
      </span>
      <b aria-hidden="true">{hoursText(burden.burden)}</b>
      <span class="sr">{barText(board, plan, burden)}</span>
    </li>
  );
}

/** What lined and filled mean. `under`: under the plans, else in a column. */
export function BarLegend({ under = false }: { readonly under?: boolean }): JSX.Element {
  const t = words().result;
  return (
    <p class={under ? "legend under" : "legend"}>
      <span>
        <i class="swatch key-un" aria-hidden="true" />
        {t.legendUnavoidable}
      </span>
      <span>
        <i class="swatch key-own" aria-hidden="true" />
        {under ? t.legendPlan : t.legendDraft}
      </span>
      <span>{t.legendCost}</span>
    </p>
  );
}
