import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { boxes } from "../../shared/stage/layout.ts";
import type { Box } from "../../shared/stage/layout.ts";
import type { Layout, Scene, Stage } from "../../shared/stage/model.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { Picture } from "../ui/tile.tsx";
import { timeOfDay } from "../ui/time.ts";
import { namePlate, nextName, unseenVoice } from "./captions.ts";
import type { NamePlate } from "./captions.ts";
import type { ScreenSource } from "./channel.ts";
import { useFreshness } from "./fresh.ts";
import { words } from "./words.ts";

export interface PicturesProps {
  readonly scene: Scene;
  readonly stage: Stage;
  readonly occurrence: OccurrenceInfo;
  readonly tracks: ReadonlyMap<SourceId, MediaStreamTrack>;
  readonly source: ScreenSource;
  /** The server's time. */
  readonly time: number;
  /** The first frame of any of them is there. */
  readonly onFresh: () => void;
}

/** The pictures of a scene, each with its name, and the line below: what this is, and who comes next. */
export function Pictures({ scene, stage, occurrence, tracks, source, time, onFresh }: PicturesProps): JSX.Element {
  const t = words();
  const places = boxes(scene.layout, scene.sources.length);
  const voice = unseenVoice(stage, scene, occurrence, t);
  const next = nextName(stage, occurrence, t);
  return (
    <div class="pictures">
      <main>
        <h1 class="sr">{occurrence.title}</h1>
        {scene.sources.map((name, at) => (
          <Shown
            key={name}
            shown={name}
            track={tracks.get(name) ?? null}
            place={places[at] ?? null}
            size={sizeOf(scene.layout, at)}
            plate={namePlate(name, stage, occurrence, t)}
            source={source}
            time={time}
            onFresh={onFresh}
          />
        ))}
      </main>
      <footer>
        <b>{occurrence.title}</b>
        {voice !== null && <span class="voice">{t.onAir(voice)}</span>}
        {next !== null && <span>{t.next(next)}</span>}
      </footer>
    </div>
  );
}

/** *Wide* fills the screen, *tall* is a half or the large one of a strip, *small* a quarter. */
type Size = "wide" | "tall" | "small";

function sizeOf(layout: Layout, at: number): Size {
  if (layout === "one") return "wide";
  return layout === "two" || (layout === "strip" && at === 0) ? "tall" : "small";
}

interface ShownProps {
  readonly shown: SourceId;
  readonly track: MediaStreamTrack | null;
  readonly place: Box | null;
  readonly size: Size;
  readonly plate: NamePlate;
  readonly source: ScreenSource;
  readonly time: number;
  readonly onFresh: () => void;
}

function Shown({ shown, track, place, size, plate, source, time, onFresh }: ShownProps): JSX.Element | null {
  const t = words();
  const frame = useRef<HTMLElement>(null);
  const freshness = useFreshness(frame, track, onFresh);
  if (place === null) return null;
  // A slide must be seen to its edges, a camera may be cut.
  const whole = shown.endsWith(":share");
  const looks = ["shown", size, whole && "whole", freshness];
  return (
    <section ref={frame} class={looks.filter(Boolean).join(" ")} style={styleOf(place)} aria-label={plate.name}>
      <div class="frame">
        {track !== null && (
          <Picture key={track.id} track={track} label={t.picture(plate.name)} media={source} source={shown} />
        )}
        {freshness === "stale" && (
          <p class="waits">
            <span>
              <b>{t.noPicture}</b> {t.comes}
            </span>
          </p>
        )}
      </div>
      <div class="name">
        <h2>{plate.name}</h2>
        {plate.clock !== null && <span class="time">{timeOfDay(time, plate.clock)}</span>}
        {plate.from !== "" && <span class="from">{plate.from}</span>}
      </div>
    </section>
  );
}

/** Fractions of the picture as variables: the black seams between tiles are the style sheet's. */
const styleOf = (place: Box): Record<string, string> => ({
  "--x": String(place.x),
  "--y": String(place.y),
  "--w": String(place.width),
  "--h": String(place.height),
});
