import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { SourceId } from "../../shared/stage/sources.ts";
import { common } from "../i18n/common.ts";
import type { MediaSession } from "../session/contract.ts";

interface TileProps {
  readonly track: MediaStreamTrack | null | undefined;
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  /** Lower third: the name, and a second line. */
  readonly name?: string;
  readonly from?: ComponentChildren;
  /** With `source`: counts the frames that are shown here, for the tally. */
  readonly media?: Pick<MediaSession, "watch">;
  readonly source?: SourceId;
  /** What stands there while there is no picture. */
  readonly none?: ComponentChildren;
  /** The whole picture with black beside it: for shared screens. */
  readonly whole?: boolean;
  /** One's own camera, as in a mirror. */
  readonly mirror?: boolean;
  /** A lost line's last picture: grey. */
  readonly held?: boolean;
  readonly class?: string;
  /** Over the picture: a plate. */
  readonly children?: ComponentChildren;
}

/** A picture with its lower third. Always silent: sound has its own way. */
export function Tile(props: TileProps): JSX.Element {
  const { track, label, name, from, media, source } = props;
  const looks = ["tile", props.whole && "whole", props.mirror && "mirror", props.held && "held", props.class];
  return (
    <figure class={looks.filter(Boolean).join(" ")} aria-label={label}>
      {track ? (
        <Picture key={track.id} track={track} label={label} media={media} source={source} />
      ) : (
        <div class="pic">
          <div class="none">
            <span>{props.none ?? common().tile.waits}</span>
          </div>
        </div>
      )}
      {(name !== undefined || from !== undefined) && (
        <figcaption class="third">
          {name !== undefined && <b>{name}</b>}
          {from}
        </figcaption>
      )}
      {props.children}
    </figure>
  );
}

interface PictureProps {
  readonly track: MediaStreamTrack;
  readonly label: string;
  readonly media: Pick<MediaSession, "watch"> | undefined;
  readonly source: SourceId | undefined;
}

/** The bare picture of a track, muted and playing. */
export function Picture({ track, label, media, source }: PictureProps): JSX.Element {
  const element = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const video = element.current;
    if (video === null) return undefined;
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    // Refused only when the track is replaced while it starts: the next one plays by itself.
    video.play().catch(() => undefined);
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  useLayoutEffect(
    () => (element.current !== null && source !== undefined ? media?.watch(source, element.current) : undefined),
    [track, media, source],
  );
  return (
    <video ref={element} class="pic" autoplay playsInline disablePictureInPicture aria-label={label} tabIndex={-1} />
  );
}
