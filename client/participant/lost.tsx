import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import type { ParticipantWords } from "../i18n/en/participant.ts";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { Route } from "../ui/route.tsx";
import type { Stop } from "../ui/route.tsx";
import { minute, second, timeOfDay, timeWithSeconds } from "../ui/time.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

interface VisitProps {
  readonly visit: Visit;
}

/** The server keeps the place in the queue and on air for so long. */
const keptFor = 5 * minute;

/** The line is lost: what happens, step by step. */
export function LostSections({ visit }: VisitProps): JSX.Element {
  const { lost: t } = words();
  return (
    <>
      {/* Read out by the page's announcer. */}
      <header>
        <p>
          <Plate look="look">{t.plate}</Plate>
        </p>
        <h1 class="below">{t.title}</h1>
      </header>
      <section aria-label={t.happens}>
        <Route stops={steps(visit)} />
      </section>
    </>
  );
}

/** What is kept for the person meanwhile. */
export function Kept({ visit }: VisitProps): JSX.Element | null {
  const { lost: t } = words();
  const kept = useComputed(() => keptThings(visit, words())).value;
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{t.kept}</h2>
      <dl class="kept">
        {kept.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function steps(visit: Visit): readonly Stop[] {
  const { lost: t } = words();
  const lost = visit.connection.lost.value;
  const since = lost?.since ?? visit.time.value;
  const seconds = Math.max(0, Math.ceil(((lost?.nextAt ?? 0) - visit.time.value) / second));
  const { state } = visit.joined.media.line.value;
  const flows = state === "good" || state === "poor";
  return [
    {
      key: "broke",
      state: "done",
      content: (
        <>
          {timeWithSeconds(since, visit.here.value)} <span class="quiet">{t.broke}</span>
        </>
      ),
    },
    {
      key: "trying",
      state: "here",
      content: (
        <>
          <b>{t.trying(lost?.tries ?? 1)}</b>
          <br />
          {seconds > 0 ? t.next(seconds) : t.nowTrying}
        </>
      ),
    },
    {
      key: "sound",
      state: flows ? "done" : "ahead",
      content: (
        <>
          {t.sound} <span class="quiet">{flows ? t.soundKept : t.soundFirst}</span>
        </>
      ),
    },
    {
      key: "picture",
      state: "ahead",
      content: (
        <>
          {t.picture} <span class="quiet">{t.pictureThen}</span>
        </>
      ),
    },
  ];
}

/** What the server and this device keep for the person. */
function keptThings(visit: Visit, { lost: t }: ParticipantWords): readonly (readonly [what: string, how: string])[] {
  const mine = visit.view.value?.mine;
  const floor = visit.floor.value;
  const since = visit.connection.lost.value?.since ?? 0;
  const until = timeOfDay(since + keptFor, visit.here.value);
  const things: (readonly [string, string])[] = [];
  if (mine?.state === "waiting" || mine?.state === "next") {
    things.push([t.place, t.placeUntil(mine.before === 0 ? t.next1 : t.nth(mine.before + 1), until)]);
  }
  if (mine?.state === "called" || mine?.state === "onAir") things.push([t.turn, t.turnUntil(until)]);
  const draft = visit.kept.draft.value.trim();
  if (draft !== "") things.push([t.message, t.quoted(draft.length > 24 ? `${draft.slice(0, 22)}…` : draft)]);
  if (visit.kept.name.value !== "") things.push([t.name, visit.kept.name.value]);
  if (floor !== null && floor.microphone.track.value !== null) {
    const off = floor.quieted.value || (mine?.muted ?? null) !== null;
    things.push([t.microphone, off ? t.microphoneOff : t.microphoneOn]);
  }
  return things;
}

export function LostKeys({ visit }: VisitProps): JSX.Element {
  const { lost: t } = words();
  return (
    <div class="thumb" role="region" aria-label={t.region}>
      <div>
        <Key look="main tall wide" onPress={() => visit.connection.tryNow()}>
          {t.try}
        </Key>
      </div>
    </div>
  );
}
