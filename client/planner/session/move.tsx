import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import type { OccurrenceId } from "../../../shared/ids.ts";
import type { PossibleStart } from "../../../shared/plan/starts.ts";
import { language } from "../../i18n/language.ts";
import { Key } from "../../ui/key.tsx";
import { Plate } from "../../ui/plate.tsx";
import { conflictWords } from "../../../shared/plan/words.ts";
import type { Board } from "../contract.ts";
import { movingKeys } from "../keys.ts";
import { better, mayTake, nextBetter, putBack, putDown, step, take } from "../moving.ts";
import { planThere } from "../reach.ts";
import { totalCost } from "../reading/occasion.ts";
import { words } from "../reading/words.ts";
import { dayIn, hoursText, timeIn } from "../times.ts";
import type { Shown } from "./shown.ts";

interface Props {
  readonly board: Board;
  readonly shown: Shown;
  readonly starts: readonly PossibleStart[] | null;
}

/** When it is, in large; what that costs; and where it was, while it is in the hand. */
export function When({ board, shown }: Omit<Props, "starts">): JSX.Element {
  const t = words().session;
  const zones = board.zones.value;
  const { start, was, zone, city, moving } = shown;
  if (start === null)
    return (
      <section aria-label={t.when}>
        <p class="when">{t.unplaced}</p>
        <p>{t.unplacedHow}</p>
      </section>
    );
  const total = totalCost(shown.costs);
  const before = totalCost(shown.costsBefore);
  return (
    <section aria-label={t.when}>
      <p class="when">{`${dayIn(zones, zone, start)}, ${timeIn(zones, zone, start)}`}</p>
      <p>
        {t.inCity(city)} {moving?.here !== null && t.costs(hoursText(total))}
      </p>
      {was !== null && (
        <p class="was-line">{t.wasAt(`${dayIn(zones, zone, was)}, ${timeIn(zones, zone, was)}`, hoursText(before))}</p>
      )}
      {moving?.here?.legal === false && <Against board={board} id={moving.occurrenceId} start={moving.here} />}
    </section>
  );
}

/** Why it cannot be put there. */
function Against(props: {
  readonly board: Board;
  readonly id: OccurrenceId;
  readonly start: PossibleStart;
}): JSX.Element {
  const { board, id, start } = props;
  const there = planThere(board.plan.value, { occurrenceId: id, here: start });
  return (
    <div class="against">
      <Plate look="look">{words().look}</Plate>
      <ul>
        {start.reasons.slice(0, 3).map((conflict) => (
          <li key={conflict.key}>{conflictWords(there, board.zones.value, conflict, language.value).title}</li>
        ))}
      </ul>
    </div>
  );
}

/**
 * The keys that move it. Earlier, later and next better take it into the hand; nothing is sent before *Put here*. On the
 * keyboard, with the focus on one of them: the arrows, `B`, `Esc`.
 */
export function MoveKeys({ board, shown, starts }: Props): JSX.Element | null {
  const t = words().session;
  const zones = board.zones.value;
  const { occurrence } = shown.occasion;
  const { moving, zone } = shown;
  const section = useRef<HTMLElement>(null);
  const inHand = moving !== null;
  const wasInHand = useRef(inHand);
  useEffect(() => {
    // Taken from the table: the keys that move it have the focus. Put down: the focus stays among them.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (inHand !== wasInHand.current && lost) section.current?.querySelector("button")?.focus();
    wasInHand.current = inHand;
  }, [inHand]);
  const unfound = useSignal("");
  useEffect(() => {
    unfound.value = "";
  }, [shown.start, inHand]);
  useEffect(() => {
    if (!inHand) return undefined;
    const none = (): void => {
      unfound.value = words().session.noneFound;
    };
    return movingKeys(board, { noLegal: none, noBetter: none });
  }, [board, inHand]);
  if (!mayTake(board, occurrence.id)) return null;

  const move = (act: () => unknown): void => {
    if (moving === null) {
      if (!take(board, occurrence.id, "keys")) return;
      // What has no time yet has got one by being taken.
      if (shown.start === null) return;
    }
    act();
  };
  const earlier = (): void => move(() => step(board, -15));
  const later = (): void => move(() => step(board, 15));
  const toBetter = (): void =>
    move(() => {
      if (!nextBetter(board)) unfound.value = t.noneFound;
    });
  const next = starts === null ? null : better({ starts, here: moving?.here ?? hereOf(starts, shown) });

  // In the hand, the keys count on the whole page (`movingKeys`).
  const onKeyDown = (event: KeyboardEvent): void => {
    if (inHand || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Readonly<Partial<Record<string, () => void>>> = {
      ArrowLeft: event.shiftKey ? () => move(() => step(board, -60)) : earlier,
      ArrowRight: event.shiftKey ? () => move(() => step(board, 60)) : later,
      b: toBetter,
      B: toBetter,
    };
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    // The same key must not move it a second time, now that it is in the hand.
    event.stopPropagation();
    act();
  };

  if (shown.start === null)
    return (
      <section class="move" aria-label={t.move} ref={section}>
        <Key look="main" onPress={() => move(() => undefined)}>
          {t.find}
        </Key>
      </section>
    );
  const betterWords = next === null ? t.noBetter : t.nextBetter(betterTime(next), hoursText(next.total));
  function betterTime(found: PossibleStart): string {
    const { instant } = found.start;
    const time = timeIn(zones, zone, instant);
    const isToday = shown.start !== null && dayIn(zones, zone, instant) === dayIn(zones, zone, shown.start);
    return isToday ? time : `${dayIn(zones, zone, instant)}, ${time}`;
  }
  return (
    // The keys on the keyboard are those of the buttons in it.
    <section class={`move${inHand ? " in-hand" : ""}`} aria-label={t.move} onKeyDown={onKeyDown} ref={section}>
      <Key onPress={earlier}>
        {t.earlier} <kbd aria-hidden="true">←</kbd>
      </Key>
      <Key onPress={later}>
        {t.later} <kbd aria-hidden="true">→</kbd>
      </Key>
      <Key
        {...(inHand ? {} : { look: "main" as const })}
        class="better"
        disabled={starts !== null && next === null && moving === null}
        onPress={toBetter}
      >
        <span>{starts === null ? t.better : next === null ? `${t.better}: ${betterWords}` : betterWords}</span>
        <kbd aria-hidden="true">B</kbd>
      </Key>
      {inHand && (
        <>
          <Key look="main" busy={board.busy.value} onPress={() => void putDown(board)}>
            {t.putHere}
          </Key>
          <Key onPress={() => putBack(board)}>
            {t.putBack} <kbd aria-hidden="true">Esc</kbd>
          </Key>
        </>
      )}
      {/* Seen on the phone, where the large time is further up; heard everywhere. */}
      <p class="in-words" role="status">
        {inHand && `${said(board, shown)} ${unfound.value}`.trim()}
      </p>
    </section>
  );
}

/** Where it would be put now, for those who do not see it. */
function said(board: Board, { start, zone, city, costs, moving }: Shown): string {
  if (start === null) return "";
  const zones = board.zones.value;
  const t = words().session;
  const when = `${dayIn(zones, zone, start)}, ${timeIn(zones, zone, start)} ${t.inCity(city)}`;
  return moving?.here?.legal === false ? `${when} ${t.notPossible}` : `${when} ${t.costs(hoursText(totalCost(costs)))}`;
}

const hereOf = (starts: readonly PossibleStart[], { start }: Shown): PossibleStart | null =>
  starts.find((each) => each.start.instant === start) ?? null;
