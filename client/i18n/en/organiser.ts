import type { DayParts } from "../wording.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const words = {
  page: "Conference",
  loading: "Fetching the conference from the server…",
  now: (date: string, time: string, city: string) => ({ before: `${date}, `, time, after: ` in ${city}` }),
  conference: {
    which: "Conference",
    fresh: "New conference",
    rename: "Rename",
    renameTitle: (name: string) => `Another name for ${name}`,
    name: "Name of the conference",
    nameHint: "As participants read it above the sessions.",
    create: "Create conference",
    span: (first: DayParts, last: DayParts, date: (day: DayParts) => string) => {
      if (first.year !== last.year || first.month !== last.month) return `${date(first)} to ${date(last)}`;
      return first.day === last.day ? date(first) : `${first.day} to ${date(last)}`;
    },
    begins: (days: number) => (days === 0 ? "begins today" : `begins in ${count(days, "day", "days")}`),
    another: "Another organiser:",
    anotherHow: "an invite for one is made here, or on the server with",
  },
  empty: {
    title: "Nothing here yet",
    conference: "Name the conference",
    conferenceIs: "The whole gathering: rooms in several cities, over some days.",
    room: "Start with one room",
    roomIs: "A place where people sit together. Its city tells everybody what time it is there.",
    session: "Add a session",
    sessionIs:
      "What is held when, and which rooms are linked. It opens and ends by the hand of a moderator or operator.",
    invite: "Hand out invites",
    inviteIs: "One for each room’s operator, one for the moderator, one for all participants: they can share it.",
    will: "What rooms look like in time",
    willIs:
      "One strip a place, one moment straight down. White is a kind hour, solid is night. A session is a block on every strip that it links, so you see at once for whom it is early and for whom it is late.",
    second: "a second place",
    third: "a third",
  },
  invites: {
    title: "Invites",
    fresh: "New invite",
    columns: { label: "For", opens: "Opens", ends: "Ends", inUse: "In use", acts: "Acts" },
    none: "No invite is open. Make one for each room’s operator, one for the moderator and one for all participants.",
    noEnd: "no end",
    ended: (number: number) => `${count(number, "invite", "invites")} revoked or at an end`,
    revoked: "revoked",
    expired: (when: string) => `ended ${when}`,
    revoke: "Revoke…",
    revokeName: (label: string) => ` ${label}`,
    opens: {
      organiser: "this page",
      operator: (room: string) => `${room}: its station, screen and console`,
      moderatorAll: "every session, from the console",
      moderatorOne: (title: string) => `“${title}”, from the console`,
      participantAll: "all sessions, listening and hands",
      participantOne: (title: string) => `“${title}”, listening and hands`,
      sitsIn: (what: string, room: string) => `${what}, as somebody in ${room}`,
    },
    goneRoom: "a room that is gone",
    goneSession: "a session that is gone",
  },
  revoke: {
    title: (label: string) => `Revoke “${label}”?`,
    link: "Its link and its QR code stop working at once.",
    people: (number: number) =>
      number === 0
        ? "Nobody has come with it."
        : number === 1
          ? "The one person who came with it leaves the session now and cannot return with it."
          : `The ${number} people who came with it leave the session now and cannot return with it.`,
    final: "This cannot be undone; you can make a new invite at any time.",
    keep: "Keep it",
    act: "Revoke",
  },
  newInvite: {
    title: "New invite",
    role: "Who is it for?",
    roles: {
      participant: "Participants: listen, raise a hand, speak when called",
      operator: "Operator of a room: its station, screen and console",
      moderator: "Moderator: opens, calls, ends; from the console",
      organiser: "Organiser: this page",
    },
    label: "Name of the invite",
    labelHint: "Only organisers read it: who it is for.",
    labels: {
      participant: "Participants",
      operator: (room: string) => `${room} station`,
      moderator: "Moderator",
      organiser: "Organiser",
    },
    room: "Room",
    sitsIn: "They sit in",
    noRoom: "no room: they join from elsewhere",
    session: "Opens",
    allSessions: "all sessions",
    ends: "Ends",
    lives: { day: "in one day", week: "in one week", month: "in one month", never: "no end" },
    who: "Who may open it",
    shared: "Shared: whoever has the link, for a chat group or a wall",
    personal: "Personal: only the first browser that opens it",
    create: "Make the invite",
    needsRoom: "An operator needs a room: add one first.",
  },
  shown: {
    qr: (label: string) => `QR code of the invite “${label}”`,
    url: "Link",
    print: "Print sheet",
    done: "Done",
    once: "Shown this once: the server keeps only a fingerprint of the link. If it is lost, make a new invite and revoke this one.",
    participant:
      "Whoever has this link can listen and raise a hand. You will see how many came with it, not who they are.",
    other: "Whoever has this link can do what it opens: give it only to whom it is for.",
    sheet:
      "Scan the code with the camera of your phone, or type the link into a browser. No account, nothing to install.",
  },
  rooms: {
    title: "Rooms",
    add: "Add a room",
    columns: { room: "Room", now: "There now", venue: "Venue", acts: "Acts" },
    none: "No room yet. A room is a place where people sit together; remote people need none.",
    edit: "Edit",
    inCity: (name: string, city: string) => (name === city ? "" : city),
  },
  room: {
    addTitle: "Add a room",
    editTitle: (name: string) => `Edit ${name}`,
    city: "City",
    cityHint:
      "Type its first letters and choose it from the list. Is yours not there? Take the nearest larger one, and give the room its own name.",
    choose: "Choose the city from the list: it tells the time zone.",
    found: (number: number) =>
      number === 0 ? "No such city in the list." : `${count(number, "city", "cities")} found.`,
    searching: "Searching…",
    thereNow: "It is there now",
    name: "Name of the room",
    nameHint: "As all read it: the city, or the hall where a city has several.",
    venue: "Venue",
    venueHint: "The building, where several rooms share its line. May stay empty.",
    add: (name: string) => (name === "" ? "Add room" : `Add ${name}`),
  },
  sessions: {
    title: "Sessions",
    add: "Add a session",
    columns: { title: "Session", when: "When", rooms: "Linked rooms", state: "State", acts: "Acts" },
    none: "No session yet. Say what is to be held, when it begins where its host sits, and which rooms are linked.",
    phases: { waiting: "Waiting", live: "Live", ended: "Ended" },
    host: (room: string) => `${room} hosts`,
    remoteOnly: "remote people only",
    edit: "Edit",
    cancel: "Cancel…",
  },
  session: {
    addTitle: "Add a session",
    editTitle: (title: string) => `Edit “${title}”`,
    name: "Title",
    host: "Host room",
    hostHint: "Where it is chaired from; its sound is open when the session opens. The time below is its time.",
    noHost: "none: only remote people",
    date: "Date",
    time: (city: string) => `Begins, time in ${city}`,
    minutes: "Minutes",
    rooms: "Linked rooms",
    roomsHint: "They see and hear each other.",
    add: "Add session",
    needsAll: "Give a title, a date, a time and a length of 5 to 1440 minutes.",
    fold: "Which of the two?",
    first: (offset: string) => `The first, before the clocks go back (${offset})`,
    second: (offset: string) => `The second, after the clocks went back (${offset})`,
  },
  cancelSession: {
    title: (title: string) => `Cancel “${title}”?`,
    text: "It leaves the schedule at once. Invites that open only this session then open nothing.",
    keep: "Keep it",
    act: "Cancel the session",
  },
};

export type OrganiserWords = typeof words;
export default words;
