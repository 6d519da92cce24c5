import type { RoomId } from "../ids.ts";
import { holdingSlide } from "./model.ts";
import type { Layout, Scene, Stage } from "./model.ts";
import { parseSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";
import { mayShowPicture } from "./voices.ts";

/** A rectangle in fractions of the whole picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

/** Where each source of a scene stands: fractions of a 16:9 picture, in the order of the scene's sources. */
export function boxes(layout: Layout, count: number): readonly Box[] {
  switch (layout) {
    case "holding":
      return [];
    case "one":
      return [box(0, 0, 1, 1)];
    case "two":
      return [box(0, 0, 0.5, 1), box(0.5, 0, 0.5, 1)].slice(0, count);
    case "strip": {
      const strip = Array.from({ length: Math.max(0, count - 1) }, (_, i) => box(0.75, i * 0.25, 0.25, 0.25));
      return [box(0, 0, 0.75, 1), ...strip];
    }
    case "four":
      return [box(0, 0, 0.5, 0.5), box(0.5, 0, 0.5, 0.5), box(0, 0.5, 0.5, 0.5), box(0.5, 0.5, 0.5, 0.5)].slice(
        0,
        count,
      );
  }
}

/** The spatial layer of a 180/360/720 simulcast that fills a tile of this height (CSS pixels × device ratio). */
export function layerFor(tileHeight: number): 0 | 1 | 2 {
  if (tileHeight <= 200) return 0;
  return tileHeight <= 400 ? 1 : 2;
}

/** The layer that a source needs in this scene on a surface of that height in pixels. */
export function layerInScene(scene: Scene, source: SourceId, surfaceHeight: number): 0 | 1 | 2 {
  const at = scene.sources.indexOf(source);
  const place = boxes(scene.layout, scene.sources.length)[at];
  if (place === undefined) return 0;
  // A tile as wide as half the picture shows a 16:9 camera across its width: the larger side decides.
  return layerFor(surfaceHeight * Math.max(place.height, place.width));
}

/** What a room's screen shows: its own scene, else the program. */
export const sceneOfRoom = (stage: Stage, roomId: RoomId): Scene => stage.screens[roomId] ?? stage.program;

/**
 * The scene without people who may not be seen any more (they yielded, or left the floor). Nobody left: holding slide.
 * A scene that lost a tile takes the layout that fits what remains.
 */
export function visibleScene(stage: Stage, scene: Scene): Scene {
  const sources = scene.sources.filter((source) => {
    const parsed = parseSource(source);
    return parsed.owner === "room" || mayShowPicture(stage, parsed.passId);
  });
  if (sources.length === scene.sources.length) return scene;
  if (sources.length === 0) return holdingSlide;
  if (sources.length === 1) return { layout: "one", sources };
  return { layout: scene.layout, sources };
}
