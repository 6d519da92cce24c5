import { capital, count } from "../../words/en.ts";
import { quarters } from "../../words/numbers.ts";
import { brief, hours } from "./enwhy.ts";
import why from "./enwhy.ts";
import type { Ending, ProofFacts, SuggestCatalogue } from "./facts.ts";

const sessions = (number: number): string => count(number, "session", "sessions");
const links = (number: number): string => count(number, "link", "links");
const seconds = (number: number): string =>
  number < 120 && number !== 60
    ? count(number, "second", "seconds")
    : [
        count(Math.floor(number / 60), "minute", "minutes"),
        ...(number % 60 === 0 ? [] : [count(number % 60, "second", "seconds")]),
      ].join(" ");
const small = ["No", "One", "Two", "Three"];

const prefixes: Readonly<Record<Ending, string>> = {
  running: "",
  time: "Not all is proven: ",
  stopped: "Stopped early: ",
  interrupted: "Interrupted when the server restarted: ",
  failed: "The search broke off: ",
};

/** Which plans are meant, if others might be better at the price of placing or reaching less. */
const plan = ({ among }: ProofFacts): string => (among ? "no plan that places and reaches as much" : "no plan");

function best(facts: ProofFacts): string {
  const claim = {
    fairest: "shares the hours better",
    "least-total": "costs all groups together less",
    "least-change": "moves fewer links",
  }[facts.kind];
  return `Proven best: ${plan(facts)} ${claim}.`;
}

/** How far it may be from the plan that nobody has found. */
function gap(facts: ProofFacts): string {
  const { saved, worstSaved, ending, kind } = facts;
  const unknown = ending === "running" ? "is not known yet" : "is not known";
  if (kind === "least-change") {
    if (facts.fewer === null) return `how many fewer links could move ${unknown}.`;
    return facts.fewer === 0
      ? `${plan(facts)} moves fewer links.`
      : `at most ${facts.fewer} fewer ${facts.fewer === 1 ? "link" : "links"} could move.`;
  }
  const together = "all groups together";
  const worst = kind === "least-total" ? null : worstSaved;
  const ofWorst =
    worst === null
      ? ""
      : worst === 0
        ? "the worst-off group cannot pay less"
        : `the worst-off group could save at most ${hours(worst)}`;
  if (saved === null) {
    if (ofWorst === "") return `how much could still be saved ${unknown}.`;
    return `${ofWorst}; how much ${together} could save ${unknown}.`;
  }
  if (saved > 0)
    return `at most ${hours(saved)} could still be saved, ${together}${ofWorst === "" ? "" : `; ${ofWorst}`}.`;
  const none = `${plan(facts)} costs ${together} less`;
  if (kind === "least-total") return `${none}.`;
  return worst === null || worst === 0
    ? `${none}${worst === null ? "" : `, and ${ofWorst}`}; whether the hours could be shared more evenly is not proven.`
    : `${none}; ${ofWorst}.`;
}

function placement({ placed, of, placedProven, morePlaced }: ProofFacts): string {
  if (of === 0) return "No session is free to move.";
  if (placed === of) return of === 1 ? "The one session is placed." : `All ${sessions(of)} are placed.`;
  const without = `${of - placed} of ${sessions(of)} ${of - placed === 1 ? "finds" : "find"} no time`;
  if (placedProven) return `${without}; no plan places more, the important ones first.`;
  if (morePlaced > 0) return `${without}; at most ${morePlaced} more could be placed, the important ones first.`;
  return `${without}; no plan places more, but whether more important ones could be placed instead is not proven.`;
}

