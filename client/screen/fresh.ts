import { useEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** How often a picture is looked at, and how long it may stand still (milliseconds). A still slide is sent again each second. */
const looking = 250;
const patience = 4000;

/** *coming*: no frame yet, but it is early; *fresh*: frames come; *stale*: none has come for a while. */
export type Freshness = "coming" | "fresh" | "stale";

/**
 * Does the video inside an element show new frames? A hall must never look at a frozen picture and take it for the
 * present. `onFresh` is called with the first frame.
 */
export function useFreshness(
  frame: RefObject<HTMLElement | null>,
  track: MediaStreamTrack | null,
  onFresh: () => void,
): Freshness {
  const [state, setState] = useState<Freshness>("coming");
  useEffect(() => {
    setState("coming");
    const video = track === null ? null : (frame.current?.querySelector("video") ?? null);
    let before = 0;
    let changedAt = performance.now();
    let seen = false;
    const look = (): void => {
      const frames = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      // A hidden window draws nothing: that says nothing about the picture.
      if (frames !== before || document.visibilityState === "hidden") changedAt = performance.now();
      before = frames;
      if (performance.now() - changedAt >= patience) setState("stale");
      else if (video !== null && (frames > 0 || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)) {
        setState("fresh");
        if (!seen) onFresh();
        seen = true;
      }
    };
    const timer = setInterval(look, looking);
    // The first frame is not waited for by the clock.
    video?.addEventListener("loadeddata", look);
    return () => {
      clearInterval(timer);
      video?.removeEventListener("loadeddata", look);
    };
  }, [track, frame]);
  return state;
}
