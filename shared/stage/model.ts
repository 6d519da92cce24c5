import type { EntryId, Instant, MessageId, OccurrenceId, PassId, RoomId } from "../ids.ts";
import type { SourceId } from "./sources.ts";

/**
 * The stage: what a live occurrence should be. It is the fold of its event log and nothing else;
 * who is connected and what media flows are not part of it (see ARCHITECTURE.md, "Three kinds of state").
 */
export interface Stage {
  readonly occurrenceId: OccurrenceId;
  /** How many events made it. */
  readonly seq: number;
  readonly phase: Phase;
  readonly openedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly format: Format;
  readonly hostRoomId: RoomId | null;
  /** The rooms linked to this occurrence, host first. */
  readonly roomIds: readonly RoomId[];
  /** Seconds that a speaker is granted when called. */
  readonly speakingTime: number;
  /** Who joined, by the name they chose. Kept so that the queue and the chat have names after a restart. */
  readonly people: Readonly<Record<PassId, Person>>;
  /** Those who wait, in order; the first is next. */
  readonly queue: readonly Entry[];
  /** Those who are called or on air, in the order of their calls. */
  readonly floor: readonly Speaker[];
  /** Rooms whose sound is open, and why: a call's end closes only what the call has opened. */
  readonly openRooms: Readonly<Record<RoomId, OpenedBy>>;
  /** Moderators who speak from their console, without the queue. */
  readonly openMics: readonly PassId[];
  /** Sources muted on the server. Anybody with the right mutes, only the owner lifts it. */
  readonly muted: Readonly<Partial<Record<SourceId, MutedBy>>>;
  readonly program: Scene;
  readonly programSince: Instant | null;
  /** A room's screen follows the program unless it has a scene of its own here. */
  readonly screens: Readonly<Record<RoomId, Scene>>;
  /** The pass whose console runs program and queue; moderators act without it. */
  readonly desk: PassId | null;
  readonly removed: readonly PassId[];
  readonly chatOn: boolean;
  /** The newest messages; the log has all of them. */
  readonly chat: readonly Message[];
  /** By thing, the `seq` of the last event that touched it: what a command's `baseSeq` is compared with. */
  readonly touched: Readonly<Record<string, number>>;
}

export type Phase = "waiting" | "live" | "ended";
export type Format = "plenary" | "discussion";
export type OpenedBy = "host" | "desk" | "call";
export type MutedBy = "owner" | "stage";

export interface Person {
  readonly name: string;
  /** Where they say they are, in their own words. */
  readonly place: string;
  /** The room they sit in, if any: their microphone counts as that room's. */
  readonly roomId: RoomId | null;
}

/** A remote person, or somebody in a room whose hand its operator has typed ("mic 2"). */
export type Hand =
  | { readonly kind: "person"; readonly passId: PassId }
  | { readonly kind: "room"; readonly roomId: RoomId; readonly label: string };

export interface Entry {
  readonly id: EntryId;
  readonly hand: Hand;
  readonly raisedAt: Instant;
  /** The person has tried the microphone and said "I am ready": a call then puts them on air at once. */
  readonly ready: boolean;
  /** Did not answer a call: keeps the place, but "call next" goes on to the one behind. */
  readonly skipped: boolean;
  readonly microphone: Microphone;
}

/** How far the person is with the microphone: what the console says beside a name. */
export type Microphone = "unknown" | "asked" | "refused" | "none" | "granted";

export interface Speaker extends Entry {
  readonly calledAt: Instant;
  /** Null until sound was observed on the server: *called*; from then on *on air*. */
  readonly onAirAt: Instant | null;
  /** Seconds granted. At zero the timer turns amber and counts up; nobody is cut off. */
  readonly limit: number;
}

export type Layout = "one" | "two" | "strip" | "four" | "holding";

/** What a picture shows: a layout and its sources in order (in `strip` the first is the large one). */
export interface Scene {
  readonly layout: Layout;
  readonly sources: readonly SourceId[];
}

/** How many sources a layout takes, least and most. */
export const layoutSize: Readonly<Record<Layout, readonly [least: number, most: number]>> = {
  one: [1, 1],
  two: [2, 2],
  strip: [2, 5],
  four: [1, 4],
  holding: [0, 0],
};

export const holdingSlide: Scene = { layout: "holding", sources: [] };

export interface Message {
  readonly id: MessageId;
  readonly seq: number;
  readonly at: Instant;
  readonly passId: PassId;
  readonly name: string;
  readonly place: string;
  /** Null once a moderator has deleted it. */
  readonly text: string | null;
}

/** How many messages the stage keeps at hand for those who join late. */
export const chatKept = 200;

export interface StageSeed {
  readonly occurrenceId: OccurrenceId;
  readonly hostRoomId: RoomId | null;
  readonly roomIds: readonly RoomId[];
}

/** The stage before its first event. */
export function newStage(seed: StageSeed): Stage {
  return {
    occurrenceId: seed.occurrenceId,
    seq: 0,
    phase: "waiting",
    openedAt: null,
    endedAt: null,
    format: "plenary",
    hostRoomId: seed.hostRoomId,
    roomIds: seed.roomIds,
    speakingTime: 180,
    people: {},
    queue: [],
    floor: [],
    openRooms: {},
    openMics: [],
    muted: {},
    program: holdingSlide,
    programSince: null,
    screens: {},
    desk: null,
    removed: [],
    chatOn: true,
    chat: [],
    touched: {},
  };
}
