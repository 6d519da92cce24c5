import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layerDemand } from "../../../shared/stage/feeds.ts";
import type { Feed, Viewer } from "../../../shared/stage/feeds.ts";
import { boxes, layerInScene, visibleScene } from "../../../shared/stage/layout.ts";
import { layoutSize } from "../../../shared/stage/model.ts";
import type { Layout, Scene } from "../../../shared/stage/model.ts";
import { camera, camera1, desk, listener, onAir, opened, play } from "./world.ts";

const layouts = Object.keys(layoutSize) as Layout[];
const sizes = layouts.flatMap((layout) => {
  const [least, most] = layoutSize[layout];
  return Array.from({ length: most - least + 1 }, (_, i): [Layout, number] => [layout, least + i]);
});

describe("the boxes of a layout", () => {
  test.each(sizes)("%s with %i: one a source, within the picture, none over another", (layout, count) => {
    const places = boxes(layout, count);
    expect(places).toHaveLength(count);
    for (const [i, box] of places.entries()) {
      expect(Math.min(box.x, box.y, box.width, box.height)).toBeGreaterThanOrEqual(0);
      expect(box.width * box.height).toBeGreaterThan(0);
      expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(1);
      for (const other of places.slice(i + 1)) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y;
        expect(apart).toBe(true);
      }
    }
  });
});

describe("the layer of a tile", () => {
  const strip: Scene = { layout: "strip", sources: [camera1("lima"), camera1("durban")] };
  test.each<[string, Scene, Scene["sources"][number], number, number]>([
    ["a phone's whole glass", { layout: "one", sources: [camera1("lima")] }, camera1("lima"), 200, 0],
    ["a laptop's window", { layout: "one", sources: [camera1("lima")] }, camera1("lima"), 400, 1],
    ["a projector", { layout: "one", sources: [camera1("lima")] }, camera1("lima"), 1080, 2],
    ["the strip's large one on a projector", strip, camera1("lima"), 1080, 2],
    ["the strip's small one on a projector", strip, camera1("durban"), 1080, 1],
    ["the strip's small one on a laptop", strip, camera1("durban"), 720, 0],
    ["a glass that is hidden", strip, camera1("lima"), 0, 0],
  ])("%s", (_what, scene, source, height, layer) => expect(layerInScene(scene, source, height)).toBe(layer));
});

describe("what of a scene may be seen", () => {
  const live = play([...opened, ...onAir("ana")]);
  const scene = (layout: Layout, ...sources: Scene["sources"]): Scene => ({ layout, sources });
  test.each<[string, Scene, Scene]>([
    [
      "rooms and who is on air",
      scene("two", camera1("lima"), camera("ana")),
      scene("two", camera1("lima"), camera("ana")),
    ],
    ["not who is not", scene("two", camera1("lima"), camera("ben")), scene("one", camera1("lima"))],
    ["nobody left: the holding slide", scene("one", camera("ben")), scene("holding")],
    [
      "the others keep the layout",
      scene("four", camera1("lima"), camera("ben"), camera("ana")),
      scene("four", camera1("lima"), camera("ana")),
    ],
  ])("%s", (_what, asked, seen) => expect(visibleScene(live, asked)).toEqual(seen));
});

describe("the demand for layers", () => {
  const feed = (name: string, state: Feed["state"], layer: 0 | 1 | 2): Feed => ({
    source: camera1(name),
    state,
    layer,
  });
  const page = (viewer: Viewer, ...feeds: readonly Feed[]) => ({ viewer, feeds });
  test("is the highest that flows anywhere; what is only ready asks for nothing", () => {
    const pages = [
      page(listener("ana"), feed("lima", "flowing", 0), feed("durban", "ready", 2)),
      page(listener("ben"), feed("lima", "flowing", 1)),
    ];
    expect(layerDemand(pages)).toEqual(new Map([[camera1("lima"), 1]]));
  });

  test("counts a console's preview as if it were on air", () => {
    const preview: Scene = { layout: "one", sources: [camera1("lima")] };
    expect(layerDemand([page(desk("rosa", { preview }), feed("lima", "flowing", 0))])).toEqual(
      new Map([[camera1("lima"), 2]]),
    );
  });

  test("is never below what anybody consumes, and never above the highest", () => {
    const someFeeds = fc.array(
      fc.tuple(
        fc.constantFrom("lima", "durban"),
        fc.constantFrom<Feed["state"]>("flowing", "ready"),
        fc.constantFrom<0 | 1 | 2>(0, 1, 2),
      ),
    );
    fc.assert(
      fc.property(fc.array(someFeeds), (all) => {
        const pages = all.map((feeds) => page(listener("ana"), ...feeds.map((one) => feed(...one))));
        const demand = layerDemand(pages);
        for (const name of ["lima", "durban"]) {
          const layers = all
            .flat()
            .flatMap(([of, state, layer]) => (of === name && state === "flowing" ? [layer] : []));
          expect(demand.get(camera1(name)) ?? -1).toBe(Math.max(-1, ...layers));
        }
      }),
    );
  });
});
