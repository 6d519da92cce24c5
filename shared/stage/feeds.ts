import type { PassId, RoomId } from "../ids.ts";
import { layerFor, layerInScene, sceneOfRoom, visibleScene } from "./layout.ts";
import type { Scene, Stage } from "./model.ts";
import { parseSource, personSource, roomSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";
import { mayShowPicture, openVoices, warmVoices } from "./voices.ts";
import type { Voice } from "./voices.ts";

/** A page as far as media is concerned: who looks, from where, at what size. */
export type Viewer =
  | {
      readonly page: "participant";
      readonly passId: PassId;
      /** "Listen now" was pressed. Before, everything is only made ready. */
      readonly listening: boolean;
      /** Sits in a room but wears headphones: hears the others, never that room. */
      readonly headphones: boolean;
      /** Height of the program on the glass in device pixels; 0: hidden or not wanted. */
      readonly glass: number;
    }
  | {
      readonly page: "station";
      readonly passId: PassId;
      readonly roomId: RoomId;
      /** "Start room" was pressed. */
      readonly listening: boolean;
      /** Height of the open screen window in device pixels; 0: none is open. */
      readonly glass: number;
    }
  | {
      readonly page: "console";
      readonly passId: PassId;
      readonly roomId: RoomId | null;
      readonly listening: boolean;
      /** Height of the program monitor in device pixels; 0: the page is hidden. */
      readonly glass: number;
      readonly preview: Scene | null;
    };

export interface Feed {
  readonly source: SourceId;
  /** *flowing*: running; *ready*: made and paused, one resume away. */
  readonly state: "flowing" | "ready";
  /** Highest spatial layer wanted (pictures only). */
  readonly layer?: 0 | 1 | 2;
}

/**
 * Who receives what. The only place that says so: the server makes exactly these consumers (of the sources that are
 * published), and runs exactly the flowing ones.
 * `heard`: the voices that are forwarded now, from `loudest.ts`; in a plenary all open ones are.
 */
export function wantedFeeds(stage: Stage, viewer: Viewer, heard: ReadonlySet<SourceId>): readonly Feed[] {
  if (stage.phase === "ended") return [];
  return [...voiceFeeds(stage, viewer, heard), ...pictureFeeds(stage, viewer)];
}

function voiceFeeds(stage: Stage, viewer: Viewer, heard: ReadonlySet<SourceId>): readonly Feed[] {
  const ears = earsOf(stage, viewer);
  if (ears === null) return [];
  const audible = (voice: Voice): boolean =>
    voice.passId !== viewer.passId && (voice.homeRoomId === null || voice.homeRoomId !== ears.roomId);
  const open = openVoices(stage).filter(audible);
  const warm = warmVoices(stage).filter(audible);
  const flowing = (voice: Voice): boolean => viewer.listening && (voice.always || heard.has(voice.source));
  return [
    ...open.map((voice): Feed => ({ source: voice.source, state: flowing(voice) ? "flowing" : "ready" })),
    ...warm.map((voice): Feed => ({ source: voice.source, state: "ready" })),
  ];
}

/** The room whose sound reaches this viewer through the air; null altogether: no loudspeaker sound here. */
function earsOf(stage: Stage, viewer: Viewer): { readonly roomId: RoomId | null } | null {
  switch (viewer.page) {
    case "station":
      return { roomId: viewer.roomId };
    case "console":
      return { roomId: viewer.roomId ?? stage.people[viewer.passId]?.roomId ?? null };
    case "participant": {
      const roomId = stage.people[viewer.passId]?.roomId ?? null;
      return roomId !== null && !viewer.headphones ? null : { roomId };
    }
  }
}

function pictureFeeds(stage: Stage, viewer: Viewer): readonly Feed[] {
  switch (viewer.page) {
    case "participant": {
      const own = ownPictures(viewer.passId);
      const program = visibleScene(stage, stage.program);
      const flowing = viewer.listening && viewer.glass > 0;
      return sceneFeeds(program, viewer.glass, flowing).filter((feed) => !own.has(feed.source));
    }
    case "station": {
      // The room's own cameras are shown from the page itself: they need no way over the server.
      const scene = visibleScene(stage, sceneOfRoom(stage, viewer.roomId));
      const own = new Set([roomSource(viewer.roomId, "camera1"), roomSource(viewer.roomId, "camera2")]);
      return sceneFeeds(scene, viewer.glass, viewer.glass > 0).filter((feed) => !own.has(feed.source));
    }
    case "console":
      return consoleFeeds(stage, viewer);
  }
}

const ownPictures = (passId: PassId): ReadonlySet<SourceId> =>
  new Set([personSource(passId, "camera"), personSource(passId, "share")]);

function sceneFeeds(scene: Scene, height: number, flowing: boolean): readonly Feed[] {
  return scene.sources.map((source) => ({
    source,
    state: flowing ? "flowing" : "ready",
    layer: layerInScene(scene, source, height),
  }));
}

function consoleFeeds(stage: Stage, viewer: Extract<Viewer, { page: "console" }>): readonly Feed[] {
  const layers = new Map<SourceId, 0 | 1 | 2>();
  for (const source of pictureSources(stage)) layers.set(source, 0);
  const raise = (scene: Scene, height: number): void => {
    for (const source of scene.sources) {
      const layer = layerInScene(scene, source, height);
      layers.set(source, maxLayer(layers.get(source) ?? 0, layer));
    }
  };
  raise(visibleScene(stage, stage.program), Math.min(viewer.glass, 400));
  const own = ownPictures(viewer.passId);
  return [...layers]
    .filter(([source]) => !own.has(source))
    .map(([source, layer]) => ({ source, state: viewer.glass > 0 ? "flowing" : "ready", layer }));
}

/** Every picture that a console can put somewhere: the rooms' cameras, and people on the floor. */
export function pictureSources(stage: Stage): readonly SourceId[] {
  if (stage.phase === "ended") return [];
  const people = new Set(
    stage.floor.flatMap((speaker) => (speaker.hand.kind === "person" ? [speaker.hand.passId] : [])),
  );
  for (const passId of stage.openMics) people.add(passId);
  return [
    ...stage.roomIds.flatMap((roomId) => [roomSource(roomId, "camera1"), roomSource(roomId, "camera2")]),
    ...[...people]
      .filter((passId) => mayShowPicture(stage, passId))
      .flatMap((passId) => [personSource(passId, "camera"), personSource(passId, "share")]),
  ];
}

const maxLayer = (a: 0 | 1 | 2, b: 0 | 1 | 2): 0 | 1 | 2 => (a > b ? a : b);

/**
 * The highest layer anybody consumes of each picture, -1 where nobody does: what its sender is told to encode.
 * A picture in somebody's preview counts as if it were on air already: the take must not wait for the encoder.
 */
export function layerDemand(
  viewers: Iterable<{ readonly viewer: Viewer; readonly feeds: readonly Feed[] }>,
): ReadonlyMap<SourceId, number> {
  const demand = new Map<SourceId, number>();
  const raise = (source: SourceId, layer: number): void => {
    demand.set(source, Math.max(demand.get(source) ?? -1, layer));
  };
  for (const { viewer, feeds } of viewers) {
    for (const feed of feeds) {
      if (feed.layer !== undefined && feed.state === "flowing") raise(feed.source, feed.layer);
    }
    if (viewer.page === "console" && viewer.preview !== null) {
      for (const source of viewer.preview.sources) raise(source, layerFor(720));
    }
  }
  return demand;
}

/** Whose consumer this is may matter to nobody else: a source's owner as the pages address them. */
export const ownerOf = (source: SourceId): PassId | RoomId => {
  const parsed = parseSource(source);
  return parsed.owner === "room" ? parsed.roomId : parsed.passId;
};
