import type { PlanCommandName } from "../../../shared/protocol/plan.ts";
import type { DayParts } from "../wording.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const about = (verb: string) => (subject: string) => (subject === "" ? verb : `${verb} “${subject}”`);

/** What an edit did, as its name in the journal and beside Undo. */
const edits: Readonly<Record<PlanCommandName, (subject: string) => string>> = {
  createConference: about("new conference"),
  updateConference: about("change the conference"),
  duplicateConference: about("copy of a conference,"),
  removeConference: about("remove the conference"),
  createVenue: about("new venue"),
  updateVenue: about("change the venue"),
  removeVenue: about("remove the venue"),
  createRoom: about("new room"),
  updateRoom: about("change the room"),
  removeRoom: about("remove the room"),
  createGroup: about("new group"),
  updateGroup: about("change the group"),
  removeGroup: about("remove the group"),
  createPerson: about("new person"),
  updatePerson: about("change"),
  removePerson: about("remove"),
  createPool: about("new pool"),
  updatePool: about("change the pool"),
  removePool: about("remove the pool"),
  useInConference: about("use here or no more:"),
  createSession: about("new session"),
  updateSession: about("change"),
  moveOccurrence: about("move"),
  addOccurrence: about("once more:"),
  removeOccurrence: about("once less:"),
  placeOccurrences: about("take the suggested times,"),
  removeSession: about("remove the session"),
  duplicateSession: about("copy of a session,"),
  duplicateDay: about("copy of a day"),
  pasteSessions: about("paste sessions"),
  importPlan: about("read a plan from a file,"),
  chooseZoneData: about("take the new zone data"),
  undo: about("undo"),
  redo: about("redo"),
  release: about("release"),
};

