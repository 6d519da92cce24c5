import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { Trouble } from "../wording.ts";

const safe = "Nothing was changed.";

const codes: Readonly<Record<ErrorCode, Trouble>> = {
  "bad-request": {
    what: "The server did not understand that.",
    safe,
    act: "Check what you entered. If it looks right, reload the page.",
  },
  forbidden: { what: "You may not do that here.", safe, act: "Ask a moderator, or whoever has the desk." },
  "not-found": {
    what: "That is no longer there.",
    safe,
    act: "Look at the page again: somebody may have taken it away.",
  },
  "not-live": { what: "The session is not open yet.", safe, act: "Wait until it opens, or open it." },
  ended: { what: "The session has ended.", safe: "What was said and decided stays as it was.", act: "" },
  conflict: { what: "Somebody else changed this a moment ago.", safe, act: "Look at how it is now, then try again." },
  already: { what: "It is so already.", safe, act: "" },
  "not-in-queue": { what: "That place in the queue is gone.", safe, act: "Look at the queue as it is now." },
  "not-on-floor": { what: "That person is not called and not on air.", safe, act: "" },
  "not-a-picture": {
    what: "That is a sound: it cannot stand on a screen.",
    safe,
    act: "Choose a camera or a shared screen.",
  },
  "wrong-count": {
    what: "This layout takes another number of pictures.",
    safe,
    act: "Choose another layout, or more or fewer sources.",
  },
  "moderator-present": {
    what: "A moderator is here and hands the desk over.",
    safe,
    act: "Ask the moderator for the desk.",
  },
  removed: {
    what: "You were removed from this session.",
    safe: "",
    act: "If that was a mistake, write to whoever invited you.",
  },
  "chat-off": {
    what: "The chat is switched off.",
    safe: "Your message was not sent.",
    act: "Keep it, and try again when the chat is on.",
  },
  "introduce-first": { what: "You have not chosen a name yet.", safe, act: "Choose one, any name; then try again." },
  "not-attached": { what: "This page is not in the session.", safe, act: "Wait a moment, or reload the page." },
  "no-pass": { what: "Your pass is no longer valid.", safe: "", act: "Open your invite again, or ask for a new one." },
  "in-use-elsewhere": {
    what: "Another tab of yours is sending already.",
    safe: "It goes on there.",
    act: "Use that tab, or take over with this one.",
  },
  "room-taken": {
    what: "Another computer runs this room.",
    safe: "It goes on there.",
    act: "Leave it so, or take the room over with this one.",
  },
  "not-wanted": { what: "The session does not need that now.", safe, act: "" },
  "too-many": { what: "That was too much at once.", safe, act: "Wait a minute, then try again." },
  gap: {
    what: "That time does not exist there: the clocks are put forward over it.",
    safe,
    act: "Choose an earlier or a later time.",
  },
  fold: {
    what: "That time comes twice there: the clocks are put back over it.",
    safe,
    act: "Say which of the two you mean.",
  },
  "unknown-zone": { what: "That time zone is not known.", safe, act: "Choose the city from the list." },
  "in-use": { what: "Something else in the plan uses it.", safe, act: "Take it out there first." },
  pinned: { what: "One of the sessions is pinned.", safe, act: "Unpin it first, or leave it out." },
  "nothing-to-undo": { what: "There is no edit of yours to take back or to make again.", safe, act: "" },
  conflicts: {
    what: "The plan has conflicts that nobody has agreed to.",
    safe: "Nothing was released.",
    act: "Mend them, or say for each that it is left so.",
  },
  expired: {
    what: "This invite no longer works: it expired, was used up, or was revoked.",
    safe: "",
    act: "Ask whoever gave it to you for a new one.",
  },
  busy: { what: "The server is starting or stopping.", safe, act: "Try again in a few seconds." },
  internal: {
    what: "Something broke on the server.",
    safe: "What was there before is kept.",
    act: "Try again. If it happens again, tell whoever runs the server.",
  },
};

const errors = {
  codes,
  unknown: { what: "The server cannot be reached.", safe, act: "Check your line, then try again." },
  broken: {
    what: "This page has broken.",
    safe: "What the server holds is safe.",
    act: "Reload the page: you come back to where you were.",
  },
  incident: (number: string) => `The entry in the server's log is ${number}.`,
};

export default errors;
