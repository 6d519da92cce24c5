import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import type { OccurrenceInfo, RoomInfo } from "../../shared/protocol/views.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import { common } from "../i18n/common.ts";
import { spoken } from "../ui/countdown.tsx";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import type { PlateLook } from "../ui/plate.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import { daysUntil, minute, timeOfDay, wallAt } from "../ui/time.ts";
import { useAct } from "./act.ts";
import type { Act } from "./act.ts";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

interface TopProps {
  readonly station: Station;
  readonly time: ReadonlySignal<number>;
}

/** The room's name, its session, what becomes of its sound, and the two or three keys that matter. */
export function Top({ station, time }: TopProps): JSX.Element {
  const t = words();
  const act = useAct();
  const room = station.room.value;
  return (
    <div class="top">
      <div>
        <h1>
          {room?.name ?? t.noRoom}
          {room !== null && room.city !== room.name && <small> {t.inCity(room.city)}</small>}
        </h1>
        <p>
          <SessionLine station={station} time={time.value} />
        </p>
        {station.started.value && <SoundLine station={station} />}
      </div>
      {station.connection.goodbye.value === null && (
        <div class="keys">
          <ScreenKey station={station} />
          {station.started.value ? <MuteKey station={station} act={act} /> : <StartKey station={station} />}
        </div>
      )}
      {act.error.value !== null && <ErrorNote error={act.error.value} />}
    </div>
  );
}

/** Not while another station runs the room: taking over comes first. */
function StartKey({ station }: Pick<TopProps, "station">): JSX.Element | null {
  const { keys } = words();
  if (station.joined.refused.value === "room-taken") return null;
  return (
    <Key look="main tall" onPress={() => station.start()}>
      {keys.start}
    </Key>
  );
}

function ScreenKey({ station }: Pick<TopProps, "station">): JSX.Element {
  const { keys } = words();
  const open = station.screen.open.value;
  return (
    <Key
      look={station.started.value && !open ? "main tall" : "tall"}
      icon="screen"
      onPress={() => station.screen.show()}
    >
      {keys.openScreen}
    </Key>
  );
}

function MuteKey({ station, act }: Pick<TopProps, "station"> & { readonly act: Act }): JSX.Element | null {
  const { keys } = words();
  const room = station.room.value;
  const state = station.sound.value;
  if (room === null || state === "off" || state === "unheard") return null;
  const muted = state === "muted" || state === "muted-by-stage";
  const source = roomSource(room.id, "sound");
  const press = (): void => void act.run(() => station.connection.command(muted ? "unmute" : "mute", { source }));
  return (
    <Key look="tall" icon={muted ? "microphone" : "microphoneOff"} busy={act.busy.value} onPress={press}>
      {muted ? keys.unmute(room.name) : keys.mute(room.name)}
    </Key>
  );
}

/** What becomes of the room's sound, in a plate and a sentence. */
function SoundLine({ station }: Pick<TopProps, "station">): JSX.Element {
  const { sound } = words();
  const state = station.sound.value;
  const lost = station.connection.state.value === "lost";
  const live = station.joined.stage.value?.phase === "live";
  const gives = station.ducked.value !== null && !station.keepOpen.value;
  const variant = state === "unheard" && live ? "unheardLive" : state === "air" && gives ? "airGivesWay" : state;
  const said = lost ? sound.lost : sound[variant];
  const looks: Readonly<Record<typeof state, PlateLook>> = {
    off: "said",
    unheard: "said",
    air: "air",
    muted: "look",
    "muted-by-stage": "look",
    silent: "look",
  };
  return (
    <p class="word" role="status">
      <Plate look={lost ? "lost" : looks[state]}>{said.plate}</Plate>
      <span>{said.said}</span>
    </p>
  );
}

function SessionLine({ station, time }: { readonly station: Station; readonly time: number }): JSX.Element {
  const { session } = words();
  const occurrence = station.sessions.occurrence.value;
  const stage = station.joined.stage.value;
  const room = station.room.value;
  if (occurrence === null || room === null) return <>{session.none}</>;
  const present = station.joined.present.value;
  switch (stage?.phase ?? occurrence.phase) {
    case "waiting": {
      const left = occurrence.startsAt - time;
      return (
        <>
          {session.next} <b>{occurrence.title}</b>
          {session.at(whenOf(occurrence, time, room))}
          {left > 0 ? session.in(spoken(roughly(left))) : session.late}
        </>
      );
    }
    case "live":
      return (
        <>
          <b>{occurrence.title}</b>
          {session.since(timeOfDay(stage?.openedAt ?? occurrence.startsAt, room.clock))} {session.present(present)}
        </>
      );
    case "ended": {
      const next = station.sessions.next.value;
      return (
        <>
          <b>{occurrence.title}</b>
          {session.ended} {next !== null && session.after(next.title, whenOf(next, time, room))}
        </>
      );
    }
  }
}

/** Whole minutes while there are many: seconds only tell of the last ten minutes. */
const roughly = (left: number): number => (left > 10 * minute ? Math.ceil(left / minute) * minute : left);

function whenOf(occurrence: OccurrenceInfo, time: number, room: RoomInfo): string {
  const at = timeOfDay(occurrence.startsAt, room.clock);
  if (daysUntil(occurrence.startsAt, time, room.clock) === 0) return at;
  return `${common().time.shortDay(wallAt(occurrence.startsAt, room.clock))}, ${at}`;
}
