import { personSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import type { Console } from "./state.ts";

/** The pictures that exist on this page now, the own camera among them. */
export function publishedOf({ joined, own, pass }: Pick<Console, "joined" | "own" | "pass">): ReadonlySet<SourceId> {
  const published = new Set(joined.media.tracks.value.keys());
  if (own.camera.value !== null && pass.value !== null) published.add(personSource(pass.value.id, "camera"));
  return published;
}
