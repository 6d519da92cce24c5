import type { JSX } from "preact";
import { LanguageMenu } from "../ui/mast.tsx";
import { usePageTitle } from "../ui/start.tsx";
import { Announcements } from "./announce.tsx";
import { Chat } from "./chat.tsx";
import { Dialogs } from "./dialogs.tsx";
import { DeskBar, Identity } from "./desk.tsx";
import { Floor } from "./floor.tsx";
import { useShortcuts } from "./keyboard.ts";
import { LayoutKeys, TakeKey } from "./layouts.tsx";
import { Links } from "./links.tsx";
import { ConsoleContext } from "./live.ts";
import { ConsoleMast } from "./mast.tsx";
import { PreviewMonitor, ProgramMonitor } from "./monitors.tsx";
import { Notes } from "./notes.tsx";
import { OwnKeys } from "./ownkeys.tsx";
import { CallNext, QueueList, TypeHand } from "./queue.tsx";
import { Remote } from "./remote.tsx";
import { Roster } from "./roster.tsx";
import { SessionKeys } from "./sessionkeys.tsx";
import { SessionSettings } from "./sessionsettings.tsx";
import { isNarrow } from "./settings.ts";
import { SideTabs } from "./sidetabs.tsx";
import { Sources } from "./sourcegrid.tsx";
import type { Console } from "./state.ts";
import { Voices } from "./voices.tsx";
import { words } from "./words.ts";

/** The operator's and the moderator's controls. */
export function ConsolePage({ console: bridge }: { readonly console: Console }): JSX.Element {
  const t = words();
  const { joined, pass, stale } = bridge;
  const title = joined.occurrence.value?.title ?? "";
  usePageTitle([t.page(""), title].filter(Boolean).join(": "));
  useShortcuts(bridge);
  const ready = joined.stage.value !== null && joined.occurrence.value !== null && pass.value !== null;
  const looks = ["bridge", isNarrow.value ? "narrow" : "wide", stale.value && ready && "stale"];
  return (
    <ConsoleContext.Provider value={bridge}>
      <div class={looks.filter(Boolean).join(" ")}>
        <ConsoleMast />
        <Notes />
        {ready && (isNarrow.value ? <Narrow /> : <Wide />)}
        {!ready && <main id="content" tabIndex={-1} />}
      </div>
      {ready && <Announcements />}
      {ready && <Dialogs />}
    </ConsoleContext.Provider>
  );
}

/** On a laptop: links, what is on air and what comes next, the queue. */
function Wide(): JSX.Element {
  return (
    <>
      <aside class="side left" aria-label={words().links.people}>
        <Links />
        <Remote />
        <Roster />
      </aside>
      <main id="content" tabIndex={-1}>
        <div class="monitors">
          <PreviewMonitor>
            <LayoutKeys />
            <TakeKey />
          </PreviewMonitor>
          <ProgramMonitor />
        </div>
        <Sources />
        <Voices />
      </main>
      <SideTabs
        queue={
          <>
            <CallNext />
            <QueueList />
            <TypeHand />
            <Floor />
            <SessionSettings />
          </>
        }
        chat={<Chat />}
      />
      <footer class="foot">
        <OwnKeys />
        <SessionKeys />
      </footer>
    </>
  );
}

/** On a phone: what a moderator needs first comes first. */
function Narrow(): JSX.Element {
  return (
    <main id="content" tabIndex={-1}>
      <ProgramMonitor />
      <section class="part">
        <CallNext />
        <QueueList />
        <TypeHand />
        <Floor />
      </section>
      <Voices />
      <section class="part">
        <OwnKeys />
      </section>
      <Chat />
      <PreviewMonitor>
        <LayoutKeys />
        <TakeKey />
      </PreviewMonitor>
      <Sources />
      <Links />
      <Remote />
      <Roster />
      <section class="part">
        <SessionSettings />
        <SessionKeys />
        <DeskBar />
        <Identity />
        <LanguageMenu />
      </section>
    </main>
  );
}
