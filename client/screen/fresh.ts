import { useEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** How often a picture is looked at, and how long it may stand still (milliseconds). A still slide is sent again each second. */
const looking = 500;
const patience = 4000;

/**
 * Does the video inside an element show new frames? False before the first one, and once it stands still:
 * a hall must never look at a frozen picture and take it for the present.
 */
export function useFresh(frame: RefObject<HTMLElement | null>, track: MediaStreamTrack | null): boolean {
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    setFresh(false);
    if (track === null) return undefined;
    let before: number | null = null;
    let changedAt = performance.now();
    const look = (): void => {
      const shown = frame.current?.querySelector("video")?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      // A hidden window draws nothing: that says nothing about the picture.
      if (shown !== before || document.visibilityState === "hidden") changedAt = performance.now();
      before = shown;
      setFresh(shown > 0 && performance.now() - changedAt < patience);
    };
    const timer = setInterval(look, looking);
    return () => clearInterval(timer);
  }, [track, frame]);
  return fresh;
}
