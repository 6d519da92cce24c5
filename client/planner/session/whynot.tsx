import type { JSX } from "preact";
import type { PossibleStart } from "../../../shared/plan/starts.ts";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { conflictWords } from "../../../shared/plan/words.ts";
import { language } from "../../i18n/language.ts";
import type { Board } from "../contract.ts";
import { planThere } from "../reach.ts";
import { words } from "../reading/words.ts";
import { hoursText, timeIn } from "../times.ts";
import type { Shown } from "./shown.ts";
import { whyNot } from "./why.ts";
import type { Reason } from "./why.ts";

interface Props {
  readonly board: Board;
  readonly shown: Shown;
  readonly starts: readonly PossibleStart[] | null;
}

/** *Why not another hour*, in words. */
export function WhyNot({ board, shown, starts }: Props): JSX.Element | null {
  const t = words().session;
  const { start, occasion } = shown;
  if (start === null || occasion.session.state === "cancelled") return null;
  const reasons = starts === null ? null : whyNot(board.plan.value, board.zones.value, occasion, starts, start);
  return (
    <section class="why" aria-labelledby="why">
      <h2 id="why">{t.whyNot}</h2>
      {reasons === null && <p class="quiet">{t.reckoning}</p>}
      {reasons?.length === 0 && <p>{t.nothingAgainst}</p>}
      {reasons?.map((reason) => (
        <Why key={JSON.stringify([reason.kind, "side" in reason ? reason.side : ""])} {...{ board, shown, reason }} />
      ))}
    </section>
  );
}

function Why({ board, shown, reason }: { readonly reason: Reason } & Omit<Props, "starts">): JSX.Element {
  const t = words().session.why;
  const time = (instant: number): string => timeIn(board.zones.value, shown.zone, instant);
  const { id } = shown.occasion.occurrence;
  const title = (conflict: Conflict, here: PossibleStart): string =>
    // Said of the plan as it would be.
    conflictWords(planThere(board.plan.value, { occurrenceId: id, here }), board.zones.value, conflict, language.value)
      .title;
  const [strong, rest] = ((): readonly [string, string] => {
    switch (reason.kind) {
      case "night": {
        const { side, limit, group, tried, costs, now } = reason;
        return [
          side === "before" ? t.before(time(limit)) : t.after(time(limit)),
          t.night(group.name, time(tried), hoursText(costs), hoursText(now)),
        ];
      }
      case "impossible":
        return [
          reason.side === "before" ? t.before(time(reason.limit)) : t.after(time(reason.limit)),
          t.impossible(title(reason.conflict, reason.start)),
        ];
      case "least":
        return [
          t.least(time(reason.start.start.instant)),
          t.leastCosts(
            hoursText(reason.start.total),
            reason.payers.map(({ group, burden }) => [hoursText(burden), group.name]),
          ),
        ];
      case "least-here":
        return [t.leastHere, ""];
      case "cheaper":
        return [
          t.cheaper(time(reason.start.start.instant)),
          t.cheaperBut(hoursText(reason.start.total), title(reason.conflict, reason.start)),
        ];
      case "none-kind":
        return [t.noneKind, t.noneKindOf(reason.groups)];
    }
  })();
  return (
    <p>
      <b>{strong}</b> {rest}
    </p>
  );
}
