import { layoutSize } from "../../shared/stage/model.ts";
import type { Layout } from "../../shared/stage/model.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { nothingPrepared } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";

const kept = "crossroom.console.preview";

/** What this tab had prepared before it was reloaded. */
export function keptPreview(): Prepared {
  const stored = sessionStorage.getItem(kept);
  if (stored === null) return nothingPrepared;
  const [layout = "", ...picked] = stored.split(" ");
  return layout in layoutSize ? { layout: layout as Layout, picked: picked as SourceId[] } : nothingPrepared;
}

/** Layout and sources with spaces between: neither holds one. */
export function keepPreview({ layout, picked }: Prepared): void {
  sessionStorage.setItem(kept, [layout, ...picked].join(" "));
}
