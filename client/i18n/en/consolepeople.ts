// Who takes part: remote people, queue, floor, chat, and whoever is at this console.

export const remote = {
  title: "Remote",
  called: "Called",
  nobody: "Nobody remote is called or on air.",
  counts: (listening: number, away: number) => ({
    listening: String(listening),
    rest: away > 0 ? ` listening, ${away} coming back` : " listening",
  }),
  roster: "Everybody present",
  away: "coming back",
  you: "you",
  pages: { participant: "participant", station: "station", console: "console" },
  call: (name: string) => `Call ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeIs: (name: string) =>
    `Sound and picture of ${name} end at once, and that browser cannot come back to this session.`,
  keep: "Keep",
  none: "Nobody is here yet.",
};

export const queue = {
  title: (number: number) => (number === 0 ? "Queue" : `Queue, ${number} waiting`),
  side: "Queue and chat",
  callNext: "Call next",
  call: (name: string) => `Call ${name}`,
  skip: (name: string) => `Skip ${name}`,
  order: "Order of speakers",
  next: "Next",
  empty: "Nobody waits. Hands of remote people appear here; type hands of a room below.",
  more: (name: string) => `More for ${name}`,
  up: "Move up",
  down: "Move down",
  lower: "Lower hand",
  upOf: (name: string) => `Move up ${name}`,
  downOf: (name: string) => `Move down ${name}`,
  lowerOf: (name: string) => `Lower hand of ${name}`,
  skipped: "Did not answer before",
  states: {
    ready: "Level checked",
    asked: "Asked for the microphone",
    refused: "Microphone refused",
    none: "No microphone",
    away: "Away, place kept",
  },
  typed: (room: string) => `${room}, hand in the room`,
  type: "Type a hand…",
  typeTitle: "A hand in a room",
  typeRoom: "Room",
  typeLabel: "Who, or which microphone",
  typeHint: "As you will call it out: “Microphone 2”, “Lindiwe”.",
  typeAct: "Put into the queue",
};

export const floor = {
  title: "On the floor",
  nobody: "Nobody has the floor.",
  called: (name: string) => `${name} is called`,
  speaks: (name: string) => `${name} speaks`,
  noAnswer: (seconds: number) => `No answer for ${seconds} s`,
  since: (seconds: number) => `called ${seconds} s ago`,
  waitsForSound: "ready, not heard yet",
  of: "of",
  left: "left",
  over: (time: string) => `${time} over`,
  ends: (time: string) => `Session ends ${time}`,
  endsIn: (time: string) => `in ${time}`,
  endedBy: (time: string) => `${time} over`,
  speakingTime: "Speaking time",
  seconds: (number: number) =>
    number % 60 === 0 ? `${number / 60} min` : `${Math.floor(number / 60)}:${String(number % 60).padStart(2, "0")} min`,
  format: "Form",
  plenary: "Plenary",
  discussion: "Discussion",
};

export const chat = {
  title: "Chat",
  tab: (fresh: number) => (fresh === 0 ? "Chat" : `Chat, ${fresh} new`),
  empty: "Nothing written yet. All who take part can read along.",
  off: "The chat is off. Moderators can still write.",
  deleted: "Deleted",
  delete: "Delete",
  deleteOf: (name: string) => `Delete message of ${name}`,
  write: "Message to everybody",
  send: "Send",
  on: "Chat is on",
  switchOff: "Switch chat off",
  switchOn: "Switch chat on",
};

export const own = {
  title: "Your microphone",
  speak: "Speak",
  stop: "Stop speaking",
  mute: "Mute my microphone",
  unmute: "Unmute my microphone",
  cameraOn: "Camera on",
  cameraOff: "Camera off",
  level: "Your level, only you see it",
  asking: "The browser asks for the microphone",
  hear: "Hear the program",
  blocked: "Sound is blocked: press here",
  elsewhere: "Another tab of yours is sending.",
  useThis: "Use this tab",
  onAir: "You are on air",
  lostTrack: "Your microphone is open, but this page has none. Press Speak.",
  failures: {
    microphone: {
      refused: "The browser does not allow the microphone. Allow it at the address bar, then press Speak.",
      none: "No microphone is there. Plug one in, then press Speak.",
      failed: "The microphone does not work, or another program has it. Close that, then press Speak.",
      lost: "The microphone is gone. Plug it in, then press Speak.",
    },
    camera: {
      refused: "The browser does not allow the camera. Allow it at the address bar, then press Camera on.",
      none: "No camera is there. Plug one in, then press Camera on.",
      failed: "The camera does not work, or another program has it. Close that, then press Camera on.",
      lost: "The camera is gone. Plug it in, then press Camera on.",
    },
  },
};

export const you = {
  are: "You are here as",
  change: "Change name",
  title: "Your name",
  is: "Others read it in the chat and when you speak.",
};
