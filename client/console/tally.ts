import type { RoomId } from "../../shared/ids.ts";
import type { Line } from "../../shared/protocol/views.ts";
import { sceneOfRoom, visibleScene } from "../../shared/stage/layout.ts";
import type { Scene, Stage } from "../../shared/stage/model.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { sameScene } from "./prepare.ts";

/** The newest report of the station that runs a room; null: none has reported. */
export function stationLine(lines: readonly Line[], roomId: RoomId): Line | null {
  const stations = lines.filter((line) => line.page === "station" && line.roomId === roomId);
  // A station that was taken over leaves an old line behind: what is connected, then what is newer.
  return stations.sort((a, b) => Number(b.connected) - Number(a.connected) || b.at - a.at)[0] ?? null;
}

/** What a room's screen does with the program: *on*: every picture of it is shown there, as its station observed. */
export type ScreenState = "on" | "waits" | "own" | "closed" | "no-line";

/** The program on one room's screen, from the report of its station. */
export function screenState(stage: Stage, lines: readonly Line[], roomId: RoomId): ScreenState {
  const line = stationLine(lines, roomId);
  if (line === null || !line.connected) return "no-line";
  if (!line.screen) return "closed";
  const program = visibleScene(stage, stage.program);
  const scene = visibleScene(stage, sceneOfRoom(stage, roomId));
  if (!sameScene(program, scene)) return "own";
  return seesAll(line, program) ? "on" : "waits";
}

const seesAll = (line: Line, scene: Scene): boolean => scene.sources.every((source) => line.seen.includes(source));

export interface Tally {
  readonly screens: readonly { readonly roomId: RoomId; readonly state: ScreenState }[];
  readonly on: number;
  /** Somebody really sees the whole program: a screen, or a person who joined by browser. */
  readonly onAir: boolean;
  /** The pictures of the program that somebody really sees. */
  readonly seen: ReadonlySet<SourceId>;
}

/** What is on air as it is observed, not as it was asked. */
export function tallyOf(stage: Stage, lines: readonly Line[]): Tally {
  const program = visibleScene(stage, stage.program);
  const screens = stage.roomIds.map((roomId) => ({ roomId, state: screenState(stage, lines, roomId) }));
  const on = screens.filter(({ state }) => state === "on").length;
  const remote = lines.filter((line) => line.page === "participant" && line.connected);
  const shows = stage.phase === "live" && program.layout !== "holding";
  const audience = [
    ...remote,
    ...screens.flatMap(({ roomId, state }) =>
      state === "on" || state === "waits" ? [stationLine(lines, roomId)] : [],
    ),
  ];
  const seen = new Set(
    shows ? program.sources.filter((source) => audience.some((line) => line?.seen.includes(source))) : [],
  );
  return { screens, on, onAir: shows && (on > 0 || remote.some((line) => seesAll(line, program))), seen };
}
