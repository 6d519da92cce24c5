import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ComponentChildren, JSX } from "preact";
import { groupsOf, roomsOf } from "../../shared/plan/look.ts";
import type { Conference } from "../../shared/plan/model.ts";
import { Key } from "../ui/key.tsx";
import { Route } from "../ui/route.tsx";
import type { Stop } from "../ui/route.tsx";
import { Undo } from "./undokeys.tsx";
import type { OpenBoard } from "./board.ts";
import { FirstConference, FirstGroup, FirstRoom } from "./firstforms.tsx";
import { Picture } from "./picture.tsx";
import { Adding } from "./tools.tsx";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
}

type Step = "conference" | "room" | "groups" | "sessions";
const steps: readonly Step[] = ["conference", "room", "groups", "sessions"];

/** An empty plan teaches: what belongs here, the next step filled in, and the picture that it leads to. */
export function FirstSteps({ board }: Props): JSX.Element {
  const t = words().empty;
  /** Said to be not needed. */
  const skipped = useSignal<ReadonlySet<Step>>(new Set());
  const conference = board.conference.value;
  const here = stepOf(board, conference, skipped.value);
  const mayRead = board.view.value?.conferenceId === null;
  const first = useRef<HTMLDivElement>(null);
  const before = useRef(here);
  // The form that was just sent is gone, and what had the focus with it: on to the next step.
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (here !== before.current && lost) first.current?.querySelector<HTMLElement>("li input, li .key")?.focus();
    before.current = here;
  }, [here]);
  return (
    <>
      <div class="bar">
        <h1>{conference === null ? t.title : conference.name}</h1>
        <div class="keys end">
          {conference !== null && <Undo board={board} />}
          {conference === null && mayRead && (
            <Key
              onPress={() => {
                board.form.value = { kind: "file" };
              }}
            >
              {t.read}
            </Key>
          )}
          {conference !== null && <Adding board={board} />}
        </div>
      </div>
      <div class="first" ref={first}>
        <Route stops={steps.map((step) => stop(board, conference, step, here, skipped))} />
        <Picture board={board} />
      </div>
    </>
  );
}

function stepOf(board: OpenBoard, conference: Conference | null, skipped: ReadonlySet<Step>): Step {
  if (conference === null) return "conference";
  const plan = board.plan.value;
  const remote = groupsOf(plan, conference.id).some(({ roomId }) => roomId === null);
  if (roomsOf(plan, conference.id).length === 0 && !remote && !skipped.has("room")) return "room";
  return remote || skipped.has("groups") ? "sessions" : "groups";
}

function stop(
  board: OpenBoard,
  conference: Conference | null,
  step: Step,
  here: Step,
  skipped: Signal<ReadonlySet<Step>>,
): Stop {
  const order = steps.indexOf(step) - steps.indexOf(here);
  const state = order < 0 ? "done" : order === 0 ? "here" : "ahead";
  const { title, text } = said(board, conference, step, state);
  const skip = (words: string): JSX.Element => (
    <p>
      <button
        type="button"
        class="link"
        onClick={() => {
          skipped.value = new Set([...skipped.peek(), step]);
        }}
      >
        {words}
      </button>
    </p>
  );
  return {
    key: step,
    state,
    content: (
      <>
        <h2>{title}</h2>
        <p class={state === "here" ? "" : "quiet"}>{text}</p>
        {state === "here" && <Form board={board} conference={conference} step={step} skip={skip} />}
      </>
    ),
  };
}

/** What a step is about; of those that are done, what was made. */
function said(
  board: OpenBoard,
  conference: Conference | null,
  step: Step,
  state: Stop["state"],
): { readonly title: string; readonly text: string } {
  const t = words().empty;
  const plan = board.plan.value;
  const rooms = conference === null ? [] : roomsOf(plan, conference.id);
  const groups = conference === null ? [] : groupsOf(plan, conference.id).filter(({ roomId }) => roomId === null);
  const names = (things: readonly { readonly name: string }[]): string => things.map(({ name }) => name).join(", ");
  switch (step) {
    case "conference":
      return { title: conference?.name ?? t.conference, text: t.conferenceIs };
    case "room":
      return state === "done" && rooms.length > 0
        ? { title: t.rooms, text: t.roomsAre(names(rooms)) }
        : { title: t.room, text: t.roomIs };
    case "groups":
      return state === "done" && groups.length > 0
        ? { title: t.groups, text: t.groupsHere(names(groups)) }
        : { title: t.groups, text: t.groupsAre };
    case "sessions":
      return { title: t.sessions, text: t.sessionsAre };
  }
}

interface FormProps extends Props {
  readonly conference: Conference | null;
  readonly step: Step;
  readonly skip: (words: string) => ComponentChildren;
}

function Form({ board, conference, step, skip }: FormProps): JSX.Element | null {
  const t = words().empty;
  if (conference === null) return <FirstConference board={board} />;
  switch (step) {
    case "conference":
      return null;
    case "room":
      return (
        <>
          <FirstRoom board={board} conference={conference} />
          {skip(t.noRoom)}
        </>
      );
    case "groups":
      return (
        <>
          <FirstGroup board={board} conference={conference} />
          {skip(t.noGroup)}
        </>
      );
    case "sessions":
      return (
        <div class="stack">
          <p class="keys">
            <Key
              look="main"
              onPress={() => {
                board.form.value = { kind: "session", id: null, at: null };
              }}
            >
              {t.addSession}
            </Key>
          </p>
          <p>
            <button
              type="button"
              class="link"
              onClick={() => {
                board.form.value = { kind: "paste" };
              }}
            >
              {t.orPaste}
            </button>
          </p>
        </div>
      );
  }
}