const words = {
  page: "Plan",
  loading: "Fetching the plan from the server…",
  now: (date: string, time: string, city: string) => ({ before: `${date}, `, time, after: ` in ${city}` }),
  which: "Conference",
  notForPlan: {
    what: "Your invite does not open the plan.",
    safe: "",
    act: "Ask an organiser for an invite for schedulers, room keepers or group contacts.",
  },
  forbidden: {
    what: "Your invite does not let you change that.",
    safe: "Nothing was changed.",
    act: "Ask a scheduler or an organiser to do it.",
  },
  views: { label: "Views of the plan", overview: "Overview", day: "Day", session: "Session", table: "Table" },
  pager: { earlier: (day: string) => `The day before: ${day}`, later: (day: string) => `The day after: ${day}` },
  title: {
    days: (first: DayParts, last: DayParts, date: (day: DayParts) => string) => {
      if (first.year !== last.year || first.month !== last.month) return `${date(first)} to ${date(last)}`;
      return first.day === last.day ? date(first) : `${first.day} to ${date(last)}`;
    },
    noDays: "No days yet",
    noSession: "No session chosen",
  },
  note: {
    sessions: (sessions: number, unplaced: number) =>
      `${count(sessions, "session", "sessions")}, ${unplaced === 0 ? "none unplaced" : `${unplaced} unplaced`}`,
    shown: (shown: number, all: number) => `${shown} of ${count(all, "session", "sessions")}`,
    session: (minutes: number, state: string, host: string | null) =>
      `${minutes} minutes, ${state}, ${host === null ? "remote only" : `host ${host}`}`,
  },
  ruler: { label: "Times of" },
  states: { idea: "idea", tentative: "tentative", firm: "firm", cancelled: "cancelled" },
  draft: {
    never: "Draft, never released",
    same: (number: number) => `As in release ${number}`,
    changed: (changes: number, number: number) =>
      `Draft · ${count(changes, "change", "changes")} since release ${number}`,
    release: "Release…",
  },
  undo: { undo: "Undo", redo: "Redo", nothing: "Nothing of yours to undo", nothingAgain: "Nothing of yours to redo" },
  done: { undone: (edit: string) => `Undone: ${edit}.`, redone: (edit: string) => `Made again: ${edit}.` },
  edits,
  look: {
    word: "Look",
    count: (number: number) => count(number, "conflict", "conflicts"),
    show: "Go to the conflicts",
  },
  search: {
    label: "Search sessions",
    placeholder: "Search",
    state: "State",
    anyState: "All states",
    place: "Room or group",
    anyPlace: "All places",
    rooms: "Rooms",
    groups: "Groups",
    conflicts: "With conflicts",
    clear: "Show all",
    none: "No session is like that.",
  },
  add: {
    label: "Add to the plan",
    room: "Add room",
    group: "Add group",
    session: "Add session",
    paste: "Paste sessions",
    more: "More…",
  },
  refused: {
    edit: (author: string, edit: string, time: string, city: string) =>
      `${author} did this in the meantime, at ${time} in ${city}: ${edit}.`,
    users: (names: readonly string[]) => `It is used by: ${names.map((name) => `“${name}”`).join(", ")}.`,
    started: (titles: readonly string[]) =>
      `Already begun, and not as released any more: ${titles.map((title) => `“${title}”`).join(", ")}.`,
    conflicts: (number: number) => `${count(number, "conflict is", "conflicts are")} not agreed to.`,
    fields: (fields: readonly string[]) => `Not right: ${fields.join(", ")}.`,
    rows: (rows: readonly number[]) => `Rows that were not understood: ${rows.join(", ")}.`,
    show: "Show it",
    away: "Put away",
  },
  zoneNote: {
    moves: (number: number, version: string) =>
      `The server has other time zone data (${version}): by them ${count(number, "session", "sessions")} would be at another moment.`,
    choose: "Look and choose…",
  },
  clocks: {
    gapTitle: "That time does not exist there",
    gap: (time: string, city: string) =>
      `${time} is skipped in ${city}: the clocks are put forward over it. Which time do you mean?`,
    foldTitle: "That time comes twice there",
    fold: (time: string, city: string) =>
      `${time} comes twice in ${city}: the clocks are put back. Which of the two do you mean?`,
    first: (time: string, offset: string) => `The first ${time} (${offset})`,
    second: (time: string, offset: string) => `The second ${time} (${offset})`,
    before: (time: string) => `${time}, before the clocks change`,
    after: (time: string) => `${time}, after the clocks have changed`,
  },
  empty: {
    title: "Nothing to plan yet",
    read: "Read a plan.json…",
    conference: "Name the conference",
    conferenceIs: "The whole gathering: rooms in several cities and people far away, over some days.",
    create: "Create conference",
    room: "Start with one room",
    roomIs: "A place where people sit together. Its city tells the planner when its day begins.",
    rooms: "Rooms",
    roomsAre: (names: string) => `${names}. More of them with “Add room”.`,
    noRoom: "No room: all join from elsewhere",
    opens: "Opens",
    closes: "Closes",
    addRoom: (name: string) => (name === "" ? "Add room" : `Add ${name}`),
    groups: "Groups",
    groupsAre: "People who join from elsewhere and share a zone: “Sonsonate, 22 people, second shift from 14:00”.",
    groupsHere: (names: string) => `${names}. More of them with “Add group”.`,
    addGroup: (name: string) => (name === "" ? "Add group" : `Add ${name}`),
    noGroup: "No group now: go on to sessions",
    sessions: "Sessions",
    sessionsAre:
      "What is to be held, how long, and who must be linked. Then the planner shows which hours are kind to whom.",
    addSession: "Add the first session",
    orPaste: "Do you have them in a spreadsheet? Paste the table.",
    will: "What this page will show",
    second: "a second place",
    third: "a third",
    willIs:
      "One strip a place, one moment straight down. Plain is a kind hour, the darkest is night. A session is a block on every strip that it links, so you see at once for whom it is early and for whom it is late.",
  },
  keeper: {
    roomTitle: (name: string) => `Your room: ${name}`,
    groupTitle: (name: string) => `Your group: ${name}`,
    saved: "Saved.",
    lead: "Others plan with what you say here. Keep it as it really is.",
    gone: "What your invite was for is no longer in the plan.",
    hours: "Hours",
    editHours: "Edit",
    equipment: "Equipment",
    noEquipment: "none named",
    people: "People",
    now: "There now",
    sessions: "Sessions in which it is linked",
    none: "None yet.",
    unplaced: "not placed yet",
    columns: { session: "Session", when: "When, there", state: "State", how: "Linked" },
    live: "live",
    playback: "playback",
    must: "must",
    may: "may",
  },
};

export type PlannerWords = typeof words;
export default words;