/** How far one session moves. */
function exactly(number: number): string {
  if (number < 60) return count(number, "minute", "minutes");
  if (number <= 1440) return number === 60 ? "an hour" : hours(number / 60);
  const days = count(Math.floor(number / 1440), "day", "days");
  return number % 1440 === 0 ? days : `more than ${days}`;
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const en: SuggestCatalogue = {
  ...why,
  proof: (facts) => {
    const prefix = prefixes[facts.ending];
    const first = facts.best ? best(facts) : prefix === "" ? capital(gap(facts)) : `${prefix}${gap(facts)}`;
    const reached =
      facts.placedProven && !facts.reachedProven ? ["Whether more people could be reached is not proven."] : [];
    return [first, placement(facts), ...reached];
  },
  plate: (facts) => {
    if (facts.best) return "Proven best";
    if (facts.kind === "least-change")
      return facts.leastMoved === null ? "Not proven" : `At least ${links(facts.leastMoved)} must move`;
    if (facts.kind === "fairest" && facts.leastWorst !== null) {
      if (facts.worstSaved === 0) return "Worst-off proven";
      if (facts.leastWorst > 0) return `At least ${quarters(facts.leastWorst)} for the worst-off`;
    }
    return facts.leastTotal === null ? "Not proven" : `At least ${quarters(facts.leastTotal)} in all`;
  },
  headline: ({ moved, most, added, taken, playback }) => {
    const far =
      most < 60
        ? `${count(most, "minute", "minutes")} or less`
        : most === 60
          ? "an hour or less"
          : most <= 1440
            ? `${quarters(Math.ceil(most / 15) / 4)} hours or less`
            : `up to ${Math.ceil(most / 1440)} days`;
    const by = moved === 1 ? exactly(most) : far;
    const each = moved > 1 && most <= 1440 ? "each " : "";
    const moves = moved === 0 ? [] : [`Moves ${sessions(moved)}, ${each}by ${by}.`];
    const others = [
      ...(added === 0 ? [] : [`Places ${sessions(added)} that had no time.`]),
      ...(taken === 0 ? [] : [`Takes ${sessions(taken)} off the timetable.`]),
      ...(playback === 0 ? [] : [`Makes ${links(playback)} playback.`]),
    ];
    const said = [...moves, ...others];
    return said.length === 0 ? ["Moves nothing."] : said;
  },
  repair: (facts) => {
    const moves = facts.moved === 0 ? "Moves no link" : `Moves ${links(facts.moved)}`;
    if (facts.moved === 0) return `${moves}.`;
    if (facts.fewer === null) return `${moves}; whether fewer would do is not proven.`;
    if (facts.fewer === 0) return `${moves}; ${plan(facts)} moves fewer.`;
    return `${moves}; at least ${facts.leastMoved ?? 0} must move.`;
  },
  figure: ({ kind, total, worst, moved, most, links: number, repair }) => {
    const all = `${hours(total)} in all`;
    const ofWorst = `${hours(worst)} for the worst-off group`;
    const unit = (value: number): string => hours(value).slice(quarters(value).length + 1);
    switch (kind) {
      case "fairest":
        return { figure: quarters(worst), text: `${unit(worst)} for the worst-off group, ${all}` };
      case "least-total":
        return { figure: quarters(total), text: `${unit(total)} in all, ${ofWorst}` };
      case "least-change":
        if (repair) return { figure: String(number), text: `${number === 1 ? "link moves" : "links move"}, ${all}` };
        return {
          figure: String(moved),
          text: `${moved === 1 ? "session moves" : "sessions move"}${moved === 1 && most < 60 ? `, by ${most} minutes` : ""}, ${all}`,
        };
    }
  },
  fewer: (plans, reason) => {
    if (reason === "same")
      return plans === 1
        ? "Only one plan: it was found for all three aims."
        : "Only two plans: for two of the aims the same one was found.";
    if (reason === "alike")
      return `Only ${lower(small[plans] ?? String(plans))} ${plans === 1 ? "plan is shown" : "plans truly differ"}: in the others fewer than one session in five would lie an hour or more apart.`;
    const before = { interrupted: "was interrupted", stopped: "was stopped", failed: "broke off" };
    return `The search ${reason === "running" || reason === "time" ? "ended" : before[reason]} before other plans were looked for.`;
  },
  ending: (ending, hasPlan) => {
    const kept = hasPlan ? " The plan so far is kept." : " There was no plan yet.";
    switch (ending) {
      case "waiting":
        return "It waits until another search has ended.";
      case "running":
        return "Looking for better link times.";
      case "time":
        return "The search is over.";
      case "stopped":
        return `The search was stopped.${kept}`;
      case "interrupted":
        return `The server restarted, which interrupted the search.${kept}`;
      case "failed":
        return `The search broke off because of a fault.${kept}`;
    }
  },
  changes: (changes) =>
    changes.length === 0
      ? "nobody gains or pays"
      : changes
          .map(({ group, before, after }) => `${brief(group)} ${quarters(before)} to ${quarters(after)}`)
          .join("; "),
  plot: ({ seconds: after, total, before, repair, leastTotal }) => {
    const from = repair ? "the release" : "the draft";
    const compared =
      before === null
        ? ""
        : quarters(before) === quarters(total)
          ? `, as ${from} does`
          : `, ${before > total ? "down" : "up"} from ${quarters(before)} in ${from}`;
    const bound =
      leastTotal === null
        ? "how little a plan can cost is not known yet"
        : `no plan can cost less than ${quarters(leastTotal)}`;
    return `After ${seconds(after)} this plan costs ${hours(total)}${compared}; ${bound}.`;
  },
  step: (facts) => {
    switch (facts.key) {
      case "first":
        if (facts.seconds === null) return { title: "A first plan", text: "being looked for" };
        return {
          title: "A first plan",
          text: `${facts.placed === facts.of ? `all ${sessions(facts.of)}` : `${facts.placed} of ${sessions(facts.of)}`} placed, after ${seconds(facts.seconds)}`,
        };
      case "placement":
        if (facts.state === "done") {
          const text =
            facts.placed === facts.of
              ? "no plan can place more, and none is dropped"
              : `no plan can place more than ${facts.placed}, the important ones first`;
          return { title: "Placement proven", text };
        }
        return {
          title: "Placement",
          text:
            facts.state === "ahead"
              ? "whether more can be placed"
              : facts.more === null || facts.more === 0
                ? "not proven"
                : `at most ${facts.more} more could be placed`,
        };
      case "sharing": {
        const times =
          facts.times === 0 ? "no better plan yet" : `better ${facts.times === 1 ? "once" : `${facts.times} times`}`;
        const ago = facts.ago === null || facts.times === 0 ? "" : `, last ${seconds(facts.ago)} ago`;
        return {
          title: "Sharing the hours",
          text: facts.state === "ahead" ? "so that none pays every time" : `${times}${ago}`,
        };
      }
      case "proof":
        if (facts.best) return { title: "Proven best", text: "nothing is left to look for" };
        return { title: "The proof", text: facts.over ? "not found" : `or ${seconds(facts.seconds)} are over` };
    }
  },
  timer: (now, most) => `${seconds(now)}, of at most ${seconds(most)}`,
  bar: (group, value, unavoidable) =>
    `${brief(group)}: ${hours(value)}${quarters(unavoidable) === "0" ? "" : `, of which ${quarters(unavoidable)} unavoidable`}`,
  ledger: ({ group, by, carried, total }) => {
    const here = by.at(-1);
    const earlier = by.slice(0, -1).filter(({ hours: paid }) => paid !== null);
    const now = here === undefined || here.hours === null ? "takes no part" : `pays ${hours(here.hours)}`;
    const before =
      earlier.length === 0
        ? by.length === 1
          ? ""
          : ", and took no part before"
        : `, after ${hours(carried)} before (${earlier.map(({ conference, hours: paid }) => `${conference} ${quarters(paid ?? 0)}`).join(", ")}): ${hours(total)} in all`;
    return `${brief(group)} ${now}${before}.`;
  },
};

export default en;
