import type { RoomId } from "../../shared/ids.ts";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import type { Stage } from "../../shared/stage/model.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import type { Language } from "../i18n/language.ts";
import type { MediaSession } from "../session/contract.ts";

/** How the station stands: *stalled*: the socket is open, but no media comes; *elsewhere*: another station took the room over. */
export type StationState = "good" | "lost" | "stalled" | "elsewhere" | "closed";

/** What a station gives its screen to show: values only, because the two windows have signals of their own. */
export interface Showing {
  readonly roomId: RoomId | null;
  readonly occurrence: OccurrenceInfo | null;
  /** The session that follows, for the end of this one. */
  readonly next: OccurrenceInfo | null;
  readonly stage: Stage | null;
  /** Pictures by source, the room's own cameras among them. */
  readonly tracks: ReadonlyMap<SourceId, MediaStreamTrack>;
  readonly state: StationState;
  readonly language: Language;
}

/** The screen, as its station knows it. */
export interface AttachedScreen {
  /** The station looks whether it is closed, and brings it to the front. */
  readonly window: Window;
  /** Called at once, and with every change; null: the station's page goes. */
  show(showing: Showing | null): void;
}

/** What the station puts on its own window under `crossroomScreen`: the screen finds it there through `opener`. */
export interface ScreenSource extends Pick<MediaSession, "watch"> {
  /** The server's time. */
  now(): number;
  attach(screen: AttachedScreen): () => void;
  /** Height of the screen's window in device pixels; 0: hidden. */
  resized(height: number): void;
}

declare global {
  interface Window {
    crossroomScreen?: ScreenSource | undefined;
  }
}
