// What is on air, and where it comes from: links, preview and program, who is heard.

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
export const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

export const links = {
  title: "Links",
  preview: "Preview",
  look: "Look",
  noLine: "No line",
  open: "Sound open",
  closed: "Sound closed",
  muted: "Sound muted",
  ownScene: "screen shows its own picture",
  ownHolding: "screen shows the holding slide",
  noScreen: "no screen open",
  measuring: "Line is being measured.",
  lost: (time: string, minutes: number) =>
    `Lost at ${time}, ${minutes < 1 ? "a moment" : count(minutes, "minute", "minutes")} ago. It comes back by itself.`,
  never: "No station yet: press Start room on the room’s computer.",
  soundOf: (name: string) => `Sound of ${name}`,
  openSound: (name: string) => `Open ${name}`,
  closeSound: (name: string) => `Close ${name}`,
  unmute: (name: string) => `Unmute ${name}`,
  acts: (name: string) => `Sound and screen of ${name}`,
  people: "Links and people",
  screenOf: (name: string) => `Screen of ${name}`,
  follow: "Follow the program",
  holding: "Holding slide",
  putPreview: "Put the preview here",
  troubles: {
    "camera-lost": "A camera is gone.",
    "sound-lost": "The room’s sound is gone.",
    "return-blocked": "The room does not hear the others: somebody must press a key at the station.",
    "output-lost": "The loudspeaker is gone.",
  },
  slow: "Slow line: people wait for each other’s answers.",
  ms: (number: number) => `${number} ms`,
  lossOf: (share: string) => `${share} lost`,
  rates: (up: string, down: string, unit: string) => `${up} up, ${down} down ${unit}`,
  decimal: ".",
};

export const monitors = {
  preview: "Preview",
  nextTake: "Next take",
  program: "Program",
  empty: "Choose a source below",
  noPicture: "No picture",
  onScreens: (on: number, of: number) => `On air on ${on} of ${of} screens`,
  onNoScreen: "On air, on no screen",
  notSeen: "Taken, not seen yet",
  holdingPlate: "Nothing on air",
  notOpen: "Not open yet",
  since: (layout: string, time: string) => `${layout} since ${time}`,
  noScreen: (names: readonly string[]) => `No screen open in ${list(names)}.`,
  waits: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? "waits" : "wait"} for the picture.`,
  own: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? "shows its" : "show their"} own picture.`,
  lost: (names: readonly string[]) => `No line to ${list(names)}.`,
  picture: (name: string) => `Picture of ${name}`,
  layout: "Layout",
  layouts: {
    one: "One",
    two: "Two side by side",
    strip: "One large with strip",
    four: "Grid of four",
    holding: "Holding slide",
  },
  /** As a sentence begins with it: "One picture since 16:23:09". */
  shown: {
    one: "One picture",
    two: "Two side by side",
    strip: "One large with strip",
    four: "Grid of four",
    holding: "Holding slide",
  },
  take: "Take",
  conflict: (now: string) =>
    `The program was changed meanwhile: it shows ${now}. Your preview is kept; Take puts it on air.`,
  holdingNow: "the holding slide",
  sources: "Sources",
  previewOf: (name: string) => `Preview ${name}`,
  second: (name: string) => `${name} 2`,
  screenOf: (name: string) => `${name}’s screen`,
  holding: "Holding slide",
  taken: "Taken",
};

export const voices = {
  title: "Heard on air",
  nobody: "Nobody is heard now.",
  muted: "muted",
  mute: (name: string) => `Mute ${name}`,
  endTurn: (name: string) => `End turn of ${name}`,
  room: "room",
  moderates: "moderator",
  speaks: "has the floor",
  closed: "Closed rooms",
};
