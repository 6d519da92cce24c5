import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import type { OccurrenceInfo, RoomInfo } from "../../shared/protocol/views.ts";
import type { Hand, Stage } from "../../shared/stage/model.ts";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { duration, second } from "../ui/time.ts";
import { ErrorNote } from "../ui/trouble.tsx";
import { useAct } from "./act.ts";
import { Hands } from "./hands.tsx";
import { turnState } from "./onair.ts";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

interface RoomProps {
  readonly station: Station;
  readonly time: ReadonlySignal<number>;
}

/** What the operator watches and does while the room runs: who speaks, the room's hands, its sound in a discussion. */
export function RoomPanel({ station, time }: RoomProps): JSX.Element | null {
  const stage = station.joined.stage.value;
  const room = station.room.value;
  const occurrence = station.sessions.occurrence.value;
  if (stage === null || room === null || occurrence === null || stage.phase === "ended") return null;
  return (
    <>
      <Now stage={stage} occurrence={occurrence} time={time} />
      {stage.format === "discussion" && stage.phase === "live" && (
        <OwnSound station={station} stage={stage} room={room} />
      )}
      <Hands station={station} stage={stage} room={room} />
    </>
  );
}

function Now({
  stage,
  occurrence,
  time,
}: {
  readonly stage: Stage;
  readonly occurrence: OccurrenceInfo;
  readonly time: ReadonlySignal<number>;
}): JSX.Element {
  const { now } = words();
  const next = stage.queue.find((entry) => !entry.skipped);
  const open = occurrence.rooms.filter(({ id }) => stage.openRooms[id] !== undefined).map(({ name }) => name);
  return (
    <section aria-labelledby="now">
      <h2 id="now">{now.title}</h2>
      {stage.phase === "waiting" ? (
        <p>{now.notYet}</p>
      ) : (
        <>
          <ul class="lines">
            {stage.floor.map((speaker) => (
              <li key={speaker.id}>
                <b>{nameOf(speaker.hand, stage, occurrence)}</b>
                <TurnPlate state={turnState(stage, speaker)} />
                {speaker.onAirAt !== null && <Turn since={speaker.onAirAt} limit={speaker.limit} time={time} />}
              </li>
            ))}
            {stage.openMics.map((passId) => (
              <li key={passId}>
                <b>{nameOf({ kind: "person", passId }, stage, occurrence)}</b>
                <span class="quiet">{now.moderates}</span>
              </li>
            ))}
            {stage.floor.length === 0 && stage.openMics.length === 0 && <li>{now.nobody}</li>}
          </ul>
          <p class="fine">
            {open.length === 0 ? now.noOpen : now.open(open.join(", "))}{" "}
            {next === undefined ? now.nobodyWaits : now.next(nameOf(next.hand, stage, occurrence))}
          </p>
        </>
      )}
    </section>
  );
}

function TurnPlate({ state }: { readonly state: ReturnType<typeof turnState> }): JSX.Element {
  const { hands } = words();
  if (state === "air") return <Plate look="air">{hands.onAir}</Plate>;
  return state === "called" ? <Plate look="next">{hands.called}</Plate> : <Plate look="look">{hands.muted}</Plate>;
}

function Turn({
  since,
  limit,
  time,
}: {
  readonly since: number;
  readonly limit: number;
  readonly time: ReadonlySignal<number>;
}): JSX.Element {
  const { now } = words();
  const used = time.value - since;
  const granted = duration(limit * second);
  if (used <= limit * second) return <span>{now.time(duration(used), granted)}</span>;
  return <Plate look="look">{now.over(duration(used), granted)}</Plate>;
}

function nameOf(hand: Hand, stage: Stage, occurrence: OccurrenceInfo): string {
  const { now } = words();
  if (hand.kind === "room") {
    const room = occurrence.rooms.find(({ id }) => id === hand.roomId);
    return now.from(hand.label, room?.name ?? "");
  }
  const person = stage.people[hand.passId];
  return now.from(person?.name ?? now.somebody, person?.place ?? "");
}

/** In a discussion the operator opens and closes the own room; in a plenary the desk does. */
function OwnSound({
  station,
  stage,
  room,
}: {
  readonly station: Station;
  readonly stage: Stage;
  readonly room: RoomInfo;
}): JSX.Element {
  const { keys } = words();
  const act = useAct();
  const open = stage.openRooms[room.id] !== undefined;
  const press = (): void =>
    void act.run(() => station.connection.command(open ? "closeRoom" : "openRoom", { roomId: room.id }));
  return (
    <div class="stack">
      <Key look="wide" busy={act.busy.value} onPress={press}>
        {open ? keys.closeSound(room.name) : keys.openSound(room.name)}
      </Key>
      {act.error.value !== null && <ErrorNote error={act.error.value} />}
    </div>
  );
}
