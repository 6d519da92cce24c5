import { entryOf, speakerOf } from "./places.ts";
import type { Viewer } from "./feeds.ts";
import type { Stage } from "./model.ts";
import { personSource, roomSource } from "./sources.ts";
import type { SourceId, Track } from "./sources.ts";
import { mayShowPicture } from "./voices.ts";

export interface Send {
  readonly track: Track;
  readonly source: SourceId;
  /** *flowing*: send; *ready*: publish, but paused; it starts with one notice. A track not named is not wanted at all. */
  readonly state: "flowing" | "ready";
  /** Pictures: highest simulcast layer that somebody looks at; -1: nobody does, the encoder rests. */
  readonly layer?: number;
}

/**
 * Who sends what: the mirror image of `wantedFeeds`. A page may publish what is named here and nothing else.
 * Whether a person has a camera or shares a screen is theirs to decide: it is allowed here, not demanded.
 * `demand`: by picture the highest layer that anybody consumes, from `layerDemand`.
 */
export function wantedSends(stage: Stage, viewer: Viewer, demand: ReadonlyMap<SourceId, number>): readonly Send[] {
  if (stage.phase === "ended") return [];
  switch (viewer.page) {
    case "station":
      if (!viewer.listening) return [];
      return [
        // Always sent once the room is started: its level is the console's first sign of life.
        { track: "sound", source: roomSource(viewer.roomId, "sound"), state: "flowing" },
        picture("camera1", roomSource(viewer.roomId, "camera1"), demand),
        picture("camera2", roomSource(viewer.roomId, "camera2"), demand),
      ];
    case "participant":
    case "console":
      return personSends(stage, viewer, demand);
  }
}

function personSends(stage: Stage, viewer: Viewer, demand: ReadonlyMap<SourceId, number>): readonly Send[] {
  const { passId } = viewer;
  const sends: Send[] = [];
  const mic = personSource(passId, "mic");
  const muted = stage.muted[mic] !== undefined;
  const speaker = speakerOf(stage, passId);
  // A moderator speaks from the console; what was raised on a participant's page is spoken from there.
  const moderates = viewer.page === "console" && stage.openMics.includes(passId);
  const speaks = viewer.page === "participant" && speaker !== undefined && speaker.ready;
  const entry = viewer.page === "participant" ? entryOf(stage, passId) : undefined;
  if (stage.phase === "live" && (moderates || speaks)) {
    sends.push({ track: "mic", source: mic, state: muted ? "ready" : "flowing" });
  } else if (entry?.ready === true) {
    sends.push({ track: "mic", source: mic, state: "ready" });
  }
  const shows = viewer.page === "console" ? moderates : speaker !== undefined;
  if (shows && mayShowPicture(stage, passId)) {
    sends.push(picture("camera", personSource(passId, "camera"), demand));
    sends.push(picture("share", personSource(passId, "share"), demand));
  }
  return sends;
}

function picture(track: Track, source: SourceId, demand: ReadonlyMap<SourceId, number>): Send {
  const layer = demand.get(source) ?? -1;
  return { track, source, state: layer < 0 ? "ready" : "flowing", layer };
}
