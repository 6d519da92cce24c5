import type { JSX } from "preact";
import type { Instant } from "../../shared/ids.ts";
import type { Clock } from "../../shared/protocol/views.ts";
import { bandsFrom } from "./bands.ts";
import { minute } from "./time.ts";
import "./strips.css";

interface StripProps {
  /** When the strip's 24 hours begin; all strips that stand together share it. */
  readonly start: Instant;
  readonly clock: Pick<Clock, "offset" | "until" | "nextOffset">;
  /** A session on it. */
  readonly session?: { readonly startsAt: Instant; readonly endsAt: Instant };
}

/** 24 hours of a place: how kind each of them is. Only a picture: the times stand beside it in words. */
export function Strip({ start, clock, session }: StripProps): JSX.Element {
  const at = (instant: Instant): string => String(Math.min(1440, Math.max(0, (instant - start) / minute)));
  return (
    <span class="strip" aria-hidden="true">
      {bandsFrom(start, clock).map(({ from, to, band }) => (
        <i key={from} class={band} style={{ "--a": String(from), "--b": String(to) }} />
      ))}
      {session !== undefined && <i class="seg" style={{ "--a": at(session.startsAt), "--b": at(session.endsAt) }} />}
    </span>
  );
}
