import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { supported } from "../media/device.ts";
import { LineNote } from "../ui/connection.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Key } from "../ui/key.tsx";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { Plate } from "../ui/plate.tsx";
import { timeOfDay, wallAt } from "../ui/time.ts";
import { Trouble, Unsupported } from "./notes.tsx";
import { roomCalled } from "./places.ts";
import { Seat } from "./seat.tsx";
import { Self } from "./self.tsx";
import { OtherSessions } from "./sessions.tsx";
import type { Visit } from "./visit.ts";
import { When } from "./when.tsx";
import { words } from "./words.ts";

/** Before "Listen now": what it is, when it is in one's own time, and who one is. */
export function Waiting({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const occurrence = visit.occurrence.value;
  if (occurrence === null) return null;
  return (
    <>
      <Mast name={occurrence.conference} />
      <main id="content" tabIndex={-1} aria-label={occurrence.title}>
        <div class="lead">
          <Notices visit={visit} />
          <Heading visit={visit} occurrence={occurrence} />
          <When visit={visit} occurrence={occurrence} />
        </div>
        <div class="side">
          <section aria-label={words().self.heading} class="stack">
            <Self visit={visit} />
          </section>
          <Seat visit={visit} occurrence={occurrence} />
        </div>
        <div class="more">
          <OtherSessions visit={visit} />
          <section>
            <LanguageMenu />
          </section>
        </div>
      </main>
      <ListenNow visit={visit} occurrence={occurrence} />
    </>
  );
}

function Notices({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const { connection, trouble, lost } = visit;
  const line = lost.value || connection.outdated.value;
  if (!line && trouble.value === null && supported.value) return null;
  return (
    <section class="stack">
      {line && <LineNote connection={connection} time={visit.time} />}
      <Trouble visit={visit} />
      <Unsupported />
    </section>
  );
}

interface SessionProps {
  readonly visit: Visit;
  readonly occurrence: OccurrenceInfo;
}

function Heading({ visit, occurrence }: SessionProps): JSX.Element {
  const { waiting: t } = words();
  const clock = visit.here.value;
  const { title, startsAt, phase } = occurrence;
  const day = common().time.day(wallAt(startsAt, clock));
  const left = startsAt - visit.time.value;
  return (
    <header>
      <h1>{title}</h1>
      {phase === "waiting" && left > 0 && (
        <>
          <p class="quiet">
            {day}, {t.beginsIn}
          </p>
          <Countdown left={left} label={t.beginsIn} />
        </>
      )}
      {phase === "waiting" && left <= 0 && (
        <>
          <p class="quiet">{t.lateIs(day, timeOfDay(startsAt, clock))}</p>
          <p class="count long">{t.late}</p>
          <p>{t.lateWhy}</p>
        </>
      )}
      {phase === "live" && (
        <>
          <p class="quiet">{t.since(day, timeOfDay(visit.view.value?.openedAt ?? startsAt, clock))}</p>
          <p class="count long" role="status">
            {t.live}
          </p>
        </>
      )}
      {phase === "ended" && <p class="count long">{t.ended}</p>}
    </header>
  );
}

/** The one key, always at the thumb. */
function ListenNow({ visit, occurrence }: SessionProps): JSX.Element {
  const { waiting: t } = words();
  const busy = useSignal(false);
  const press = async (): Promise<void> => {
    busy.value = true;
    await visit.attempt(() => visit.listen());
    busy.value = false;
  };
  const seat = visit.seat.value;
  const silent = visit.silent.value && seat !== null;
  const called = visit.view.value?.mine.state === "called";
  const sound = occurrence.phase === "live" ? t.soundAtOnce : t.soundLater;
  return (
    <div class="thumb" role="region" aria-label={t.region}>
      <div>
        <Key look="main tall wide" icon="listen" busy={busy.value} onPress={() => void press()}>
          {t.listen}
        </Key>
        {called ? (
          <p role="alert">
            <Plate look="look">{words().check.called}</Plate> {t.called}
          </p>
        ) : (
          <p class="quiet">{silent ? t.soundNever(roomCalled(occurrence, seat)) : sound}</p>
        )}
      </div>
    </div>
  );
}
