import type { Detail } from "../plan/detail.ts";
import type { Refusal } from "../stage/commands.ts";

/** What the server answers when it does not do what was asked. The pages turn codes into words; see docs/PROTOCOL.md. */
export type ErrorCode =
  | Refusal
  | "bad-request"
  | "not-attached"
  | "no-pass"
  | "in-use-elsewhere"
  | "room-taken"
  | "not-wanted"
  | "too-many"
  | "gap"
  | "fold"
  | "unknown-zone"
  | "in-use"
  | "pinned"
  | "nothing-to-undo"
  | "conflicts"
  | "expired"
  | "busy"
  | "internal";

export const errorWords: Readonly<Record<ErrorCode, string>> = {
  "bad-request": "The input does not fit the request's schema, or the media layer refused its parameters.",
  forbidden: "This role, or this console without the desk, may not do that.",
  "not-found": "No such thing within what this pass may see.",
  "not-live": "The session is not open yet.",
  ended: "The session has ended.",
  conflict: "Somebody else has changed this since the state that was seen (`baseSeq`).",
  already: "It is so already, and doing it twice would mean something else.",
  "not-in-queue": "No such place in the queue.",
  "not-on-floor": "Not called and not on air.",
  "not-a-picture": "A sound cannot stand on a screen.",
  "wrong-count": "The layout takes another number of sources, each once.",
  "moderator-present": "A moderator is here and hands the desk over.",
  removed: "This person was removed from the session.",
  "chat-off": "The chat is switched off.",
  "introduce-first": "A name has to be chosen first.",
  "not-attached": "The page has not joined a session, or has left it.",
  "no-pass": "No valid pass: never given, ended, or its invite was revoked.",
  "in-use-elsewhere": "Another tab with the same pass is publishing.",
  "room-taken": "Another station runs this room; it can be taken over explicitly.",
  "not-wanted": "The stage does not ask this page for that stream now.",
  "too-many": "A limit was reached; try again later.",
  gap: "That time does not exist there: the clocks are put forward over it.",
  fold: "That time comes twice there: the clocks are put back over it. Say which.",
  "unknown-zone": "No such time zone.",
  "in-use": "Other things of the plan refer to it.",
  pinned: "Its time is pinned: only a person moves it.",
  "nothing-to-undo": "There is no edit of one's own to take back, or to make again.",
  conflicts: "The plan has conflicts that nobody has agreed to.",
  expired: "The invite has expired, was used up, or was revoked.",
  busy: "The server is starting or stopping.",
  internal: "Something broke on the server; the incident's number is in its log.",
};

export interface Failure {
  readonly code: ErrorCode;
  /** Is it worth sending the same again later? */
  readonly retry: boolean;
  /** Names the entry in the server's log. */
  readonly incident?: string;
  /** Edits of the plan: what more there is to say. */
  readonly detail?: Detail;
}

/** Every request is answered with this; `time` is the server's clock, `epoch` names the run of the server. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value; readonly time: number; readonly epoch: string }
  | { readonly ok: false; readonly error: Failure; readonly time: number; readonly epoch: string };
