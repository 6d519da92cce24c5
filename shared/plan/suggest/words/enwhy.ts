import {
  at,
  capital,
  count,
  day,
  inLanguages,
  isSameDay,
  list,
  quoted,
  reason as because,
  theGroup,
  theRoom,
} from "../../words/en.ts";
import type { GroupName, RoomName } from "../../words/facts.ts";
import { isOne, quarters } from "../../words/numbers.ts";
import type { DemandFacts, Obstacle, RangeFacts, Shift, SuggestCatalogue } from "./facts.ts";

/** "Los Angeles": who attends, as short as in lists. */
export const brief = ({ name, audience }: GroupName): string => {
  if (audience === null) return name;
  return audience.name === audience.city ? audience.city : `${audience.name} in ${audience.city}`;
};
const briefly = (one: RoomName | GroupName): string => {
  if (one.kind === "group") return brief(one);
  return one.name === one.city ? one.city : `${one.name} in ${one.city}`;
};
/** "2¼ hours" */
export const hours = (number: number): string => `${quarters(number)} ${isOne(number) ? "hour" : "hours"}`;
const burden = (number: number): string => `${hours(number)} of burden`;

const near: Readonly<Record<number, string>> = {
  15: "a quarter of an hour",
  30: "half an hour",
  45: "three quarters of an hour",
  60: "an hour",
};
/** "An hour earlier"; what is further away is said by its time: "10:00 in Durban". */
function other({ by, to, city, sameDay }: Shift, start: string): string {
  const size = Math.abs(by);
  if (size > 180) return `${start}${to.time}${sameDay ? "" : ` on ${day(to)}`} in ${city}`;
  return capital(`${near[size] ?? `${quarters(size / 60)} hours`} ${by < 0 ? "earlier" : "later"}`);
}

function obstacle(facts: Obstacle): string {
  const { room, name, part, late } = facts;
  const there = room === null ? "the room" : theRoom(room);
  const whose = facts.group === null ? "the group" : brief(facts.group);
  const session = quoted(facts.other);
  switch (facts.kind) {
    case "room-closed":
      if (part === "set-up") return `${there} is still closed when it is to be set up${because(facts.because)}`;
      if (part === "clearing") return `${there} is closed before it is cleared${because(facts.because)}`;
      return `${there} is closed${because(facts.because)}`;
    case "room-double":
      return `${there} has ${session}`;
    case "room-turn-round":
      return `it is too close to ${session} in ${there}`;
    case "group-blocked":
      return `${whose} cannot come${because(facts.because)}`;
    case "group-double":
      return `${whose} has ${session}`;
    case "group-night":
      return `it is night for ${whose}`;
    case "person-double":
      return `${name} is not free because of ${session}`;
    case "person-travel":
      return `${name} is travelling${because(facts.because)}`;
    case "person-blocked":
      return `${name} cannot come${because(facts.because)}`;
    case "person-places":
      return `${name} is said to be in two places`;
    case "pool-empty":
      return `there are not enough in the pool ${quoted(name)}`;
    case "pool-rest":
      return `there is no rest for the pool ${quoted(name)}`;
    case "no-interpreters":
      return "there are no interpreters";
    case "uplink":
      return `the line of ${quoted(name)} carries too little`;
    case "order":
      return facts.otherFirst ? `${session} has not ended` : `it is not over when ${session} begins`;
    case "gap":
      return "the clocks skip that time";
    case "fold":
      return "the clocks show that time twice";
    case "outside-conference":
      return late ? "the conference is over" : "the conference has not begun";
    case "outside-range":
      return "it is outside its range";
    case "zone-moved":
      return "the zone data have changed";
  }
}

function rangeText({ firstDay, lastDay, earliest, latest }: RangeFacts): string {
  const until = latest === null ? null : `${latest.time}${latest.nextDay ? " the next day" : ""}`;
  const days =
    firstDay !== null && lastDay !== null
      ? [isSameDay(firstDay, lastDay) ? `on ${day(firstDay)}` : `from ${day(firstDay)} to ${day(lastDay)}`]
      : firstDay !== null
        ? [`on ${day(firstDay)} or later`]
        : lastDay !== null
          ? [`on ${day(lastDay)} or earlier`]
          : [];
  const times =
    earliest !== null && until !== null
      ? [`between ${earliest} and ${until}`]
      : earliest !== null
        ? [`at ${earliest} or later`]
        : until !== null
          ? [`over by ${until}`]
          : [];
  return [...days, ...times].join(", ") || "any time";
}

