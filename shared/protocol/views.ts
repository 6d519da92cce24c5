import type { ConferenceId, GroupId, Instant, InviteId, OccurrenceId, PassId, RoomId, SessionId } from "../ids.ts";
import type { Suggestion } from "../plan/suggest/suggestion.ts";
import type { Phase, Stage } from "../stage/model.ts";
import type { Send } from "../stage/sends.ts";
import type { SourceId, Track } from "../stage/sources.ts";
import type { ParticipantView } from "../stage/views.ts";
import type { Role } from "./define.ts";
import type { DraftInfo, EditsNotice, PlannerView } from "./planner.ts";

/** A zone's clock as a page needs it: no page computes offsets, old phones have old zone data. */
export interface Clock {
  readonly zone: string;
  /** The city that is named beside a time. */
  readonly city: string;
  /** Minutes east of UTC that hold now. */
  readonly offset: number;
  /** Until when, and what holds then; null: no change in the next half year. */
  readonly until: Instant | null;
  readonly nextOffset: number | null;
}

export interface RoomInfo {
  readonly id: RoomId;
  readonly name: string;
  readonly city: string;
  readonly clock: Clock;
}

export interface OccurrenceInfo {
  readonly id: OccurrenceId;
  readonly sessionId: SessionId;
  readonly conferenceId: ConferenceId;
  readonly conference: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly hostRoomId: RoomId | null;
  /** Linked rooms, host first. */
  readonly rooms: readonly RoomInfo[];
  readonly phase: Phase;
}

/** Who one is, as the own pass says. */
export interface PassInfo {
  readonly id: PassId;
  readonly role: Role;
  readonly conferenceId: ConferenceId | null;
  /** An operator's or room keeper's room, or the room that a participant's invite says they sit in. */
  readonly roomId: RoomId | null;
  /** A group contact's group. */
  readonly groupId: GroupId | null;
  /** The one occurrence that the invite opens; null: all of the conference. */
  readonly occurrenceId: OccurrenceId | null;
  /** The invite's label ("Console, Rosa"). */
  readonly label: string;
}

/** Sent as soon as a socket is open: everything that a page needs before its first request. */
export interface Welcome {
  readonly epoch: string;
  readonly time: Instant;
  readonly build: string;
  readonly pass: PassInfo;
  /** The clock of the zone that the page said it is in. */
  readonly here: Clock;
  /** The same for every stage: the page can load its device before it asks for anything. */
  readonly routerRtpCapabilities: unknown;
  readonly iceServers: readonly unknown[];
  /** Today's sessions (and the next day's first) within the pass's scope: live first, then by time. */
  readonly occurrences: readonly OccurrenceInfo[];
}

export interface TransportOffer {
  readonly id: string;
  readonly iceParameters: unknown;
  readonly iceCandidates: readonly unknown[];
  readonly dtlsParameters: unknown;
  readonly sctpParameters: unknown;
}

export interface FeedOffer {
  /** The consumer's id. */
  readonly id: string;
  readonly producerId: string;
  readonly source: SourceId;
  readonly kind: "audio" | "video";
  readonly rtpParameters: unknown;
  readonly flowing: boolean;
}

export interface HeartbeatOffer {
  readonly id: string;
  readonly dataProducerId: string;
  readonly sctpStreamParameters: unknown;
}

export interface Attached {
  readonly seq: number;
  /** Null: nothing happened since the `lastSeq` that the page sent. */
  readonly view: StageView | null;
  readonly occurrence: OccurrenceInfo;
  readonly media: {
    readonly receive: TransportOffer;
    readonly heartbeat: HeartbeatOffer;
    readonly feeds: readonly FeedOffer[];
  } | null;
  readonly sends: readonly Send[];
  readonly present: number;
}

/** Staff see the whole stage, participants what `participantView` lets out. */
export type StageView =
  | { readonly for: "staff"; readonly stage: Stage }
  | { readonly for: "participant"; readonly stage: ParticipantView };

export interface StageNotice {
  readonly occurrenceId: OccurrenceId;
  readonly seq: number;
  /** Top-level keys that changed; of the chat only new and changed messages (merge by id). */
  readonly patch: Partial<Stage> | Partial<ParticipantView>;
}

export interface FeedsNotice {
  readonly occurrenceId: OccurrenceId;
  readonly open: readonly FeedOffer[];
  readonly close: readonly string[];
  readonly flow: readonly { readonly id: string; readonly flowing: boolean }[];
}

