import { useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { sceneOfRoom, visibleScene } from "../../shared/stage/layout.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import type { ScreenWords } from "../i18n/en/screen.ts";
import { usePageTitle } from "../ui/start.tsx";
import { timeOfDay } from "../ui/time.ts";
import type { Showing } from "./channel.ts";
import type { Followed, Station } from "./follow.ts";
import { Holding } from "./holding.tsx";
import type { HoldingProps } from "./holding.tsx";
import { Pictures } from "./pictures.tsx";
import type { PicturesProps } from "./pictures.tsx";
import { words } from "./words.ts";

/** The projector's page: pictures while the session gives some, else the sign. No controls: F is full screen. */
export function ScreenPage({
  followed,
  time,
}: {
  readonly followed: Followed;
  readonly time: ReadonlySignal<number>;
}): JSX.Element {
  const t = words();
  const showing = followed.showing.value;
  const source = followed.source.value;
  const station = followed.station.value;
  const occurrence = showing?.occurrence ?? null;
  const room = occurrence?.rooms.find(({ id }) => id === showing?.roomId) ?? null;
  usePageTitle(room === null ? t.untitled : t.title(room.name));
  const sign = { occurrence, room, time: time.value, ...signOf(showing, station, time.value, t) };
  if (showing !== null && source !== null && showing.state === "good" && occurrence !== null) {
    const { stage, roomId, tracks } = showing;
    const scene = stage?.phase === "live" && roomId !== null ? visibleScene(stage, sceneOfRoom(stage, roomId)) : null;
    if (stage !== null && scene !== null && scene.layout !== "holding") {
      return <Opening pictures={{ scene, stage, occurrence, source, tracks, time: time.value }} sign={sign} />;
    }
  }
  return <Holding {...sign} />;
}

/** How long the sign stays before pictures of which none comes (milliseconds). */
const longest = 3000;

/** From the sign to pictures: it goes when the first of them is there, so that nobody looks at an empty screen. */
function Opening({
  pictures,
  sign,
}: {
  readonly pictures: Omit<PicturesProps, "onFresh">;
  readonly sign: HoldingProps;
}): JSX.Element {
  const open = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (open.value = true), longest);
    return () => clearTimeout(timer);
  }, [open]);
  return (
    <>
      <Pictures {...pictures} onFresh={() => (open.value = true)} />
      {!open.value && <Holding {...sign} curtain />}
    </>
  );
}

interface Sign {
  readonly said: string;
  readonly left: number | null;
  readonly foot: string;
}

/** What the sign says, from the worst that is known to the best. */
function signOf(showing: Showing | null, station: Station, time: number, t: ScreenWords): Sign {
  if (station === "none") return { said: t.noStation, left: null, foot: t.foot.noStation };
  if (showing === null) return { said: t.stationAway, left: null, foot: t.foot.gone };
  const sign = stageSign(showing, time, t);
  if (station === "gone" || showing.state === "closed") return away(sign, t.foot.gone, t);
  if (showing.state === "elsewhere") return { said: t.elsewhere, left: null, foot: t.foot.elsewhere };
  if (showing.state !== "good") return away(sign, t.foot.lost, t);
  return sign;
}

/** A countdown goes on without a line; a session that runs waits for its picture. */
const away = (sign: Sign, foot: string, t: ScreenWords): Sign =>
  sign.left === null ? { said: t.stationAway, left: null, foot } : { ...sign, foot };

function stageSign({ occurrence, next, stage, roomId }: Showing, time: number, t: ScreenWords): Sign {
  if (occurrence === null) return { said: t.nothing, left: null, foot: "" };
  switch (stage?.phase ?? occurrence.phase) {
    case "waiting": {
      const left = occurrence.startsAt - time;
      return left > 0
        ? { said: t.beginsIn, left, foot: t.foot.before }
        : { said: t.beginsSoon, left: null, foot: t.foot.before };
    }
    case "live": {
      const sound = roomId === null ? null : roomSource(roomId, "sound");
      const heard =
        stage !== null &&
        roomId !== null &&
        sound !== null &&
        stage.openRooms[roomId] !== undefined &&
        stage.muted[sound] === undefined;
      return { said: t.goesOn, left: null, foot: heard ? t.foot.heard : t.foot.notHeard };
    }
    case "ended": {
      const room = occurrence.rooms.find(({ id }) => id === roomId) ?? occurrence.rooms[0];
      const foot =
        next === null || room === undefined
          ? t.foot.ended
          : t.foot.nextAt(next.title, timeOfDay(next.startsAt, room.clock), room.city);
      return { said: t.ended, left: null, foot };
    }
  }
}
