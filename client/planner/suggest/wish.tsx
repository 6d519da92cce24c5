import { useComputed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import { at } from "../../../shared/record.ts";
import { useActing } from "../../ui/acting.ts";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { FormError } from "../forms/frame.tsx";
import { hoursText, timeIn } from "../times.ts";
import { words as pageWords } from "../words.ts";
import { lengths, missingIn, openWish, wishOf, wrongIn } from "./draft.ts";
import type { WishDraft } from "./draft.ts";
import { BarLegend, Bars, shownGroups } from "./bars.tsx";
import { Head } from "./head.tsx";
import { LedgerTable, useHasEarlier } from "./ledger.tsx";
import { ScopeChoice } from "./scope.tsx";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
}

/** Before the search: what for, what may move, how long. */
export function WishPage({ board }: Props): JSX.Element | null {
  const t = words();
  const draft = useMemo(() => openWish(board), [board, board.conference.value?.id]);
  const missing = useComputed(() => missingIn(board, draft)).value;
  const conference = board.conference.value;
  if (conference === null) return null;
  return (
    <>
      <Head board={board} title={missing === null ? t.form.title : t.missing.title} />
      <div class="suggest-form">
        {missing === null ? (
          <Form board={board} draft={draft} conferenceId={conference.id} />
        ) : (
          <Missing board={board} what={missing} />
        )}
        <About board={board} />
      </div>
    </>
  );
}

interface FormProps extends Props {
  readonly draft: WishDraft;
  readonly conferenceId: Parameters<typeof wishOf>[0];
}

function Form({ board, draft, conferenceId }: FormProps): JSX.Element {
  const t = words().form;
  const acting = useActing();
  const release = at(board.view.value?.drafts ?? {}, conferenceId)?.latest?.number ?? null;
  const hasEarlier = useHasEarlier(board);
  const wrong = wrongIn(draft);
  const begin = (): void => {
    if (wrong !== null) return;
    void acting.run(() => board.suggestions.begin(wishOf(conferenceId, draft)));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      {release !== null && <ModeChoice draft={draft} release={release} />}
      <ScopeChoice board={board} draft={draft} />
      {hasEarlier && (
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.carry.value}
            onChange={(event) => {
              draft.carry.value = event.currentTarget.checked;
            }}
          />
          <span>
            {t.carry}
            <br />
            <small class="fine">{t.carryIs}</small>
          </span>
        </label>
      )}
      <LengthChoice draft={draft} />
      <FormError board={board} error={acting.error.value} />
      <p class="keys">
        <Key
          look="main"
          type="submit"
          busy={acting.busy.value}
          disabled={wrong !== null}
          {...(wrong === null ? {} : { why: wrong === "days" ? t.chooseDays : t.chooseSessions })}
        >
          {t.start}
        </Key>
        <LastKey board={board} />
      </p>
    </form>
  );
}

function ModeChoice({ draft, release }: { readonly draft: WishDraft; readonly release: number }): JSX.Element {
  const t = words().form;
  const choices = [
    ["plan", t.plan, t.planIs],
    ["repair", t.repair, t.repairIs(release)],
  ] as const;
  return (
    <fieldset class="fares">
      <legend>{t.mode}</legend>
      {choices.map(([mode, name, is]) => (
        <label key={mode}>
          <input
            type="radio"
            name="suggest-mode"
            checked={draft.mode.value === mode}
            onChange={() => {
              draft.mode.value = mode;
            }}
          />
          <span>
            <b>{name}</b> <small>{is}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function LengthChoice({ draft }: { readonly draft: WishDraft }): JSX.Element {
  const t = words().form;
  return (
    <fieldset class="lengths">
      <legend>{t.time}</legend>
      {lengths.map((seconds) => (
        <label key={seconds} class="tick">
          <input
            type="radio"
            name="suggest-length"
            checked={draft.seconds.value === seconds}
            onChange={() => {
              draft.seconds.value = seconds;
            }}
          />
          {t.times(seconds)}
        </label>
      ))}
      <p class="fine quiet note">{t.timeIs}</p>
    </fieldset>
  );
}

/** The latest one was put away, and can be looked at again. */
function LastKey({ board }: Props): JSX.Element | null {
  const { latest, shown } = board.suggestions;
  const last = latest.value ?? null;
  if (last === null || shown.value !== null || last.plans.length === 0) return null;
  const { zone, city } = board.ruler.value;
  const time = timeIn(board.zones.value, zone, last.endedAt ?? last.startedAt ?? board.time.peek());
  return (
    <Key look="plain" onPress={() => board.suggestions.takeOut()}>
      {words().form.last(time, city)}
    </Key>
  );
}

/** What it weighs, what the draft costs now, and what has been paid before. */
function About({ board }: Props): JSX.Element {
  const t = words().form;
  return (
    <section class="about" aria-labelledby="suggest-about">
      <h2 id="suggest-about">{t.about}</h2>
      <p>{t.lead}</p>
      <p>{t.lead2}</p>
      <Now board={board} />
      {useHasEarlier(board) && (
        <details>
          <summary>{t.ledger}</summary>
          <LedgerTable board={board} />
        </details>
      )}
    </section>
  );
}

/** What the draft costs as it stands. */
function Now({ board }: Props): JSX.Element | null {
  const t = words().form;
  const { total } = board.burdens.value;
  const sum = [...total.values()].reduce((all, burden) => all + burden, 0);
  if (total.size === 0) return null;
  const least = board.unavoidable.value;
  const now = {
    burdens: [...total].map(([groupId, burden]) => ({
      groupId,
      burden,
      unavoidable: least?.get(groupId) ?? 0,
      before: burden,
      carried: 0,
    })),
  };
  return (
    <>
      <h3>{t.now(hoursText(sum), sum > 0 && sum <= 1)}</h3>
      <Bars board={board} suggested={now} shown={shownGroups([now])} />
      {sum > 0 && <BarLegend />}
    </>
  );
}

function Missing({ board, what }: Props & { readonly what: "sessions" | "days" }): JSX.Element {
  const t = words().missing;
  const conference = board.conference.value;
  const add = (): void => {
    board.form.value =
      what === "days" ? { kind: "conference", id: conference?.id ?? null } : { kind: "session", id: null, at: null };
  };
  return (
    <div class="stack">
      <p class="nothing">{what === "days" ? t.days : t.sessions}</p>
      <p class="keys">
        <Key look="main" onPress={add}>
          {what === "days" ? t.giveDays : pageWords().add.session}
        </Key>
        <Key onPress={() => board.go({ view: "overview" })}>{t.toPlan}</Key>
      </p>
    </div>
  );
}
