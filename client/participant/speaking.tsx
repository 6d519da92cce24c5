import type { JSX } from "preact";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import type { ParticipantView, SpeakingView } from "../../shared/stage/views.ts";
import { spoken } from "../ui/countdown.tsx";
import { Dot } from "../ui/icon.tsx";
import { duration, timeOfDay } from "../ui/time.ts";
import { roomCalled, roomOf } from "./places.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

interface VisitProps {
  readonly visit: Visit;
}

/** Who is heard first of all: the newest on the floor; moderators (no turn of their own) only if nobody is. */
const mainSpeaker = (view: ParticipantView): SpeakingView | null =>
  view.speaking.filter(({ onAirAt }) => onAirAt !== null).at(-1) ?? view.speaking[0] ?? null;

/** Who speaks, from where, how late it is there, and for how long. */
export function SpeakingNow({ visit }: VisitProps): JSX.Element | null {
  const t = words();
  const view = visit.view.value;
  const occurrence = visit.occurrence.value;
  if (view === null || occurrence === null || view.phase === "ended") return null;
  const speaker = mainSpeaker(view);
  const since = speaker?.onAirAt ?? null;
  const running = since === null ? 0 : visit.time.value - since;
  return (
    <section class="who" aria-label={t.listening.speakingNow}>
      {/* Only the words are live: the figure beside them changes every second. */}
      <div aria-live="polite">
        {speaker === null ? (
          <RoomsHeard visit={visit} view={view} occurrence={occurrence} />
        ) : (
          <>
            <h1>{speaker.name}</h1>
            <p>{whence(visit, occurrence, speaker)}</p>
            <Others view={view} speaker={speaker} />
          </>
        )}
      </div>
      {since !== null && (
        <span class="time" role="timer" aria-live="off" aria-label={t.listening.speakingFor(spoken(running))}>
          {duration(running)}
        </span>
      )}
    </section>
  );
}

function whence(visit: Visit, occurrence: OccurrenceInfo, speaker: SpeakingView): string {
  const { listening: t } = words();
  const room = roomOf(occurrence, speaker.roomId);
  if (room !== null) return t.speaksFromAt(roomCalled(occurrence, room), timeOfDay(visit.time.value, room.clock));
  return speaker.place === "" ? t.speaks : t.speaksFrom(speaker.place);
}

function Others({
  view,
  speaker,
}: {
  readonly view: ParticipantView;
  readonly speaker: SpeakingView;
}): JSX.Element | null {
  const names = view.speaking.filter((other) => other !== speaker).map(({ name }) => name);
  return names.length === 0 ? null : <p class="quiet">{words().listening.also(names.join(", "))}</p>;
}

interface RoomsHeardProps {
  readonly visit: Visit;
  readonly view: ParticipantView;
  readonly occurrence: OccurrenceInfo;
}

/** Nobody has the floor: which rooms are heard then, the host's first. */
function RoomsHeard({ visit, view, occurrence }: RoomsHeardProps): JSX.Element {
  const { listening: t } = words();
  const rooms = view.openRooms.flatMap((roomId) => roomOf(occurrence, roomId) ?? []);
  const [first] = rooms;
  const waits = view.phase === "waiting";
  if (first === undefined) {
    return (
      <>
        <h1>{waits ? t.notOpen : t.nobody}</h1>
        <p>{waits ? t.notOpenIs : t.nobodyIs}</p>
      </>
    );
  }
  const names = rooms.map((room) => roomCalled(occurrence, room));
  const city = names[0] ?? "";
  const time = timeOfDay(visit.time.value, first.clock);
  // Open on the stage is one thing, sound from there another.
  const { tracks } = visit.joined.media;
  const comes = visit.silent.value || rooms.some(({ id }) => tracks.value.has(roomSource(id, "sound")));
  return (
    <>
      <h1>{names.join(", ")}</h1>
      <p>{!comes ? t.unheard : rooms.length === 1 ? t.heard(city, time) : t.heardMany}</p>
    </>
  );
}

/** The own line in words, and how many are here. */
export function MyLine({ visit }: VisitProps): JSX.Element | null {
  const { line: t } = words();
  const occurrence = visit.occurrence.value;
  if (occurrence === null || occurrence.phase === "ended") return null;
  const { state } = visit.joined.media.line.value;
  const seat = visit.seat.value;
  return (
    <section class="facts" aria-label={t.region}>
      <span class="word">
        <Dot state={state === "good" || state === "none" ? "good" : "look"} />
        <span>{t[state]}</span>
      </span>
      {seat !== null && visit.silent.value && <span>{t.muteRoom(roomCalled(occurrence, seat))}</span>}
      <span class="nowrap">{t.present(visit.joined.present.value)}</span>
    </section>
  );
}
