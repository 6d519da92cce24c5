import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import type { SourceId } from "../../shared/stage/sources.ts";
import { common } from "../i18n/common.ts";
import { levelOf, levelWord } from "../ui/level.ts";
import { Level } from "../ui/meter.tsx";
import { useConsole, useLive } from "./live.ts";

/** A source's level as the server measures it, 0 to 7; drawn alone, four times a second. */
function useLevel(source: SourceId): number {
  const { joined } = useConsole();
  return useComputed(() => levelOf(joined.levels.value[source] ?? -127)).value;
}

export function SourceLevel({ source, name }: { readonly source: SourceId; readonly name: string }): JSX.Element {
  const { t } = useLive();
  return <Level slim value={useLevel(source)} label={t.links.soundOf(name)} />;
}

/** The level in a word. */
export function LevelSaid({ source }: { readonly source: SourceId }): JSX.Element {
  return <span class="fine">{common().level[levelWord(useLevel(source))]}</span>;
}
