import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { OccurrenceId } from "../../shared/ids.ts";
import { usePageTitle } from "../ui/start.tsx";
import { Announcer } from "./announcer.tsx";
import { useFocusInSight } from "./insight.ts";
import { lazy } from "./lazy.tsx";
import { Listening } from "./listening.tsx";
import { Naming } from "./naming.tsx";
import { Elsewhere } from "./notes.tsx";
import { Closed, Left, Nothing, Opening, Refused } from "./states.tsx";
import type { Visit } from "./visit.ts";
import { Waiting } from "./waiting.tsx";
import { words } from "./words.ts";

/** The turn to speak comes later than "Listen now": its pages come in files of their own. */
const Called = lazy(async () => (await import("./called.tsx")).Called);
const OnAir = lazy(async () => (await import("./onair.tsx")).OnAir);

type ViewName = "closed" | "left" | "opening" | "nothing" | "refused" | "waiting" | "listening" | "called" | "onAir";

/** The participant's page: one thing at a time, as the session and the person's place in it say. */
export function ParticipantPage({ visit }: { readonly visit: Visit }): JSX.Element {
  const view = useComputed(() => viewOf(visit)).value;
  const title = titleOf(visit, view);
  usePageTitle(title);
  useFocusInSight();
  useArrival(visit.lost.value && view === "listening" ? "lost" : view, visit.occurrence.value?.id ?? null);
  useEffect(() => {
    if (view !== "listening") return;
    void Called.prepare();
    void OnAir.prepare();
  }, [view]);
  return (
    <>
      {draw(visit, view)}
      <Announcer visit={visit} />
      {visit.naming.value !== null && <Naming visit={visit} />}
      <Elsewhere visit={visit} />
    </>
  );
}

function viewOf(visit: Visit): ViewName {
  const { connection, joined } = visit;
  if (connection.goodbye.value !== null) return "closed";
  if (visit.left.value) return "left";
  if (joined.refused.value !== null) return "refused";
  if (visit.occurrence.value === null) return connection.welcome.value === null ? "opening" : "nothing";
  if (!joined.listening.value) return "waiting";
  // While the line is lost one sees what happens to it, whatever one was doing.
  if (visit.lost.value || visit.floor.value === null) return "listening";
  const mine = visit.view.value?.mine;
  if (mine?.state === "onAir") return mine.ready ? "onAir" : "called";
  return mine?.state === "called" ? "called" : "listening";
}

function draw(visit: Visit, view: ViewName): JSX.Element {
  const { floor } = visit;
  switch (view) {
    case "closed":
      return <Closed visit={visit} />;
    case "left":
      return <Left visit={visit} />;
    case "refused":
      return <Refused visit={visit} />;
    case "opening":
      return <Opening visit={visit} />;
    case "nothing":
      return <Nothing visit={visit} />;
    case "waiting":
      return <Waiting visit={visit} />;
    case "called":
      return floor.value === null ? <Listening visit={visit} /> : <Called visit={visit} floor={floor.value} />;
    case "onAir":
      return floor.value === null ? <Listening visit={visit} /> : <OnAir visit={visit} floor={floor.value} />;
    case "listening":
      return <Listening visit={visit} />;
  }
}

function titleOf(visit: Visit, view: ViewName): string {
  const t = words();
  const session = visit.occurrence.value?.title ?? "";
  switch (view) {
    case "called":
      return `${t.check.called}: ${session}`;
    case "onAir":
      return `${t.air.title}: ${session}`;
    case "listening":
      return visit.lost.value ? `${t.lost.plate}: ${session}` : session;
    default:
      return session;
  }
}

/** When the page turns to something else, or to another session, the focus goes to its content: what had it is gone. */
function useArrival(view: ViewName | "lost", occurrenceId: OccurrenceId | null): void {
  const before = useRef({ view, occurrenceId });
  useEffect(() => {
    const { view: left, occurrenceId: leftId } = before.current;
    if (left === view && leftId === occurrenceId) return;
    before.current = { view, occurrenceId };
    if (left === "opening") return;
    document.querySelector<HTMLElement>("#content")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [view, occurrenceId]);
}
