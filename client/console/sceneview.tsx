import type { JSX } from "preact";
import { boxes } from "../../shared/stage/layout.ts";
import type { Box } from "../../shared/stage/layout.ts";
import type { Scene } from "../../shared/stage/model.ts";
import { parseSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { Picture } from "../ui/tile.tsx";
import { useConsole, useLive } from "./live.ts";

/** A scene as a screen shows it: each picture in its place, with its name; the holding slide as the blue sign. */
export function SceneView({ scene, empty }: { readonly scene: Scene; readonly empty: string }): JSX.Element {
  const { occurrence, t } = useLive();
  if (scene.layout === "holding") {
    return (
      <div class="scene sign">
        <b>{occurrence.title}</b>
        <span>{t.monitors.holding}</span>
      </div>
    );
  }
  if (scene.sources.length === 0) {
    return (
      <div class="scene">
        <div class="none">
          <span>{empty}</span>
        </div>
      </div>
    );
  }
  const places = boxes(scene.layout, scene.sources.length);
  return (
    <div class="scene">
      {scene.sources.map((source, at) => {
        const place = places[at];
        return place === undefined ? null : <Placed key={source} source={source} place={place} />;
      })}
    </div>
  );
}

function Placed({ source, place }: { readonly source: SourceId; readonly place: Box }): JSX.Element {
  const { joined } = useConsole();
  const { names, t } = useLive();
  const track = useTrack(source);
  const name = names.source(source);
  const parsed = parseSource(source);
  const from = parsed.owner === "person" && parsed.track === "camera" ? names.placeOf(parsed.passId) : "";
  const small = place.width < 0.5;
  return (
    <div class={source.endsWith(":share") ? "placed whole" : "placed"} style={styleOf(place)}>
      {track === null ? (
        <div class="none">{!small && <span>{t.monitors.noPicture}</span>}</div>
      ) : (
        <Picture key={track.id} track={track} label={t.monitors.picture(name)} media={joined.media} source={source} />
      )}
      {!small && (
        <span class="third">
          <b>{from === "" || from === name ? name : `${name}, ${from}`}</b>
        </span>
      )}
    </div>
  );
}

const styleOf = ({ x, y, width, height }: Box): Record<string, string> => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

/** A source's picture on this page; one's own camera comes from the page itself. */
export function useTrack(source: SourceId | null): MediaStreamTrack | null {
  const { joined, own } = useConsole();
  const { pass } = useLive();
  if (source === null) return null;
  const parsed = parseSource(source);
  const mine = parsed.owner === "person" && parsed.passId === pass.id && parsed.track === "camera";
  return joined.media.tracks.value.get(source) ?? (mine ? own.camera.value : null);
}
