const words = {
  title: "Open an invite",
  opening: "Opening your invite…",
  waiting: "Waiting",
  slow: "The server has not answered yet. Your line may be slow: keep this page open, it goes on by itself.",
  opened: "Your invite is open. One moment…",
  failed: "Your invite did not open",
  unknownInvite: {
    what: "The server does not know this invite.",
    safe: "",
    act: "Perhaps the link was cut when it was copied: open it again from the message, or ask whoever gave it to you for a new one.",
  },
  noAnswer: {
    what: "The server does not answer.",
    safe: "This page still holds your invite.",
    act: "Check your line, then try again. Until then keep this page open: its address no longer has the invite in it.",
  },
  again: "Try again",
  choice: {
    title: "What is this computer for?",
    station: "Station",
    stationIs: "This computer runs the room: its cameras, its sound, its screen. One computer a room.",
    console: "Console",
    consoleIs:
      "This computer steers: who speaks, what stands on the screens. The station runs on another one, or in another tab.",
  },
  home: {
    title: "One conference, many rooms",
    lead: "Crossroom links conference rooms in several cities with people who join by browser. They see and hear each other as one conference.",
    how: "You come in with an invite: a link or a QR code from whoever holds the conference. Open it in this browser. No account, nothing to install.",
    held: "Your passes in this browser",
    heldIs: "Each came with an invite that you have opened here.",
    open: "Open",
  },
  roles: {
    organiser: "Organiser",
    scheduler: "Scheduler",
    "room-keeper": "Room keeper",
    "group-contact": "Group contact",
    operator: "Room operator",
    moderator: "Moderator",
    participant: "Participant",
  },
};

export type JoinWords = typeof words;
export default words;
