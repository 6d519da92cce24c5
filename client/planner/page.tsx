import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import { LineNote } from "../ui/connection.tsx";
import { usePageTitle } from "../ui/start.tsx";
import { Bar } from "./bar.tsx";
import type { OpenBoard } from "./board.ts";
import { ConflictPanel } from "./conflicts/panel.tsx";
import { MovePanel } from "./day/panel.tsx";
import { DayView } from "./day/view.tsx";
import { FirstSteps } from "./empty.tsx";
import { Forms } from "./forms/forms.tsx";
import { KeeperPage } from "./keeper.tsx";
import { PlannerMast } from "./mast.tsx";
import { OverviewView } from "./overview/view.tsx";
import { RefusedNote } from "./refused.tsx";
import { SessionView } from "./session/view.tsx";
import { TableView } from "./table/view.tsx";
import { PreviewView } from "./suggest/preview.tsx";
import { TakenNote } from "./suggest/taken.tsx";
import { SuggestView } from "./suggest/view.tsx";
import { Tools } from "./tools.tsx";
import { PlanTrouble } from "./trouble.tsx";
import { undoKeys } from "./undo.ts";
import { words } from "./words.ts";
import { ZoneNote } from "./zonenote.tsx";
import "../ui/strips.css";
import "../ui/forms.css";
import "./forms/forms.css";
import "./planner.css";

/** Who is awake when, and what is held when: the plan of a conference, worked on by several people at once. */
export function PlannerPage({ board }: { readonly board: OpenBoard }): JSX.Element {
  const t = words();
  const conference = board.conference.value;
  usePageTitle(conference === null ? t.page : `${t.page}, ${conference.name}`);
  useEffect(() => undoKeys(board), [board]);
  const ended = board.connection.goodbye.value !== null;
  return (
    <>
      <PlannerMast board={board} heading={ended || board.view.value === null} />
      <main id="content" tabIndex={-1}>
        <div class="notes">
          <LineNote connection={board.connection} time={board.time} />
          {board.failure.value !== null && !ended && <PlanTrouble error={board.failure.value} opening />}
          {!ended && <RefusedNote board={board} />}
          {!ended && <ZoneNote board={board} />}
          {!ended && <TakenNote board={board} />}
        </div>
        {!ended && <Content board={board} />}
        <p class="sr" role="status">
          {board.said.value}
        </p>
      </main>
      {!ended && <Forms board={board} />}
    </>
  );
}

function Content({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  const view = board.view.value;
  if (view === null)
    return board.failure.value === null ? (
      <p class="bar" role="status">
        {words().loading}
      </p>
    ) : null;
  if (view.only !== null) return <KeeperPage board={board} only={view.only} />;
  const conference = board.conference.value;
  const hasSessions =
    conference !== null &&
    Object.values(board.plan.value.sessions).some((session) => session?.conferenceId === conference.id);
  if (!hasSessions) return <FirstSteps board={board} />;
  switch (board.where.value.view) {
    case "suggest":
      return <SuggestView board={board} />;
    case "preview":
      return <PreviewView board={board} />;
    default:
      return <Planning board={board} />;
  }
}

/** The plan as one works on it. */
function Planning({ board }: { readonly board: OpenBoard }): JSX.Element {
  return (
    <>
      <Bar board={board} />
      <Tools board={board} />
      <View board={board} />
    </>
  );
}

function View({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  switch (board.where.value.view) {
    case "overview":
      return (
        <>
          <OverviewView board={board} />
          <Below board={board} />
        </>
      );
    case "day":
      return (
        <>
          <DayView board={board} />
          <Below board={board} />
        </>
      );
    case "session":
      // It has the keys of a move itself.
      return (
        <>
          <SessionView board={board} />
          <div class="below">
            <ConflictPanel board={board} />
          </div>
        </>
      );
    case "table":
      return <TableView board={board} />;
    default:
      return null;
  }
}

/** What one moves, and what is wrong. Not drawn again at each step of a move. */
function Below({ board }: { readonly board: OpenBoard }): JSX.Element {
  const isMoving = useComputed(() => board.moving.value !== null);
  return (
    <div class="below">
      {isMoving.value && <MovePanel board={board} />}
      <ConflictPanel board={board} />
    </div>
  );
}
