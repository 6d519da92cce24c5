import type { JSX } from "preact";
import type { GroupId } from "../../../shared/ids.ts";
import { dayOf } from "../../../shared/plan/times.ts";
import { hostZone } from "../../../shared/plan/look.ts";
import type { Group } from "../../../shared/plan/model.ts";
import { conflictWords } from "../../../shared/plan/words.ts";
import { at } from "../../../shared/record.ts";
import { language } from "../../i18n/language.ts";
import { Key } from "../../ui/key.tsx";
import { Plate } from "../../ui/plate.tsx";
import type { Board, Moving } from "../contract.ts";
import { better, nextBetter, putBack, putDown, step } from "../moving.ts";
import { planThere } from "../reach.ts";
import { occasionOf } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";
import { dayIn, hoursText, timeIn } from "../times.ts";
import { words } from "./words.ts";

interface Props {
  readonly board: Board;
}

/** What one moves: from when to when, what it costs whom and cost before, and its keys. Nothing while nothing moves. */
export function MovePanel({ board }: Props): JSX.Element | null {
  const moving = board.moving.value;
  const occasion = moving === null ? null : occasionOf(board.plan.value, moving.occurrenceId);
  if (moving === null || occasion === null) return null;
  return (
    <section class="move-panel" aria-labelledby="moving">
      <h2 id="moving">{titleOf(board, moving, occasion)}</h2>
      <Standing board={board} moving={moving} />
      <BetterLine board={board} moving={moving} occasion={occasion} />
      <MoveKeys board={board} />
      {hasKeys(board) && <p class="fine quiet">{words().move.hint}</p>}
    </section>
  );
}

/** “14:30 to 15:00 in Durban”; with the day where it changes. */
function titleOf(board: Board, { from, to }: Moving, { session }: Occasion): string {
  const t = words().move;
  const { zone, city } = hostZone(board.plan.value, session);
  const zones = board.zones.value;
  const otherDay = from === null || dayOf(zones, zone, from) !== dayOf(zones, zone, to);
  const say = (instant: number): string =>
    (otherDay ? `${dayIn(zones, zone, instant)} ` : "") + timeIn(zones, zone, instant);
  return t.title(session.title) + (from === null ? t.to(say(to), city) : t.fromTo(say(from), say(to), city));
}

/** May it begin there, and who pays what. */
function Standing({ board, moving }: { readonly board: Board; readonly moving: Moving }): JSX.Element {
  const t = words().move;
  const { here } = moving;
  if (here === null) return <p>{t.unknown}</p>;
  const [reason] = here.reasons;
  if (reason !== undefined) {
    const { title, text } = conflictWords(
      planThere(board.plan.value, moving),
      board.zones.value,
      reason,
      language.value,
    );
    return (
      <>
        <p>
          <Plate look="look">{t.impossible}</Plate> <b>{title}</b>
        </p>
        <p>
          {text}
          {here.reasons.length > 1 && <small> ({t.more(here.reasons.length - 1)})</small>}
        </p>
      </>
    );
  }
  return <p>{costsText(board, moving)}</p>;
}

interface Share {
  readonly cost: number;
  readonly was: number;
  readonly time: string;
  readonly groups: Group[];
}

/** So many sentences; who pays less than those is put together. */
const mostShares = 3;

/** Those who pay the same at the same local time are named in one sentence, the dearest first. */
function costsText(board: Board, { occurrenceId, from, to, here }: Moving): string {
  const t = words().move;
  const before = board.burdens.value.ofOccurrence.get(occurrenceId) ?? new Map<GroupId, number>();
  const shares = new Map<string, Share>();
  for (const [groupId, cost] of here?.costs ?? []) {
    const group = at(board.plan.value.groups, groupId);
    const was = from === null ? cost : (before.get(groupId) ?? 0);
    if (group === undefined || (cost === 0 && was === 0)) continue;
    const time = timeIn(board.zones.value, group.zone, to);
    const key = `${cost} ${was} ${time}`;
    const share = shares.get(key);
    if (share === undefined) shares.set(key, { cost, was, time, groups: [group] });
    else share.groups.push(group);
  }
  if (shares.size === 0) return t.nobody;
  const sorted = [...shares.values()].sort((a, b) => b.cost - a.cost || b.was - a.was);
  const said = sorted.slice(0, mostShares).map(({ cost, was, time, groups }) =>
    t.cost(
      groups.map(({ name }) => name),
      time,
      hoursText(cost),
      was === cost ? null : hoursText(was),
    ),
  );
  const rest = sorted.slice(mostShares);
  if (rest.length === 0) return said.join(" ");
  const people = rest.reduce((sum, { groups }) => sum + groups.length, 0);
  const cost = rest.reduce((sum, share) => sum + share.cost * share.groups.length, 0);
  return [...said, t.others(people, hoursText(cost))].join(" ");
}

function BetterLine({
  board,
  moving,
  occasion,
}: {
  readonly board: Board;
  readonly moving: Moving;
  readonly occasion: Occasion;
}): JSX.Element {
  const t = words().move;
  const next = better(moving);
  if (next === null) return <p class="quiet">{t.noBetter}</p>;
  const { zone } = hostZone(board.plan.value, occasion.session);
  const zones = board.zones.value;
  const { instant } = next.start;
  const sameDay = dayOf(zones, zone, instant) === dayOf(zones, zone, moving.to);
  const when = (sameDay ? "" : `${dayIn(zones, zone, instant)} `) + timeIn(zones, zone, instant);
  return (
    <p>
      <b>{t.better}</b> {t.betterCosts(when, hoursText(next.total))}
    </p>
  );
}

function MoveKeys({ board }: Props): JSX.Element {
  const t = words().move;
  return (
    <p class="keys" role="group" aria-label={t.keysLabel}>
      <Key look="main" busy={board.busy.value} onPress={() => void putDown(board)}>
        {t.put} <Kbd board={board}>Enter</Kbd>
      </Key>
      <Key onPress={() => nextBetter(board)}>
        {t.next} <Kbd board={board}>B</Kbd>
      </Key>
      <Key label={t.earlierName} onPress={() => step(board, -15)}>
        {t.earlier} <Kbd board={board}>←</Kbd>
      </Key>
      <Key label={t.laterName} onPress={() => step(board, 15)}>
        {t.later} <Kbd board={board}>→</Kbd>
      </Key>
      <Key look="plain" onPress={() => putBack(board)}>
        {t.back} <Kbd board={board}>Esc</Kbd>
      </Key>
    </p>
  );
}

/** The keys count where the strips are: `MoveSaid` has them. */
const hasKeys = (board: Board): boolean => board.where.value.view === "day";

function Kbd({ board, children }: Props & { readonly children: string }): JSX.Element | null {
  return hasKeys(board) ? <kbd aria-hidden="true">{children}</kbd> : null;
}
