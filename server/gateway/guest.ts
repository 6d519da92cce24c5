import type { Line, Notices, PassInfo } from "../../shared/protocol/views.ts";
import type { Stage } from "../../shared/stage/model.ts";
import type { ParticipantView } from "../../shared/stage/views.ts";
import type { Endpoint } from "../media/endpoint.ts";

/** A way to one page. */
export interface Link {
  readonly pass: PassInfo;
  readonly key: string;
  say<Name extends keyof Notices>(name: Name, ...content: Parameters<Notices[Name]>): void;
}

/** One page in a session, connected or away. */
export interface Guest {
  readonly link: Link;
  readonly endpoint: Endpoint;
  /** What the page was shown last; null for staff, who get the stage's own changes. */
  view: ParticipantView | null;
  line: Line | null;
  graceTimer: NodeJS.Timeout | null;
}

/** Whose page it is, and in which room. */
export function whoIs(guest: Guest, stage: Stage): Pick<Line, "passId" | "page" | "roomId"> {
  const { viewer } = guest.endpoint;
  return {
    passId: guest.link.pass.id,
    page: viewer.page,
    roomId: viewer.page === "participant" ? (stage.people[viewer.passId]?.roomId ?? null) : viewer.roomId,
  };
}
