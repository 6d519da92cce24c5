import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { AfterThis } from "./after.tsx";
import { lazy } from "./lazy.tsx";
import { Kept, LostKeys, LostSections } from "./lost.tsx";
import { Notes } from "./notes.tsx";
import { Program } from "./program.tsx";
import { QueueLine } from "./queue.tsx";
import { Seat } from "./seat.tsx";
import { Self } from "./self.tsx";
import { MyLine, SpeakingNow } from "./speaking.tsx";
import { ThumbKeys } from "./thumb.tsx";
import type { Visit } from "./visit.ts";
import { wide } from "./wide.ts";
import { words } from "./words.ts";

const Chat = lazy(async () => (await import("./chat.tsx")).Chat);
const LeaveDialog = lazy(async () => (await import("./leave.tsx")).LeaveDialog);

interface VisitProps {
  readonly visit: Visit;
}

/** While one listens: the program, who speaks, the own line, the queue until "You", the chat. */
export function Listening({ visit }: VisitProps): JSX.Element | null {
  const t = words();
  const leaving = useSignal(false);
  useEffect(() => void LeaveDialog.prepare(), []);
  const occurrence = visit.occurrence.value;
  if (occurrence === null) return null;
  const lost = visit.lost.value;
  const line = visit.joined.media.line.value.state;
  // The picture has its own way: it may go on while the line to the server is lost.
  const held = lost && line !== "good" && line !== "poor" ? (visit.connection.lost.value?.since ?? null) : null;
  return (
    <>
      <Mast
        name={occurrence.title}
        end={
          <button type="button" class="link" onClick={() => (leaving.value = true)}>
            {t.listening.leave}
          </button>
        }
      />
      <main id="content" tabIndex={-1} aria-label={occurrence.title}>
        <div class="lead">
          <Program visit={visit} held={held} />
          {lost ? <LostSections visit={visit} /> : <Sections visit={visit} wide={wide.value} />}
        </div>
        <div class="side">
          {lost && <Kept visit={visit} />}
          {!lost && wide.value && <QueueLine visit={visit} />}
          {!lost && <Chat visit={visit} />}
          {!lost && <Me visit={visit} />}
        </div>
      </main>
      {lost ? <LostKeys visit={visit} /> : <ThumbKeys visit={visit} />}
      {leaving.value && <LeaveDialog visit={visit} onClose={() => (leaving.value = false)} />}
    </>
  );
}

/** On a phone who is next sees that first of all; on a wide page the queue stands beside the picture. */
function Sections({ visit, wide }: VisitProps & { readonly wide: boolean }): JSX.Element {
  const next = visit.view.value?.mine.state === "next";
  return (
    <>
      <Notes visit={visit} />
      <AfterThis visit={visit} />
      {!wide && next && <QueueLine visit={visit} />}
      <SpeakingNow visit={visit} />
      <MyLine visit={visit} />
      {!wide && !next && <QueueLine visit={visit} />}
    </>
  );
}

/** Who one is, and whether one sits in a room: seldom changed, so folded away. */
function Me({ visit }: VisitProps): JSX.Element | null {
  const { self: t } = words();
  const occurrence = visit.occurrence.value;
  if (occurrence === null) return null;
  return (
    <section>
      <details>
        <summary>{t.summary(visit.kept.name.value || t.nameless)}</summary>
        <div class="stack">
          <Self visit={visit} />
          <Seat visit={visit} occurrence={occurrence} />
          <LanguageMenu />
        </div>
      </details>
    </section>
  );
}