export interface PresentPerson {
  readonly passId: PassId;
  readonly name: string;
  readonly place: string;
  readonly role: Role;
  readonly page: "participant" | "station" | "console";
  readonly roomId: RoomId | null;
  readonly state: "here" | "away";
  readonly since: Instant;
}

/** What a page reports of its line every two seconds, and what the consoles then see. */
export interface LineReport {
  /** Milliseconds to the server and back; null: not known yet. */
  readonly rtt: number | null;
  /** Share of packets lost on the way down and up, 0–1. */
  readonly lostDown: number;
  readonly lostUp: number;
  /** Bits per second. */
  readonly down: number;
  readonly up: number;
  /** Pictures whose frames were decoded and shown, voices whose packets came, in the last two seconds. */
  readonly seen: readonly SourceId[];
  readonly heard: readonly SourceId[];
  /** Is a screen window open at this station? */
  readonly screen: boolean;
  /** What the room should know: a device went away, the return could not be played. */
  readonly trouble: readonly ("camera-lost" | "sound-lost" | "return-blocked" | "output-lost")[];
}

export interface Line extends LineReport {
  readonly passId: PassId;
  readonly page: "participant" | "station" | "console";
  readonly roomId: RoomId | null;
  readonly at: Instant;
  readonly connected: boolean;
}

/** Everything that the server says unasked. */
export interface Notices {
  welcome: (welcome: Welcome) => void;
  occurrences: (occurrences: readonly OccurrenceInfo[]) => void;
  stage: (notice: StageNotice) => void;
  feeds: (notice: FeedsNotice) => void;
  sends: (notice: { readonly occurrenceId: OccurrenceId; readonly sends: readonly Send[] }) => void;
  /** Another tab of the same pass, or another station, publishes these now; this page's own are closed. */
  unpublished: (notice: { readonly occurrenceId: OccurrenceId; readonly tracks: readonly Track[] }) => void;
  /** To staff, once a second at most. Participants get only how many are present. */
  presence: (notice: {
    readonly present: number;
    readonly away: number;
    readonly people?: readonly PresentPerson[];
  }) => void;
  /** To staff, every two seconds. */
  lines: (lines: readonly Line[]) => void;
  /** To consoles, four times a second: levels of what is published, dBov (0 loudest, -127 silent). */
  levels: (levels: Readonly<Record<SourceId, number>>) => void;
  /** To a station: go there by yourself. */
  goTo: (notice: { readonly occurrenceId: OccurrenceId }) => void;
  /** The media of this page is gone (its worker died): attach again. */
  mediaLost: (notice: { readonly occurrenceId: OccurrenceId }) => void;
  /** The organiser's page: what it shows has changed. */
  plan: (plan: OrganiserPlan) => void;
  /** Open planners: edits that were accepted. */
  edits: (notice: EditsNotice) => void;
  /** Open planners: a session went live or has ended. */
  phases: (phases: PlannerView["phases"]) => void;
  /** Open planners of organisers and schedulers: a search goes on, or is over. */
  suggestion: (suggestion: Suggestion) => void;
  /** The connection's end, and why; nothing is to be tried again. */
  goodbye: (notice: { readonly why: "removed" | "revoked" | "forgotten" | "taken-over" | "no-pass" }) => void;
}

/** What the organiser's page shows. */
export interface OrganiserPlan {
  readonly conferences: readonly ConferenceView[];
}

export interface ConferenceView {
  readonly id: ConferenceId;
  readonly name: string;
  readonly draft: DraftInfo;
  readonly rooms: readonly (RoomInfo & { readonly venue: string })[];
  /** Remote groups: whom a group contact's invite can be for. */
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[];
  /** Of the latest release: what is opened and joined. Cancelled ones are not among them. */
  readonly sessions: readonly SessionView[];
  readonly invites: readonly InviteView[];
}

export interface SessionView {
  readonly id: SessionId;
  readonly occurrenceId: OccurrenceId;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The zone that the start was given in. */
  readonly clock: Clock;
  readonly hostRoomId: RoomId | null;
  readonly roomIds: readonly RoomId[];
  readonly phase: Phase;
}

export interface InviteView {
  readonly id: InviteId;
  readonly role: Role;
  readonly label: string;
  readonly roomId: RoomId | null;
  readonly groupId: GroupId | null;
  readonly occurrenceId: OccurrenceId | null;
  readonly expiresAt: Instant | null;
  readonly shared: boolean;
  readonly revoked: boolean;
  /** A token for scripts. */
  readonly token: boolean;
  /** Passes that came with it and are valid. */
  readonly inUse: number;
}

export interface Place {
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly clock: Clock;
}
