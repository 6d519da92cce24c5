import type { PlanKind } from "../../../shared/plan/suggest/suggestion.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const sessions = (number: number): string => count(number, "session", "sessions");
const small: readonly string[] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** "five", "12" */
const number = (value: number): string => small[value] ?? String(value);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "42 seconds", "2 minutes", "1 minute 5 seconds" */
function length(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [
    minutes > 0 ? count(minutes, "minute", "minutes") : "",
    rest > 0 || minutes === 0 ? count(rest, "second", "seconds") : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

const kinds: Readonly<Record<PlanKind, string>> = {
  fairest: "Fairest",
  "least-total": "Least total",
  "least-change": "Least change",
};
const takes: Readonly<Record<PlanKind, string>> = {
  fairest: "Take the fairest",
  "least-total": "Take the least total",
  "least-change": "Take the least change",
};

const words = {
  /** In the planner's tools. */
  key: {
    name: "Suggest",
    /** Read out after the name. */
    running: "looking",
    ready: (plans: number): string => (plans === 1 ? "plan to see" : "plans to see"),
  },
  back: "Back to the plan",
  loading: "Asking the server for the latest suggestion…",
  none: "There is no suggested plan to show.",
  kinds,

  form: {
    title: "Suggest better link times",
    lead: "First as many sessions as possible get a time and reach as many people as they can; then the hours outside kind hours are shared out, so that no group always pays.",
    lead2:
      "No rule of the plan is broken for it, links that must be there stay live, and nothing changes until you take a plan.",
    about: "What it weighs",
    now: (hours: string, one: boolean) => `What the draft costs now: ${hours} ${one ? "hour" : "hours"}`,
    mode: "What for",
    plan: "Plan",
    planIs: "The best times there are, wherever the sessions stand now.",
    repair: "Repair",
    repairIs: (release: number) =>
      `Release ${release} with as few moves as possible. What has begun stays as it was held.`,
    scope: "What may move",
    whole: (number: number) => `The whole conference, ${sessions(number)}`,
    days: "These days",
    daysAre: "The days",
    daysNote: "What stands on these days, and what has no time yet. It stays within them.",
    some: "These sessions",
    find: "Find a session",
    found: (chosen: number, of: number) => `${chosen} of ${sessions(of)} chosen`,
    all: (number: number) => `Choose all ${number}`,
    nothingFound: "No session fits.",
    clear: "Choose none",
    pinned: (number: number) =>
      number === 1 ? "1 pinned session stays where it is." : `${number} pinned sessions stay where they are.`,
    carry: "Count what groups have paid at earlier conferences",
    carryIs: "Who has paid much before pays less now.",
    ledger: "What each group has paid",
    time: "How long at most",
    times: (seconds: number) => length(seconds),
    timeIs: "It ends sooner if the best plan is proven. You can stop it, or close this page, at any time.",
    start: "Look for better times",
    chooseDays: "Choose at least one day.",
    chooseSessions: "Choose at least one session.",
    last: (time: string, city: string) => `See the last suggestion again, of ${time} in ${city}`,
  },

  missing: {
    title: "Nothing to look for yet",
    days: "The conference has no days, and no session has a time: there is nowhere to put the sessions.",
    giveDays: "Give it its days",
    sessions: "There is no session that could move: all are cancelled or pinned.",
    toPlan: "Go to the plan",
  },

  run: {
    title: "Looking for better link times",
    waiting: "Waiting for another search",
    waitingIs: "The server looks for one plan at a time. This search begins by itself when the other one has ended.",
    ending: "Nothing is left to look for. The plans are put side by side, and the reasons found.",
    leave: "Leave the draft as it is",
    stop: "Stop and keep this",
    stopNow: "Stop",
    progress: "How far it is",
    saved: (hours: string, one: boolean) => `At most ${hours} ${one ? "hour" : "hours"} could still be saved,`,
    savedBy: "all groups together.",
    nothingSaved: "No hour can be saved any more,",
    nothingSavedBy: "all groups together. What is left is who pays them.",
    unknown: "How much could still be saved is not known yet.",
    kept: "Stopping now loses nothing: this plan is kept.",
    noPlan: "There is no plan yet that could be kept.",
    strips: "See it on the strips",
    said: {
      placing: "Looking for a first plan.",
      plan: (placed: number, of: number) => `${placed} of ${sessions(of)} placed.`,
      proving: "Proving that no more can be placed.",
      sharing: "Sharing the hours.",
      now: (hours: string, one: boolean) => `This plan costs ${hours} ${one ? "hour" : "hours"}, all groups together.`,
      over: "The search is over.",
    },
  },

  plot: {
    title: "Hours outside kind hours, all groups",
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    draft: (hours: string) => `the draft, ${hours}`,
    release: (hours: string) => `the release, ${hours}`,
    plan: (hours: string) => `this plan, ${hours}`,
    bound: (hours: string) => `no plan can be below ${hours}`,
    none: "The line begins with the first plan.",
  },

  moves: {
    soFar: (moves: number) =>
      moves === 0
        ? "The plan so far moves nothing"
        : `The plan so far moves ${number(moves)} ${moves === 1 ? "session" : "sessions"}`,
    moves: (moves: number) => (moves === 0 ? "Moves nothing" : `What moves: ${sessions(moves)}`),
    session: "Session",
    was: (city: string | null) => (city === null ? "Draft" : `${city}, draft`),
    wasReleased: (city: string | null) => (city === null ? "Released" : `${city}, released`),
    now: (city: string | null) => (city === null ? "This plan" : `${city}, this plan`),
    pays: "Who gains, who pays",
    unplaced: "no time",
    notPlaced: "not placed",
    change: (group: string, was: string, now: string) => `${group} ${was} to ${now}`,
    places: (group: string, now: string) => `${group} ${now}`,
    others: (groups: number) => `${groups} more`,
    nobody: "nobody pays more or less",
    playback: (names: string) => `playback: ${names}`,
    more: (moves: number) => `Show ${moves} more`,
  },

  result: {
    titles: (plans: number, kind: "found" | "stopped") =>
      plans === 0
        ? "No plan was found"
        : plans === 1
          ? kind === "stopped"
            ? "The plan so far"
            : "One plan"
          : `${capital(number(plans))} plans to choose from`,
    /** `isPart`: others were not to be moved, or have begun. */
    placed: (placed: number, of: number, plans: number, isPart: boolean) =>
      of === 0
        ? "No session is free to move."
        : `${placed} of ${isPart ? `the ${sessions(of)} that may move` : sessions(of)} placed${plans > 1 ? " in each" : ""}. Nothing changes until you take ${plans > 1 ? "one" : "it"}.`,
    keep: "Keep the draft",
    again: "Suggest again",
    asOf: (time: string, city: string, author: string) => `Asked for by ${author}, ended at ${time} in ${city}.`,
    also: (first: string, others: readonly string[]) =>
      [first, ...others.map((each) => each.toLowerCase())].join(", also "),
    worst: (names: readonly string[], more: number) =>
      `Worst off: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
    bars: "Hours outside kind hours",
    carried: (hours: string) => `+ ${hours} carried`,
    moreGroups: (groups: number) => `${groups} more groups`,
    why: "Why",
    allReasons: "All reasons, by session",
    strips: "See it on the strips",
    stripsOf: (kind: string) => `See it on the strips: ${kind}`,
    take: takes,
    takeThis: "Take this plan",
    same: "The draft is this plan already",
    taken: (kind: string, change: { readonly moved: number; readonly placed: number; readonly lost: number }) => {
      const have = (number: number): string => `${sessions(number)} ${number === 1 ? "has" : "have"}`;
      const parts = [
        change.moved > 0 ? `${have(change.moved)} another time.` : "",
        change.placed > 0 ? `${have(change.placed)} a time now.` : "",
        change.lost > 0 ? `${have(change.lost)} no time any more.` : "",
      ].filter((part) => part !== "");
      return [`Taken: the plan “${kind}”.`, ...(parts.length === 0 ? ["No session has another time."] : parts)].join(
        " ",
      );
    },
    undo: "Undo it",
    away: "Put away",
    legendUnavoidable: "cannot be avoided: this group’s cheapest hours",
    legendPlan: "comes from this plan",
    legendDraft: "comes from the draft’s times",
    legendCost: "Hours outside kind hours, weighted: bearable 1, shoulder 3, night 8.",
  },

  unplaced: {
    title: (number: number) => `${capital(sessions(number))} cannot be placed`,
    see: (number: number) => `${capital(sessions(number))} cannot be placed: see why, and what would help`,
    ways: "What would make room",
    noWay: "No single change that was tried makes room for it.",
    done: (what: string) => `Done: ${what}`,
  },

  changed: {
    title: "The draft has changed since this search began",
    edit: (author: string, edit: string, time: string) => `${author} at ${time}: ${edit}`,
    more: (number: number) => `and ${number} more`,
    fits: "The plans still break no rule of it and can be taken; their figures are those of the draft as it was.",
    fitsNot: "Plans that no longer fit cannot be taken.",
    thisNot: "This plan does not fit the draft any more",
  },

  preview: {
    title: (kind: string) => `A suggested plan, “${kind}”: nothing is changed yet.`,
    soFar: "The best plan so far: nothing is changed yet.",
    moved: "Blue has another time, dashed is where it was.",
    back: "Back",
  },

  ledger: {
    title: "Burden over all conferences",
    caption: "Hours outside kind hours that each group has paid, by conference",
    group: "Group",
    now: (name: string) => `${name} (the draft)`,
    carried: "Carried over",
    total: "Total",
    none: "took no part",
    note: "Earlier conferences are those that ended before this one begins. Suggest can count what they cost.",
  },
};

export type PlannerSuggest = typeof words;
export default words;
