const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const hours = (text: string): string => (text === "1" || /^[¼½¾]$/.test(text) ? `${text} hour` : `${text} hours`);

const words = {
  strips: {
    label: "Strips of the day",
    caption: (places: number, time: string, city: string) =>
      `${count(places, "place", "places")} by offset from UTC: the local time at the cursor, ${time} in ${city}, and what each pays`,
    cursor: "At the cursor",
    place: "Room, or people remote",
    strip: "Strip of 30 hours",
    burden: "Burden, in hours",
    burdenParts: "day, so far",
    closed: "closed",
    /** "Fri, night" */
    dayAndBand: (day: string, band: string) => `${day}, ${band}`,
    /** What the numbers and the bar say, read out. */
    pays: (day: string, all: string) => `${hours(day)} this day, ${hours(all)} so far`,
    paysMost: (day: string, all: string) => `at most ${hours(day)} this day, at most ${hours(all)} so far`,
    unavoidable: (text: string) => `, ${hours(text)} of that cannot be avoided`,
    folded: (first: string, more: number) => `${first} and ${more} more`,
    fold: (number: number) => `, fold ${number} places`,
    unfold: ", unfold",
    legendClosed: "closed, at work, not possible",
    legendUnavoidable: "cannot be avoided",
    clocks: (city: string, day: string, from: string, to: string) =>
      `Clocks change in ${city}, ${day}: ${from} becomes ${to}.`,
    clocksMark: (from: string, to: string) => `${from}→${to}`,
    look: "Look",
    none: "Nothing is held in these hours. Take a session that has no time yet, or turn to another day.",
    noneAtAll: "Nothing is held in these hours.",
  },
  session: {
    /** What is read out after the title of a session. */
    name: (when: string, minutes: number, state: string, costs: string) =>
      `, ${when}, ${count(minutes, "minute", "minutes")}, ${state}, ${costs}`,
    when: (day: string, time: string, city: string) => `${day} ${time} ${city}`,
    unplaced: "not placed yet",
    costs: (text: string) => `costs ${hours(text)}`,
    costsNobody: "costs nobody anything",
    /** Of a suggested plan: where the draft has it. */
    was: (when: string) => `, was ${when}`,
    wasUnplaced: ", had no time",
    conflict: ", look: something is wrong with it",
    moving: ", being moved",
    pinned: ", pinned",
    sessions: (number: number) => count(number, "session", "sessions"),
    from: (time: string) => `Sessions from ${time}`,
    states: { idea: "idea", tentative: "tentative", firm: "firm", cancelled: "cancelled" },
    minutes: (number: number) => `${number} min`,
  },
  tray: {
    title: "No time yet",
    more: (number: number) => `${number} more`,
  },
  chosen: {
    label: "The chosen session",
    span: (day: string, from: string, to: string, city: string) => `${day}, ${from}–${to} in ${city}`,
    move: "Move",
    edit: "Edit…",
    local: "Local times",
  },
  move: {
    title: (title: string) => `Moving “${title}”`,
    fromTo: (from: string, to: string, city: string) => `, ${from} to ${to} in ${city}`,
    to: (to: string, city: string) => `, to ${to} in ${city}`,
    /** Who pays the same: "San Salvador and Sonsonate start at 07:00: costs them 1 each, was 2." */
    cost: (names: readonly string[], time: string, cost: string, was: string | null) =>
      `${list(names)} ${names.length === 1 ? "starts" : "start"} at ${time}: costs ${
        names.length === 1 ? "" : "them "
      }${cost}${names.length === 1 ? "" : " each"}${was === null ? "" : `, was ${was}`}.`,
    others: (number: number, cost: string) => `${count(number, "other pays", "others pay")} ${cost} together.`,
    nobody: "It costs nobody anything.",
    total: (cost: string, was: string | null) => (was === null ? `${cost} in all` : `${cost} in all, was ${was}`),
    impossible: "Not possible here",
    more: (number: number) => `and ${count(number, "more reason", "more reasons")}`,
    unknown: "Nothing is known of this time.",
    better: "Next better:",
    betterCosts: (when: string, cost: string) => `${when}, costs ${cost} in all.`,
    noBetter: "No start near here costs less.",
    put: "Put here",
    next: "Next better",
    earlier: "Earlier",
    earlierName: "Earlier, 15 minutes",
    later: "Later",
    laterName: "Later, 15 minutes",
    back: "Put back",
    keysLabel: "Where to put it",
    may: "May start here",
    taller: "taller costs more",
    hint: "Shift with an arrow: an hour. Page up and down: a day. [ and ]: the next start that is possible.",
  },
  said: {
    taken: (title: string) =>
      `${title} is in your hand. Arrows move it by 15 minutes, Enter puts it down, Escape puts it back.`,
    at: (when: string, cost: string, was: string | null) =>
      `${when}. Costs ${hours(cost)}${was === null ? "" : `, was ${was}`}.`,
    possible: "May start here.",
    impossible: (why: string) => `Not possible: ${why}`,
    put: (title: string, when: string) => `${title} is put at ${when}.`,
    back: (title: string) => `${title} is back where it was.`,
    noLegal: "No further start is possible.",
    noBetter: "No start costs less.",
  },
  list: {
    caption: "The day’s sessions in the places’ local times",
    notLinked: "not linked",
    none: "Nothing is held on this day.",
    look: "Look",
  },
};

export type PlannerDayWords = typeof words;
export default words;
