import { layoutSize } from "../../shared/stage/model.ts";
import type { Layout, Scene } from "../../shared/stage/model.ts";
import type { SourceId } from "../../shared/stage/sources.ts";

/** What a console prepares: a layout and what was picked for it. More may be picked than the layout takes now. */
export interface Prepared {
  readonly layout: Layout;
  readonly picked: readonly SourceId[];
}

export const nothingPrepared: Prepared = { layout: "one", picked: [] };

/** The picks that the layout has places for. */
export function shownOf({ layout, picked }: Prepared): readonly SourceId[] {
  return picked.slice(0, layoutSize[layout][1]);
}

/** A source was pressed: alone it replaces; among several it fills the next place, or leaves the one that it has. */
export function press(prepared: Prepared, source: SourceId): Prepared {
  const { layout } = prepared;
  if (layout === "one" || layout === "holding") return { layout: "one", picked: [source] };
  const shown = shownOf(prepared);
  if (shown.includes(source)) return { layout, picked: shown.filter((other) => other !== source) };
  const [, most] = layoutSize[layout];
  // All places taken: the one that was filled first makes room.
  return { layout, picked: shown.length < most ? [...shown, source] : [...shown.slice(1), source] };
}

/** Another layout; what was picked stays picked. */
export const layOut = (prepared: Prepared, layout: Layout): Prepared => ({ ...prepared, layout });

export const sceneOf = (prepared: Prepared): Scene => ({ layout: prepared.layout, sources: shownOf(prepared) });

/** How many sources a scene lacks before it can be taken. */
export const lacking = (scene: Scene): number => Math.max(0, layoutSize[scene.layout][0] - scene.sources.length);

/** Do two scenes show the same in the same places? */
export const sameScene = (a: Scene, b: Scene): boolean =>
  a.layout === b.layout &&
  a.sources.length === b.sources.length &&
  a.sources.every((source, at) => source === b.sources[at]);
