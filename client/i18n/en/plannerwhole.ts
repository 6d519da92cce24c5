// Forms about the whole plan: copies, the file, other zone data, what was done; and the keys.

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const copy = {
  make: "Duplicate",
  session: "With the same links. It is not placed yet.",
  day: (day: string) => `All sessions that begin on ${day}, at the same times of another day.`,
  conference:
    "With its rooms and sessions at the same times of the new days. Groups, people and interpreters are shared, not copied.",
  another: (name: string) => `${name}, copy`,
  title: "Title of the copy",
  name: "Name of the copy",
  fromDay: "Day",
  toDay: "To",
  firstDay: "Its first day",
  firstDayHint: "Empty: the same days.",
};

export const file = {
  out: "Out",
  outIs: (name: string) => `All of “${name}” as plan.json: to keep, to send, to read in elsewhere.`,
  save: "Save plan.json",
  in: "In",
  choose: "plan.json",
  inIs: "You see what is in it before anything happens.",
  noPlan: "That is no plan of Crossroom.",
  read: "Read it in",
  holds: (rooms: number, groups: number, people: number, pools: number) =>
    [
      count(rooms, "room", "rooms"),
      count(groups, "group", "groups"),
      count(people, "person", "people"),
      count(pools, "pool", "pools"),
    ].join(", "),
  sessions: (sessions: number, placed: number) => `${count(sessions, "session", "sessions")}, ${placed} placed`,
  fresh: "It becomes a new conference.",
  replaces: (name: string) => `“${name}” is here already and becomes like the file. You can undo this.`,
  otherZones: (file: string, here: string) =>
    `It was made with time zone data ${file}, here is ${here}: wall times are kept.`,
};

export const zoneData = {
  take: "Take the new data",
  is: (version: string) =>
    `The server has time zone data ${version}. With it some wall times mean another moment than before. Say for each session what stays.`,
  none: "No session moves with it.",
  was: (when: string, city: string, data: string) => `It was ${when} in ${city}, by data ${data}.`,
  wall: (when: string, city: string, offset: string, utc: string) =>
    `Keep the wall time: ${when} in ${city} (${offset}), now ${utc} UTC`,
  wallAsks: (when: string, city: string) =>
    `Keep the wall time: ${when} in ${city}, which does not exist there now or comes twice: it becomes a conflict`,
  instant: (when: string, city: string, offset: string, utc: string) =>
    `Keep the moment: ${utc} UTC, now ${when} in ${city} (${offset})`,
};

export const journal = {
  none: "Nothing yet.",
  by: (author: string, day: string, time: string, city: string) => `${author}, ${day}, ${time} in ${city}`,
  undo: "Undo",
  undoOf: (edit: string) => `Undo: ${edit}`,
  close: "Close",
};

export const keys = {
  list: [
    { keys: ["Tab"], does: "From key to key; one stop for all sessions of a day" },
    { keys: ["←", "→"], does: "In the day: from session to session; while one moves: 15 minutes" },
    { keys: ["Enter"], does: "Takes a session, and puts it down" },
    { keys: ["Shift", "←", "→"], does: "An hour earlier or later" },
    { keys: ["PgUp", "PgDn"], does: "A day earlier or later" },
    { keys: ["[", "]"], does: "The possible start before, or after" },
    { keys: ["B"], does: "The next better start" },
    { keys: ["Esc"], does: "Puts it back where it was" },
    { keys: ["Ctrl", "Z"], does: "Undoes your last edit" },
    { keys: ["Ctrl", "Y"], does: "Makes it again" },
  ],
};
