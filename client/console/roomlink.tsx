import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { RoomId } from "../../shared/ids.ts";
import type { RoomInfo } from "../../shared/protocol/views.ts";
import { sceneOfRoom, visibleScene } from "../../shared/stage/layout.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import { Dot } from "../ui/icon.tsx";
import { Plate } from "../ui/plate.tsx";
import { minute, timeOfDay, timeWithSeconds } from "../ui/time.ts";
import { isLossy, isSlow, roomLine } from "./linestate.ts";
import type { RoomLine } from "./linestate.ts";
import { lineWords, rateWords } from "./linewords.ts";
import { useConsole, useLive, useTally } from "./live.ts";
import type { Live } from "./live.ts";
import { SourceLevel } from "./meters.tsx";
import { roomOf } from "./names.ts";
import { RoomKeys } from "./roomkeys.tsx";

/** One room in the list. What is said of its sound and screen unfolds what can be done with them. */
export function RoomLink({ roomId }: { readonly roomId: RoomId }): JSX.Element {
  const { joined } = useConsole();
  const live = useLive();
  const { occurrence, names, t } = live;
  const unfolded = useSignal(false);
  const keys = useId();
  const room = roomOf(occurrence, roomId);
  const line = roomLine(joined.people.value, joined.lines.value, roomId);
  const isLost = line.state === "never" || line.state === "lost";
  return (
    <>
      <p class="nm">
        <Dot state={isLost ? "lost" : line.state === "look" ? "look" : "good"} />
        <span class="cut">{names.room(roomId)}</span>
        <span class="end">
          <RoomPlate roomId={roomId} line={line} />
        </span>
      </p>
      <div class="facts-of">
        <LineFacts line={line} room={room} />
        {!isLost && <SourceLevel source={roomSource(roomId, "sound")} name={names.room(roomId)} />}
        <button
          type="button"
          class="unfold"
          aria-expanded={unfolded.value}
          aria-controls={keys}
          onClick={() => (unfolded.value = !unfolded.value)}
        >
          <span class="sr">{t.links.acts(names.room(roomId))}: </span>
          {soundAndScreen(live, roomId, line)}
          <svg class="fold" viewBox="0 0 12 12" aria-hidden="true">
            <path d={unfolded.value ? "M2 8l4-4 4 4" : "M2 4l4 4 4-4"} />
          </svg>
        </button>
      </div>
      <div id={keys} hidden={!unfolded.value}>
        {unfolded.value && <RoomKeys roomId={roomId} />}
      </div>
    </>
  );
}

/** The lamp: what is wrong first, then where the room is seen or heard. */
function RoomPlate({ roomId, line }: { readonly roomId: RoomId; readonly line: RoomLine }): JSX.Element | null {
  const { preview } = useConsole();
  const { stage, t } = useLive();
  const tally = useTally();
  if (line.state === "never" || line.state === "lost") return <Plate look="lost">{t.links.noLine}</Plate>;
  const cameras = [roomSource(roomId, "camera1"), roomSource(roomId, "camera2")];
  const heard =
    stage.phase === "live" &&
    stage.openRooms[roomId] !== undefined &&
    stage.muted[roomSource(roomId, "sound")] === undefined;
  if (heard || cameras.some((camera) => tally?.seen.has(camera))) return <Plate look="air">{t.onAir}</Plate>;
  if (line.state === "look") return <Plate look="look">{t.links.look}</Plate>;
  const prepared = cameras.some((camera) => preview.scene.value.sources.includes(camera));
  return prepared ? <Plate look="said">{t.links.preview}</Plate> : null;
}

function LineFacts({ line, room }: { readonly line: RoomLine; readonly room: RoomInfo | null }): JSX.Element {
  const { time } = useConsole();
  const { t } = useLive();
  const hour = room === null ? "" : timeOfDay(time.value, room.clock);
  if (line.state === "never") return <p>{t.links.never}</p>;
  if (line.state === "lost") {
    const at = room === null ? "" : timeWithSeconds(line.since, room.clock);
    return <p>{t.links.lost(at, Math.max(0, Math.floor((time.value - line.since) / minute)))}</p>;
  }
  if (line.line === null) {
    return (
      <p>
        {t.links.measuring} {hour}
      </p>
    );
  }
  const { rtt, lost } = lineWords(line.line, t);
  return (
    <>
      <p>
        {isSlow(line.line) ? <b>{rtt}</b> : rtt}, {isLossy(line.line) ? <b>{lost}</b> : lost}, {hour}
      </p>
      <p class="fine quiet">{rateWords(line.line, t)}</p>
      {line.line.trouble.map((trouble) => (
        <p key={trouble}>
          <b>{t.links.troubles[trouble]}</b>
        </p>
      ))}
      {isSlow(line.line) && <p>{t.links.slow}</p>}
    </>
  );
}

/** "Sound open": what the stage wants of the room. A screen that follows the program, as it should, is not mentioned. */
function soundAndScreen({ stage, t }: Live, roomId: RoomId, line: RoomLine): string {
  const muted = stage.muted[roomSource(roomId, "sound")] !== undefined;
  const isOpen = stage.openRooms[roomId] !== undefined;
  const sound = muted && isOpen ? t.links.muted : isOpen ? t.links.open : t.links.closed;
  const report = line.state === "good" || line.state === "look" ? line.line : null;
  if (report?.screen === false) return `${sound}, ${t.links.noScreen}`;
  if (stage.screens[roomId] === undefined) return sound;
  const isHolding = visibleScene(stage, sceneOfRoom(stage, roomId)).layout === "holding";
  return `${sound}, ${isHolding ? t.links.ownHolding : t.links.ownScene}`;
}
