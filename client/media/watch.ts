import type { SourceId } from "../../shared/stage/sources.ts";

interface Watched {
  readonly source: SourceId;
  readonly element: HTMLVideoElement;
  fresh: boolean;
  armed: boolean;
  frames: number;
}

/** Knows which pictures are really shown: a frame was presented since the last look. */
export class FrameWatch {
  readonly #watched = new Set<Watched>();

  watch(source: SourceId, element: HTMLVideoElement): () => void {
    const watched: Watched = { source, element, fresh: false, armed: false, frames: 0 };
    this.#watched.add(watched);
    arm(watched);
    return () => void this.#watched.delete(watched);
  }

  /** The sources of which a frame was shown since this was asked last. */
  seen(): readonly SourceId[] {
    const seen = new Set<SourceId>();
    for (const watched of this.#watched) {
      if (shown(watched)) seen.add(watched.source);
      arm(watched);
    }
    return [...seen];
  }

  close(): void {
    this.#watched.clear();
  }
}

/** One callback a look, not one a frame: a console shows a dozen pictures. */
function arm(watched: Watched): void {
  watched.fresh = false;
  if (watched.armed || !("requestVideoFrameCallback" in watched.element)) return;
  watched.armed = true;
  watched.element.requestVideoFrameCallback(() => {
    watched.armed = false;
    watched.fresh = true;
  });
}

function shown(watched: Watched): boolean {
  if ("requestVideoFrameCallback" in watched.element) return watched.fresh;
  const { totalVideoFrames, droppedVideoFrames } = (watched.element as HTMLVideoElement).getVideoPlaybackQuality();
  const frames = totalVideoFrames - droppedVideoFrames;
  const moved = frames > watched.frames;
  watched.frames = frames;
  return moved;
}
