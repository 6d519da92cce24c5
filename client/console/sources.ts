import type { PassId, RoomId } from "../../shared/ids.ts";
import { pictureSources } from "../../shared/stage/feeds.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { speakerOf } from "../../shared/stage/places.ts";
import { parseSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";

/** One key of the grid: a picture, or (null) the holding slide. */
export interface GridSource {
  readonly source: SourceId | null;
  readonly roomId: RoomId | null;
  readonly passId: PassId | null;
}

/**
 * What can be put into the preview, in the order of its keys: rooms, people on the floor, shared screens, the holding slide.
 * A room's first camera and a called person stand there before their pictures come; second cameras and screens only with them.
 */
export function gridSources(stage: Stage, published: ReadonlySet<SourceId>): readonly GridSource[] {
  const used = new Set(stage.program.sources);
  const listed = pictureSources(stage).filter((source) => {
    if (published.has(source) || used.has(source)) return true;
    const parsed = parseSource(source);
    if (parsed.owner === "room") return parsed.track === "camera1";
    return parsed.track === "camera" && speakerOf(stage, parsed.passId) !== undefined;
  });
  const rank = (source: SourceId): number => (source.startsWith("room:") ? 0 : source.endsWith(":share") ? 2 : 1);
  const pictures = listed
    .toSorted((a, b) => rank(a) - rank(b))
    .map((source): GridSource => {
      const parsed = parseSource(source);
      return parsed.owner === "room"
        ? { source, roomId: parsed.roomId, passId: null }
        : { source, roomId: null, passId: parsed.passId };
    });
  return [...pictures, { source: null, roomId: null, passId: null }];
}
