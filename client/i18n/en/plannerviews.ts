import type { DayParts } from "../wording.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const weekdays: readonly string[] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** "1 hour", "30 minutes", "1 hour 30 minutes": how far clocks are put. */
function length(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? count(hours, "hour", "hours") : "", rest > 0 ? count(rest, "minute", "minutes") : ""]
    .filter((part) => part !== "")
    .join(" ");
}

const words = {
  look: "Look",
  /** The band of hours in which nobody comes. */
  blocked: "blocked",
  playback: "playback",
  playbackOf: (name: string) => `${name} (playback)`,
  /** Everybody is linked; of more than one room. */
  everybody: (rooms: number, groups: number) =>
    `${rooms === 2 ? "both rooms" : `all ${rooms} rooms`}${groups === 0 ? "" : groups === 1 ? ", the group" : ", all groups"}`,
  states: { idea: "idea", tentative: "tentative", firm: "firm", cancelled: "cancelled" },
  minutes: (minutes: number) => `${minutes} min`,
  nthOf: (nth: number, of: number) => `${nth} of ${of}`,
  /** "Los Angeles 2¼" comes in. */
  pays: (most: string) => `most burden: ${most}`,
  weekday: ({ weekday }: DayParts) => weekdays[weekday] ?? "",

  overview: {
    days: (city: string) => `The days, in the time of ${city}`,
    empty: "No session yet",
    nothing: "The conference has no days and nothing is placed yet. Give it its days, or place a session.",
    nothingFound: "No session fits the search and the filters.",
    goesOn: (title: string) => `${title}, goes on`,
    unplaced: (number: number) => `Not placed yet: ${number}`,
    legend: "A name with a number pays so many hours outside its kind hours.",
    shift: (city: string, day: string, minutes: number) =>
      minutes === 0
        ? `From ${day} on, ${city} is again as the clocks at the side show.`
        : `From ${day} on, it is ${length(Math.abs(minutes))} ${minutes > 0 ? "later" : "earlier"} in ${city} than the clocks at the side show.`,
  },

  session: {
    choose: "Choose a session",
    gone: "This session is gone. Choose another one",
    nobody: "No room or group is linked yet.",
    placesCaption: "Every place with its local time, band and what it costs",
    columns: {
      place: "Place",
      start: "Local start",
      day: "Its day, 24 hours",
      band: "Band",
      costs: "Costs, h",
      room: "Room",
      setUp: "Set-up",
      lineCheck: "Line check",
      live: "Live",
      overrun: "May overrun until",
      closed: "Closed",
    },
    room: "room",
    host: "room, host",
    remote: (people: string) => `${people}, remote`,
    may: "may",
    noTime: "no time yet",
    seesLater: "sees it later, pays nothing",
    was: (time: string) => `was ${time}`,
    clockChange: (city: string, day: string, last: string, next: string, minutes: number) =>
      `${city}: the clocks go ${minutes > 0 ? "forward" : "back"} by ${length(Math.abs(minutes))} on ${day}; after ${last} comes ${next}.`,
    when: "When",
    unplaced: "Not placed yet",
    unplacedHow: "Find an hour takes it to the cheapest possible one of the day that is shown; you go on from there.",
    inCity: (city: string) => `in ${city}.`,
    costs: (hours: string) => `Costs ${hours} in all.`,
    wasAt: (when: string, hours: string) => `Was ${when}, cost ${hours}.`,
    notPossible: "Not possible there.",
    move: "Move",
    earlier: "Earlier",
    find: "Find an hour",
    better: "Next better",
    nextBetter: (time: string, hours: string) => `Next better: ${time}, costs ${hours}`,
    noBetter: "none near",
    noneFound: "There is none on the days that were looked at.",
    putHere: "Put here",
    putBack: "Put back",
    whyNot: "Why not another hour",
    reckoning: "Looking at the hours of the day…",
    nothingAgainst: "Nothing speaks against another hour of this day.",
    why: {
      before: (time: string) => `Before ${time}:`,
      after: (time: string) => `After ${time}:`,
      night: (group: string, time: string, costs: string, now: string) =>
        `${group} would be in its night: ${time} costs it ${costs} instead of ${now}.`,
      impossible: (title: string) => `${title}.`,
      least: (time: string) => `${time} costs least,`,
      leastCosts: (total: string, payers: readonly (readonly [string, string])[]) =>
        payers.length === 0
          ? "nobody pays anything."
          : `${total} in all: ${payers.map(([hours, name]) => `${hours} for ${name}`).join(", ")}.`,
      leastHere: "No possible hour of this day costs less.",
      cheaper: (time: string) => time,
      cheaperBut: (costs: string, title: string) => `would cost ${costs}, but: ${title}.`,
      noneKind: "No hour is kind to all.",
      noneKindOf: (groups: number) =>
        groups === 1
          ? "On this day the group has none of this length."
          : `On this day the ${groups} groups share none of this length.`,
    },
    windows: (city: string) => `Link windows, in the time of ${city}`,
    burden: "Burden, in hours",
    thisSession: "This session",
    acts: "Change the session",
    edit: "Edit session",
    duplicate: "Duplicate…",
    again: "Hold it once more",
    takeOff: "Take off the timetable",
    removeThis: "Remove this time",
    others: "Other sessions",
    also: (when: string) => `Also: ${when}`,
    before: (what: string) => `Before it: ${what}`,
    after: (what: string) => `After it: ${what}`,
    later: "Later",
  },

  burden: {
    title: "Burden of each group",
    group: "Group",
    all: "So far",
    unavoidable: "Unavoidable",
    bar: "As a bar",
    nobody: "No group yet. Each room brings its audience, remote people are groups of their own.",
    legend:
      "Hours outside kind hours over the whole conference, weighted: bearable 1, shoulder 3, night 8. Unavoidable is what the cheapest possible times would still cost; it is lined.",
  },

  table: {
    parts: "Parts of the table",
    sessions: "Sessions",
    wide: "All sessions, a wide table",
    caption:
      "Sessions with the local start in each linked city and what it costs in hours outside kind hours. Headers sort.",
    columns: {
      session: "Session",
      state: "State",
      length: "Length",
      linked: "Linked",
      costs: "Costs",
      conflicts: "Conflicts",
      acts: "Acts",
    },
    unplaced: "Not placed yet",
    linked: (linked: number, of: number) => `${linked} of ${of}`,
    notLinked: "not linked",
    move: "Move…",
    place: "Place…",
    legend: "Costs: hours outside kind hours, all linked rooms and groups. Each time is local to the city above it.",
  },

  things: {
    titles: { rooms: "Rooms", groups: "Groups", people: "People", pools: "Interpreters and operators" },
    none: {
      rooms: "No room yet. A room is a place where people sit together.",
      groups: "No group yet. A group is remote people who share a zone.",
      people: "Nobody yet. People are those whom a session needs: speakers, moderators.",
      pools: "None yet. Interpreters of two languages, or operators of a venue.",
    },
    name: "Name",
    place: "Place",
    venue: "Venue",
    times: "Set-up and clearing",
    people: "People",
    split: "Parallel sessions",
    neededIn: "Needed in",
    elsewhere: "Also in",
    serves: "For",
    size: "How many",
    rest: "Stretch and rest",
    edit: "Edit",
    at: (city: string, offset: string) => `${city}, ${offset}`,
    setUp: (before: number, after: number) => `${before} min before, ${after} min after`,
    audience: "in the room",
    maySplit: "may split",
    together: "together",
    sessions: (number: number) => count(number, "session", "sessions"),
    between: (one: string, other: string) => `interpreting ${one} ↔ ${other}`,
    operators: (venue: string) => `operators of ${venue}`,
    stretch: (longest: number, rest: number) => `${longest} min at most, then ${rest} min rest`,
  },

  conflicts: {
    title: "Conflicts",
    count: (errors: number, warnings: number) =>
      [
        errors > 0 ? count(errors, "conflict", "conflicts") : "",
        warnings > 0 ? count(warnings, "warning", "warnings") : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    none: {
      overview: "No conflicts",
      day: "No conflicts on this day",
      session: "No conflicts of this session",
      table: "No conflicts",
      found: "No conflicts among the sessions found",
    },
    warning: "Warning",
    more: (number: number) => `Show ${number} more`,
    open: (title: string) => `Open “${title}”`,
    looking: "Looking for what would mend it…",
    notReckoned: "What would mend it could not be reckoned on this device.",
    afterMoving: "What would mend it is looked for once the session in your hand is put down.",
    mended: (done: string, left: number) =>
      `Done: ${done} ${left === 0 ? "Nothing is left to look at here." : `${left} left here.`}`,
  },
};

export type PlannerViews = typeof words;
export default words;
