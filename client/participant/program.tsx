import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Instant } from "../../shared/ids.ts";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { boxes } from "../../shared/stage/layout.ts";
import type { Box } from "../../shared/stage/layout.ts";
import { personSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import type { ParticipantView } from "../../shared/stage/views.ts";
import { Tile } from "../ui/tile.tsx";
import { timeOfDay } from "../ui/time.ts";
import { Holding } from "./holding.tsx";
import { lowerThird } from "./places.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";
import "./program.css";

interface ProgramProps {
  readonly visit: Visit;
  /** The line is lost since then: the last picture, grey and dated. */
  readonly held?: Instant | null;
}

/** The program's picture, put together from its sources as on the rooms' screens. Says how large it is on the glass. */
export function Program({ visit, held = null }: ProgramProps): JSX.Element {
  const t = words();
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    // Device pixels, so that the server sends no larger picture than this glass can show.
    const observer = new ResizeObserver(() => visit.joined.look(element.clientHeight * devicePixelRatio));
    observer.observe(element);
    return () => {
      observer.disconnect();
      visit.joined.look(0);
    };
  }, [visit]);
  const view = visit.view.value;
  const occurrence = visit.occurrence.value;
  const scene = view?.program;
  const places = scene === undefined ? [] : boxes(scene.layout, scene.sources.length);
  const count = places.length;
  return (
    <section class={`program of-${count}${held === null ? "" : " held"}`} ref={frame} aria-label={t.listening.program}>
      {view === null || occurrence === null || count === 0 ? (
        <Holding visit={visit} />
      ) : (
        view.program.sources.map((source, index) => (
          <ProgramTile key={source} source={source} place={places[index]} {...{ visit, view, occurrence, held }} />
        ))
      )}
    </section>
  );
}

interface ProgramTileProps {
  readonly visit: Visit;
  readonly view: ParticipantView;
  readonly occurrence: OccurrenceInfo;
  readonly source: SourceId;
  readonly place: Box | undefined;
  readonly held: Instant | null;
}

function ProgramTile({ visit, view, occurrence, source, place, held }: ProgramTileProps): JSX.Element | null {
  const { passId } = visit.address;
  const track = useComputed(() => {
    const floor = visit.floor.value;
    // One's own picture makes no way over the server.
    if (source === personSource(passId, "camera")) return floor?.camera.track.value ?? null;
    if (source === personSource(passId, "share")) return floor?.share.track.value ?? null;
    return visit.joined.media.tracks.value.get(source) ?? null;
  });
  const caption = view.captions[source];
  if (place === undefined) return null;
  const { name, from } =
    caption === undefined ? { name: "", from: "" } : lowerThird(occurrence, caption, visit.time.value);
  return (
    <div
      class="place"
      style={{
        left: `${place.x * 100}%`,
        top: `${place.y * 100}%`,
        width: `${place.width * 100}%`,
        height: `${place.height * 100}%`,
      }}
    >
      <Tile
        track={track.value}
        label={words().listening.picture([name, from].filter(Boolean).join(", "))}
        // A small picture has no room for both.
        name={held !== null && place.width < 1 ? "" : name}
        from={held === null ? from : words().lost.still(timeOfDay(held, visit.here.value))}
        media={visit.joined.media}
        source={source}
        whole={source.endsWith(":share")}
        held={held !== null}
      />
    </div>
  );
}