function demand(facts: DemandFacts): string {
  switch (facts.kind) {
    case "session":
      return facts.pinnedAt === null
        ? quoted(facts.session)
        : `${quoted(facts.session)}, pinned ${at(facts.pinnedAt)} in ${facts.pinnedAt.city}`;
    case "link":
      return `${facts.who.kind === "room" ? theRoom(facts.who) : theGroup(facts.who)} live`;
    case "range":
      return `its range (${rangeText(facts.range)})`;
    case "person":
      return facts.person;
    case "languages":
      return facts.languages.length === 2
        ? `interpreters between ${inLanguages([facts.languages[0] ?? "", facts.languages[1] ?? ""])}`
        : `interpreters between ${count(facts.languages.length, "language", "languages")}`;
    case "order":
      return facts.otherFirst
        ? `that it comes after ${quoted(facts.other)}`
        : `that ${quoted(facts.other)} comes after it`;
  }
}

const why: Pick<SuggestCatalogue, "reason" | "move" | "clash" | "wider" | "pairs"> = {
  reason: (facts) => {
    const about = `${quoted(facts.session)}, ${day(facts.at)} ${facts.at.time} in ${facts.city}`;
    switch (facts.kind) {
      case "costs": {
        const verb = facts.edge === "begins" ? "put" : "keep";
        const until = facts.edge === "begins" ? "at" : "until";
        const text = `${other(facts.shift, "")} would ${verb} ${brief(facts.group)} ${until} ${facts.time}: ${burden(facts.more)} more.`;
        return { about, text };
      }
      case "breaks":
        return { about, text: `${other(facts.shift, "At ")} ${obstacle(facts.obstacle)}.` };
      case "free":
        return { about, text: "Nobody pays for it here." };
      case "cheapest": {
        const groups = list(facts.groups.map(brief));
        const pays =
          facts.groups.length === 1
            ? `${groups} pays ${burden(facts.total)}`
            : `${groups} pay ${burden(facts.total)} together`;
        return { about, text: `${pays}: no other free time for it costs less in all.` };
      }
      case "stays":
        return { about, text: "It stays where it was." };
      case "pinned":
        return { about, text: "It is pinned." };
      case "past":
        return { about, text: "It has begun already, and what is past stays." };
      case "not-free":
        return { about, text: "It was not to be moved." };
    }
  },
  move: ({ session, was, start, stays, twice, city, clocks, playback }) => {
    const later =
      playback.length === 0
        ? ""
        : ` ${capital(list(playback.map(briefly)))} ${playback.length === 1 ? "gets" : "get"} it as playback.`;
    if (start === null)
      return was === null
        ? `${quoted(session)} finds no time.`
        : `${quoted(session)} is taken off the timetable: it finds no time.`;
    const shown = clocks.map(({ group, time }) => `${brief(group)} ${time}`);
    const times = shown.length === 0 ? "." : `: ${shown.join(", ")}.`;
    const to = `${start.time}${twice === null ? "" : ` (the ${twice.which} time, ${twice.offset})`}`;
    if (stays) return `${quoted(session)} stays at ${to} on ${day(start)} in ${city}${times}${later}`;
    const from = was === null ? "" : isSameDay(was, start) ? `from ${was.time} ` : `from ${was.time} on ${day(was)} `;
    return `${quoted(session)} goes ${from}to ${to} on ${day(start)} in ${city}${times}${later}`;
  },
  clash: ({ session, demands, smallest }) => {
    const head = `${quoted(session)} finds no time`;
    if (demands.length === 0)
      return smallest
        ? `${head}: nothing is in its way, but no time that is asked about is left for it.`
        : `${head}. Why was not found out.`;
    const end = smallest ? "" : " The list may be longer than it need be: whether it can be shorter was not found out.";
    const only = demands.every(({ kind }) => kind === "session");
    const said = demands.map(demand);
    if (only) {
      const all = list([quoted(session), ...said]);
      return `${head}: ${all} cannot all be placed.${smallest ? " Without any one of them the others can." : end}`;
    }
    const [first] = demands;
    if (said.length === 1 && first?.kind === "order") {
      const then = first.otherFirst
        ? `it comes after ${quoted(first.other)}, and after that there is none`
        : `${quoted(first.other)} comes after it, and before that there is none`;
      return `${head}: ${then}.${end}`;
    }
    if (said.length === 1) return `${head}: on these days there is none with ${said.join("")}.${end}`;
    return `${head}. These do not go together: ${list(said)}.${smallest ? " Without any one of them it fits." : end}`;
  },
  wider: ({ session, range }) => `Widen the range of ${quoted(session)}: ${rangeText(range)}.`,
  pairs: ({ session, first, second }) =>
    `Hold ${quoted(session)} twice: once for ${list(first.map(briefly))}, once for ${list(second.map(briefly))}.`,
};

export default why;
