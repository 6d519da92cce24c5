import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Key } from "../../ui/key.tsx";
import { hostZone } from "../../../shared/plan/look.ts";
import { foldText, holdsWords } from "../filter.ts";
import type { OpenBoard } from "../board.ts";
import type { Occasion } from "../reading/occasion.ts";
import { dayIn, dayWords, timeIn } from "../times.ts";
import { daysOf, turned } from "./draft.ts";
import type { ScopeName, WishDraft } from "./draft.ts";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
  readonly draft: WishDraft;
}

/** What may move: everything, some days, some sessions. */
export function ScopeChoice({ board, draft }: Props): JSX.Element {
  const t = words().form;
  const days = daysOf(board);
  const names: Readonly<Record<ScopeName, string>> = {
    whole: t.whole(draft.free.value.length),
    days: t.days,
    some: t.some,
  };
  const offered = (["whole", "days", "some"] as const).filter((name) => name !== "days" || days.length > 1);
  const pinned = draft.pinned.value;
  return (
    <fieldset class="fares">
      <legend>{t.scope}</legend>
      {offered.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="suggest-scope"
            checked={draft.scope.value === name}
            onChange={() => {
              draft.scope.value = name;
            }}
          />
          <span>{names[name]}</span>
        </label>
      ))}
      {draft.scope.value === "days" && <DayTicks draft={draft} days={days} />}
      {draft.scope.value === "some" && <SessionTicks board={board} draft={draft} />}
      {pinned > 0 && <p class="fine quiet note">{t.pinned(pinned)}</p>}
    </fieldset>
  );
}

function DayTicks({ draft, days }: { readonly draft: WishDraft; readonly days: readonly string[] }): JSX.Element {
  const t = words().form;
  return (
    <div class="chosen" role="group" aria-label={t.daysAre}>
      {days.map((day) => (
        <label key={day} class="tick">
          <input
            type="checkbox"
            checked={draft.days.value.has(day)}
            onChange={() => {
              draft.days.value = turned(draft.days.peek(), day);
            }}
          />
          {dayWords(day)}
        </label>
      ))}
      <p class="fine quiet">{t.daysNote}</p>
    </div>
  );
}

/** So many are listed; with more one searches. */
const most = 60;

function SessionTicks({ board, draft }: Props): JSX.Element {
  const t = words().form;
  const text = useSignal("");
  const asked = foldText(text.value).split(/\s+/).filter(Boolean);
  const found = draft.free.value.filter(({ session }) => holdsWords(foldText(session.title), asked));
  const chosen = draft.chosen.value;
  const count = draft.free.value.filter(({ occurrence }) => chosen.has(occurrence.id)).length;
  const choose = (ids: Iterable<Occasion["occurrence"]["id"]>): void => {
    draft.chosen.value = new Set(ids);
  };
  return (
    <div class="chosen" role="group" aria-label={t.some}>
      <label class="find">
        <span>{t.find}</span>
        <input
          type="search"
          maxLength={120}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="keys">
        <span class="fine quiet" role="status">
          {t.found(count, draft.free.value.length)}
        </span>
        {found.length > 0 && (
          <Key
            look="plain"
            onPress={() => choose([...draft.chosen.peek(), ...found.map(({ occurrence }) => occurrence.id)])}
          >
            {t.all(found.length)}
          </Key>
        )}
        {count > 0 && (
          <Key look="plain" onPress={() => choose([])}>
            {t.clear}
          </Key>
        )}
      </p>
      {found.length === 0 && <p class="quiet">{t.nothingFound}</p>}
      <div class="list">
        {found.slice(0, most).map((occasion) => (
          <label key={occasion.occurrence.id} class="tick">
            <input
              type="checkbox"
              checked={chosen.has(occasion.occurrence.id)}
              onChange={() => {
                draft.chosen.value = turned(draft.chosen.peek(), occasion.occurrence.id);
              }}
            />
            <span>
              {occasion.session.title} <small class="fine">{whenOf(board, occasion)}</small>
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}

function whenOf(board: OpenBoard, { session, start }: Occasion): string {
  if (start === null) return words().moves.unplaced;
  const { zone, city } = hostZone(board.plan.value, session);
  const zones = board.zones.value;
  return `${dayIn(zones, zone, start)} ${timeIn(zones, zone, start)} ${city}`;
}
