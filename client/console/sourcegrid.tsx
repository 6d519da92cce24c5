import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { visibleScene } from "../../shared/stage/layout.ts";
import { speakerOf } from "../../shared/stage/places.ts";
import { Picture } from "../ui/tile.tsx";
import { Plate } from "../ui/plate.tsx";
import type { PlateLook } from "../ui/plate.tsx";
import { roomLine } from "./linestate.ts";
import { useConsole, useLive, useTally } from "./live.ts";
import type { Live } from "./live.ts";
import { publishedOf } from "./published.ts";
import { useTrack } from "./sceneview.tsx";
import { usesKeys } from "./settings.ts";
import { gridSources } from "./sources.ts";
import type { GridSource } from "./sources.ts";
import type { Tally } from "./tally.ts";
import type { Console } from "./state.ts";

/** Everything that can be put into the preview, with its live picture. */
export function Sources(): JSX.Element {
  const { stage, t } = useLive();
  const bridge = useConsole();
  const heading = useId();
  const sources = gridSources(stage, publishedOf(bridge));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} class="sr">
        {t.monitors.sources}
      </h2>
      <ul class="sources">
        {sources.map((source, at) => (
          <li key={source.source ?? "holding"}>
            <SourceKey {...source} number={at + 1} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceKey({ number, ...grid }: GridSource & { readonly number: number }): JSX.Element {
  const bridge = useConsole();
  const live = useLive();
  const { stage, names, t } = live;
  const tally = useTally();
  const track = useTrack(grid.source);
  const { source } = grid;
  const name = source === null ? t.monitors.holding : names.source(source);
  const plate = plateOf(grid, track !== null, live, tally, bridge);
  const prepared = isPrepared(bridge, grid);
  const program = visibleScene(stage, stage.program);
  const isOnAir = source !== null && tally?.seen.has(source) === true && program.sources.includes(source);
  return (
    <button
      type="button"
      class={["src", isOnAir && "on", prepared && "pre"].filter(Boolean).join(" ")}
      aria-pressed={prepared}
      title={plate?.said}
      onClick={() => bridge.preview.press(source)}
    >
      <span class={source?.endsWith(":share") ? "tile whole" : "tile"} aria-hidden="true">
        {source === null && <Sign />}
        {source !== null && track !== null && (
          <Picture
            key={track.id}
            track={track}
            label={t.monitors.picture(name)}
            media={bridge.joined.media}
            source={source}
          />
        )}
        {source !== null && track === null && <span class="none" />}
        {plate !== null && <Plate look={plate.look}>{plate.said}</Plate>}
      </span>
      <span class="nr">
        {usesKeys.value && number <= 9 && <i aria-hidden="true">{number}</i>}
        <span aria-hidden="true">{name}</span>
        <span class="sr">{t.monitors.previewOf(name)}</span>
      </span>
    </button>
  );
}

function Sign(): JSX.Element {
  return (
    <svg class="pic" viewBox="0 0 32 18" aria-hidden="true">
      <path fill="#0d3f9c" d="M0 0h32v18H0z" />
      <path fill="#fff" d="M3 4h14v2H3zM3 9h26v1H3zM3 12h26v1H3z" />
    </svg>
  );
}

function isPrepared({ preview }: Console, { source }: GridSource): boolean {
  const scene = preview.scene.value;
  return source === null ? scene.layout === "holding" : scene.layout !== "holding" && scene.sources.includes(source);
}

interface Said {
  readonly look: PlateLook;
  readonly said: string;
}

/** The one word on a source's picture: what is wrong first, then where it is seen. */
function plateOf(grid: GridSource, hasPicture: boolean, live: Live, tally: Tally | null, bridge: Console): Said | null {
  const { stage, t } = live;
  const { source, roomId, passId } = grid;
  if (source === null) return isPrepared(bridge, grid) ? { look: "next", said: t.links.preview } : null;
  const line = roomId === null ? null : roomLine(bridge.joined.people.value, bridge.joined.lines.value, roomId);
  if (line?.state === "never" || line?.state === "lost") return { look: "lost", said: t.links.noLine };
  if (tally?.seen.has(source)) return { look: "air", said: t.onAir };
  if (stage.phase === "live" && visibleScene(stage, stage.program).sources.includes(source)) {
    return { look: "look", said: t.monitors.taken };
  }
  if (isPrepared(bridge, grid)) return { look: "next", said: t.links.preview };
  if (!hasPicture) return { look: "said", said: t.monitors.noPicture };
  if (line?.state === "look") return { look: "look", said: t.links.look };
  const called = passId !== null && speakerOf(stage, passId)?.onAirAt === null;
  return called ? { look: "said", said: t.remote.called } : null;
}
