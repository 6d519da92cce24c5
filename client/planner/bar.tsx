import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import type { OpenBoard } from "./board.ts";
import { occurrencesIn, shownDay, spanOf } from "./days.ts";
import { narrow } from "./narrow.ts";
import { writePlace } from "./place.ts";
import { addDays } from "../../shared/plan/times.ts";
import { at } from "../../shared/record.ts";
import { dayParts, dayWords } from "./times.ts";
import { RulerChoice } from "./ruler.tsx";
import { Undo } from "./undokeys.tsx";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
}

/** What is shown and how, whether it differs from what was released, and the way back. */
export function Bar({ board }: Props): JSX.Element {
  const { view } = board.where.value;
  return (
    <div class="bar">
      {view === "day" ? <Pager board={board} /> : <h1>{title(board)}</h1>}
      <Views board={board} />
      <Note board={board} />
      {!narrow.value && view !== "session" && <RulerChoice board={board} />}
      {(!narrow.value || view === "session") && (
        <div class="keys end">
          {view === "session" && <Undo board={board} />}
          {/* The row of tools has no place there. */}
          {narrow.value && <MoreKey board={board} />}
          {!narrow.value && (
            <>
              <DraftPlate board={board} />
              <ReleaseKey board={board} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

function title(board: OpenBoard): string {
  const t = words().title;
  if (board.where.value.view === "session") {
    const occurrence = at(board.plan.value.occurrences, board.where.value.occurrenceId ?? "");
    const session = occurrence === undefined ? undefined : at(board.plan.value.sessions, occurrence.sessionId);
    return session?.title ?? t.noSession;
  }
  const span = spanOf(board);
  return span === null ? t.noDays : t.days(dayParts(span[0]), dayParts(span[1]), common().time.date);
}

/** A key back, the day, a key on. */
export function Pager({ board }: Props): JSX.Element {
  const t = words().pager;
  const day = shownDay(board);
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  return (
    <div class="pager">
      <Key label={t.earlier(dayWords(before))} onPress={() => board.go({ day: before })}>
        ‹
      </Key>
      <h1>{dayWords(day)}</h1>
      <Key label={t.later(dayWords(after))} onPress={() => board.go({ day: after })}>
        ›
      </Key>
    </div>
  );
}

function Views({ board }: Props): JSX.Element {
  const t = words().views;
  const here = board.where.value;
  return (
    <nav aria-label={t.label}>
      <ul class="views">
        {(["overview", "day", "session", "table"] as const).map((view) => (
          <li key={view}>
            <a
              href={writePlace({ ...here, view })}
              aria-current={here.view === view ? "page" : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                board.go(view === "session" ? { view, occurrenceId: chosen(board) } : { view });
              }}
            >
              {t[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The session view needs one: the chosen, else the first. */
function chosen(board: OpenBoard) {
  const { occurrenceId } = board.where.peek();
  const conference = board.conference.peek();
  if (conference === null || at(board.plan.peek().occurrences, occurrenceId ?? "") !== undefined) return occurrenceId;
  const all = [...occurrencesIn(board.plan.peek(), conference.id)];
  all.sort((a, b) => (a.occurrence.start?.instant ?? Infinity) - (b.occurrence.start?.instant ?? Infinity));
  return all[0]?.occurrence.id ?? null;
}

function Note({ board }: Props): JSX.Element | null {
  const t = words().note;
  const conference = board.conference.value;
  if (conference === null) return null;
  const { view, occurrenceId } = board.where.value;
  const plan = board.plan.value;
  if (view === "session") {
    const occurrence = at(plan.occurrences, occurrenceId ?? "");
    const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
    if (session === undefined) return null;
    const host = session.hostRoomId === null ? undefined : at(plan.rooms, session.hostRoomId);
    return (
      <span class="fine quiet">{t.session(session.minutes, words().states[session.state], host?.name ?? null)}</span>
    );
  }
  if (view === "day") return null;
  const all = occurrencesIn(plan, conference.id).filter(({ session }) => session.state !== "cancelled");
  const sessions = new Set(all.map(({ session }) => session.id));
  const unplaced = new Set(all.flatMap(({ session, occurrence }) => (occurrence.start === null ? [session.id] : [])));
  return <span class="fine quiet roomy">{t.sessions(sessions.size, unplaced.size)}</span>;
}

/** "Draft · 3 changes since release 2" */
export function DraftPlate({ board }: Props): JSX.Element | null {
  const t = words().draft;
  const conference = board.conference.value;
  const draft = conference === null ? undefined : at(board.view.value?.drafts ?? {}, conference.id);
  if (draft === undefined) return null;
  return (
    <Plate look="said" class="draft">
      {draft.latest === null
        ? t.never
        : draft.changed === 0
          ? t.same(draft.latest.number)
          : t.changed(draft.changed, draft.latest.number)}
    </Plate>
  );
}

/** Everything that has no key of its own. */
export function MoreKey({ board }: Props): JSX.Element {
  return (
    <Key
      onPress={() => {
        board.form.value = { kind: "more" };
      }}
    >
      {words().add.more}
    </Key>
  );
}

/** Opens the question what is left so, and releases. */
export function ReleaseKey({ board }: Props): JSX.Element {
  return (
    <Key
      onPress={() => {
        board.form.value = { kind: "release" };
      }}
    >
      {words().draft.release}
    </Key>
  );
}
