import type { Catalogue, GroupName, Hole, Moment, RoomName, Stretch } from "./facts.ts";
import { english as languages } from "./languages.ts";
import { isOne, quarters } from "./numbers.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const day = (moment: Moment): string => `${weekdays[moment.weekday]} ${moment.day} ${months[moment.month]}`;
export const at = (moment: Moment): string => `at ${moment.time} on ${day(moment)}`;
export const isSameDay = (a: Moment, b: Moment): boolean => day(a) === day(b) && a.year === b.year;
export const span = ({ from, to }: Stretch): string =>
  isSameDay(from, to)
    ? `from ${from.time} to ${to.time} on ${day(from)}`
    : `from ${from.time} on ${day(from)} to ${to.time} on ${day(to)}`;
/** The same after a day was named: it is not said again. */
const spanOn = (named: Moment | null, stretch: Stretch): string =>
  named !== null && isSameDay(named, stretch.from) && isSameDay(named, stretch.to)
    ? `from ${stretch.from.time} to ${stretch.to.time}`
    : span(stretch);
const atOn = (named: Moment | null, moment: Moment): string =>
  named !== null && isSameDay(named, moment) ? `at ${moment.time}` : at(moment);

export const quoted = (title: string): string => `“${title}”`;
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
export const titles = (all: readonly string[]): string => list(all.map(quoted));
export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
export const minutes = (number: number): string =>
  number < 120 && number !== 60
    ? count(number, "minute", "minutes")
    : [
        count(Math.floor(number / 60), "hour", "hours"),
        ...(number % 60 === 0 ? [] : [count(number % 60, "minute", "minutes")]),
      ].join(" ");
const burden = (hours: number): string => `${quarters(hours)} ${isOne(hours) ? "hour" : "hours"} of burden`;
export const reason = (because: string): string => (because === "" ? "" : ` (${because})`);
const language = (code: string): string => languages[code.split("-")[0] ?? code] ?? code;
export const inLanguages = (pair: readonly [string, string]): string => list(pair.map(language));

/** "the Durban room"; a room with a name of its own: "Hall 2 in Durban". */
export const theRoom = ({ name, city }: RoomName): string =>
  name === city ? `the ${city} room` : `${name} in ${city}`;
export const theGroup = ({ name, city, audience }: GroupName): string => {
  if (audience !== null)
    return audience.name === audience.city
      ? `the ${audience.city} audience`
      : `the audience of ${audience.name} in ${audience.city}`;
  return name.includes(city) ? name : `${name} (${city})`;
};
const who = (one: RoomName | GroupName): string => (one.kind === "room" ? theRoom(one) : theGroup(one));

/** "from 14:00 to 22:00 on Friday 10 January (second shift)", as far as its ends are near. */
const hole = ({ from, to, because }: Hole, on: Moment): string => {
  const when =
    from !== null && to !== null
      ? span({ from, to })
      : from !== null
        ? `from ${from.time} on ${day(from)}`
        : to !== null
          ? `until ${to.time} on ${day(to)}`
          : `on ${day(on)}`;
  return when + reason(because);
};
const namedIn = ({ from, to }: Hole, on: Moment): Moment | null => {
  if (from !== null && to !== null) return isSameDay(from, to) ? from : null;
  return from ?? to ?? on;
};

const conflicts: Catalogue["conflicts"] = {
  "room-closed": ({ session, runs, room, part, lies, hole: closed, setUp, turnRound }) => {
    const edge = lies === "closes" ? closed.from : lies === "opens" ? closed.to : null;
    const isEdge = edge !== null;
    const named = isEdge ? edge : namedIn(closed, runs.from);
    const first = isEdge ? `${lies} ${at(edge)}${reason(closed.because)}` : `is closed ${hole(closed, runs.from)}`;
    const then = {
      "set-up": `begins there ${atOn(named, runs.from)}, and setting up takes ${minutes(setUp)} before`,
      session: `is there ${spanOn(named, runs)}`,
      clearing: `ends there ${atOn(named, runs.to)}, and clearing takes ${minutes(turnRound)} more`,
    }[part];
    const title = {
      closes: "outlasts the room",
      opens: "begins before the room is open",
      closed: "is in a closed room",
    };
    return {
      title: `${quoted(session)} ${title[lies]}`,
      text: `${capital(theRoom(room))} ${first}. ${quoted(session)} ${then}.`,
    };
  },
  "room-double": ({ session, other, room, runs, overlap }) => ({
    title: `Two sessions in ${theRoom(room)} at once`,
    text: `${titles([other, session])} are both in ${theRoom(room)} ${span(overlap ?? runs)}.`,
  }),
  "room-turn-round": ({ session, other, room, runs, otherRuns, setUp, turnRound, short }) => {
    const takes = [
      ...(turnRound > 0 ? [`clearing takes ${minutes(turnRound)}`] : []),
      ...(setUp > 0 ? [`setting up takes ${minutes(setUp)}`] : []),
    ];
    return {
      title: `${quoted(session)} follows ${quoted(other)} too closely`,
      text: `${quoted(other)} ends in ${theRoom(room)} ${at(otherRuns.to)}, and ${quoted(session)} begins there ${atOn(otherRuns.to, runs.from)}. ${capital(list(takes))}: that is ${minutes(short)} short.`,
    };
  },
  "group-blocked": ({ session, group, runs, city, hole: away }) => ({
    title: `${quoted(session)} is when ${theGroup(group)} cannot come`,
    text: `${capital(theGroup(group))} cannot come ${hole(away, runs.from)}, ${city} time. ${quoted(session)} is ${spanOn(namedIn(away, runs.from), runs)} there.`,
  }),
  "group-double": ({ session, other, group, runs, overlap, city }) => ({
    title: `Two sessions for ${theGroup(group)} at once`,
    text: `${titles([other, session])} both need ${theGroup(group)} ${span(overlap ?? runs)}, ${city} time. These people are not to split between parallel sessions.`,
  }),
  "group-night": ({ session, group, runs, city, night, burden: cost }) => ({
    title: `Night for ${theGroup(group)}`,
    text: `${quoted(session)} is ${span(runs)}, ${city} time. ${night === null ? "That" : `${capital(spanOn(runs.from, night))} that`} is night for ${theGroup(group)}: ${burden(cost)} in all.`,
  }),
  "person-double": ({ session, other, person, runs, otherRuns, overlap, rest, short, city }) =>
    overlap === null
      ? {
          title: `Too little rest for ${person}`,
          text: `${person} needs ${minutes(rest)} of rest between sessions. ${quoted(other)} ends ${at(otherRuns.to)}, and ${quoted(session)} begins ${atOn(otherRuns.to, runs.from)}, ${city} time: ${minutes(short)} too early.`,
        }
      : {
          title: `Two sessions for ${person} at once`,
          text: `${person} is needed in ${titles([other, session])}, which overlap ${span(overlap)}, ${city} time.`,
        },
  "person-travel": ({ session, person, runs, travel, because, city }) => ({
    title: `${person} is travelling during ${quoted(session)}`,
    text: `${person} is on the way ${span(travel)}, ${city} time${reason(because)}. ${quoted(session)}, which needs ${person}, is ${spanOn(isSameDay(travel.from, travel.to) ? travel.from : null, runs)}.`,
  }),
  "person-blocked": ({ session, person, runs, hole: away, city }) => ({
    title: `${quoted(session)} is when ${person} cannot come`,
    text: `${person} cannot come ${hole(away, runs.from)}, ${city} time. ${quoted(session)}, which needs ${person}, is ${spanOn(namedIn(away, runs.from), runs)}.`,
  }),
  "person-places": ({ session, person, runs, cities, city }) => ({
    title: `${person} is in two places`,
    text: `${person} is said to be in ${list(cities)} at once on ${day(runs.from)}. ${quoted(session)}, which needs ${person}, is ${spanOn(runs.from, runs)}, ${city} time.`,
  }),
  "pool-empty": ({ sessions, pool, needed, size, stretch, runs, city }) => ({
    title: `Not enough in the pool ${quoted(pool)}`,
    text: `${titles(sessions)} ${sessions.length === 1 ? "takes" : "take"} ${needed} of the pool ${quoted(pool)} ${at(runs.from)}, ${city} time, and there ${size === 1 ? "is" : "are"} ${size}.${longer(stretch)}`,
  }),
  "pool-rest": ({ sessions, pool, needed, size, rest, stretch, runs, city }) => ({
    title: `No rest in the pool ${quoted(pool)}`,
    text: `With ${minutes(rest)} of rest after each session, ${titles(sessions)} take ${needed} of the pool ${quoted(pool)} ${at(runs.from)}, ${city} time, and there ${size === 1 ? "is" : "are"} ${size}.${longer(stretch)}`,
  }),
  "no-interpreters": ({ session, runs, pair, city }) => ({
    title: `No interpreters for ${quoted(session)}`,
    text: `${quoted(session)} is ${span(runs)}, ${city} time, in ${inLanguages(pair)}. The conference has no interpreters between the two.`,
  }),
  uplink: ({ sessions, venue, direction, needed, has, runs, city }) => ({
    title: `The line of ${quoted(venue)} carries too little`,
    text: `${titles(sessions)} ${sessions.length === 1 ? "needs" : "need"} ${needed} Mbit/s ${direction} from ${quoted(venue)} ${at(runs.from)}, ${city} time, and its line carries ${has}.`,
  }),
  order: ({ session, other, runs, otherRuns, city }) => ({
    title: `${quoted(session)} begins before ${quoted(other)} has ended`,
    text: `${quoted(session)} comes after ${quoted(other)}. It begins ${at(runs.from)}, ${city} time, and ${quoted(other)} ends ${atOn(runs.from, otherRuns.to)}.`,
  }),
  gap: ({ session, runs, change, city }) => ({
    title: `${quoted(session)} has a time that does not exist`,
    text: `${quoted(session)} is set for ${runs.from.time} on ${day(runs.from)} in ${city}. The clocks there go forward from ${change.from.time} to ${change.to.time} then: that time does not exist.`,
  }),
  fold: ({ session, runs, change, city }) => ({
    title: `${quoted(session)} has a time that comes twice`,
    text: `${quoted(session)} is set for ${runs.from.time} on ${day(runs.from)} in ${city}. The clocks there go back from ${change.from.time} to ${change.to.time} then: that time comes twice, and nobody has said which is meant.`,
  }),
  "outside-conference": ({ session, runs, first, last, city }) => ({
    title: `${quoted(session)} is outside the conference`,
    text: `${quoted(session)} is ${span(runs)}, ${city} time. The conference ${first !== null ? `begins on ${day(first)}` : last !== null ? `ends on ${day(last)}` : "is on other days"}.`,
  }),
  "outside-range": ({ session, runs, part, firstDay, lastDay, earliest, latest, city }) => {
    const until = latest === null ? null : `${latest.time}${latest.nextDay ? " the next day" : ""}`;
    const days =
      firstDay !== null && lastDay !== null
        ? isSameDay(firstDay, lastDay)
          ? `on ${day(firstDay)}`
          : `between ${day(firstDay)} and ${day(lastDay)}`
        : firstDay !== null
          ? `on ${day(firstDay)} or later`
          : lastDay !== null
            ? `on ${day(lastDay)} or earlier`
            : "on other days";
    const hours =
      earliest !== null && until !== null
        ? `between ${earliest} and ${until}`
        : earliest !== null
          ? `at ${earliest} or later`
          : until !== null
            ? `over by ${until}`
            : "at other hours";
    return {
      title: `${quoted(session)} is outside its range`,
      text: `${quoted(session)} is ${span(runs)}, ${city} time. It is to be ${part === "day" ? days : hours}.`,
    };
  },
  "zone-moved": ({ session, runs, was, becomes, version, city }) => ({
    title: `${quoted(session)} moves with the new zone data`,
    text: `${quoted(session)} is set for ${runs.from.time} on ${day(runs.from)} in ${city}. That was ${was.time} UTC; with the zone data ${version} it is ${becomes.time} UTC${isSameDay(was, becomes) ? "" : ` on ${day(becomes)}`}.`,
  }),
};

function longer(stretch: number | null): string {
  return stretch === null ? "" : ` A session of more than ${minutes(stretch)} takes two.`;
}

const mends: Catalogue["mends"] = {
  move: ({ session, to, city, costs }) =>
    `Move ${quoted(session)} to ${to.time} on ${day(to)}, ${city} time: ${quarters(Math.abs(costs)) === "0" ? "no more burden" : `${burden(Math.abs(costs))} ${costs > 0 ? "more" : "less"}`}.`,
  playback: ({ session, who: one }) => `Give ${quoted(session)} to ${who(one)} as playback.`,
  unlink: ({ session, who: one }) => `Leave ${who(one)} out of ${quoted(session)}.`,
  "open-room": ({ room, span: open }) => `Open ${theRoom(room)} ${span(open)} as well.`,
  "open-hours": ({ who: one, span: open, city, band }) =>
    typeof one === "string"
      ? `Agree with ${one} to come ${span(open)}, ${city} time, after all.`
      : `Agree with ${theGroup(one)} to come ${span(open)}, ${city} time, after all, as ${band} hours.`,
  shorten: ({ session, minutes: length, was }) =>
    `Shorten ${quoted(session)} from ${minutes(was)} to ${minutes(length)}.`,
  "turn-round": ({ room, setUp, turnRound }) =>
    `Allow ${theRoom(room)} only ${minutes(setUp)} to set up before a session and ${minutes(turnRound)} to clear after it.`,
  "may-split": ({ group }) => `Let the people of ${theGroup(group)} choose between parallel sessions.`,
  "grow-pool": ({ pool, size }) => `Have ${size} in the pool ${quoted(pool)}.`,
  "make-pool": ({ pair }) => `Make a pool of interpreters between ${inLanguages(pair)}.`,
  "faster-line": ({ venue, up, down }) => `Get ${quoted(venue)} a line of ${up} Mbit/s up and ${down} Mbit/s down.`,
  "drop-order": ({ session, first }) => `Let ${quoted(session)} begin without waiting for ${quoted(first)}.`,
  "drop-person": ({ session, person }) => `Hold ${quoted(session)} without ${person}.`,
  "choose-offset": ({ session, at: moment, city, which, offset }) =>
    `Begin ${quoted(session)} when it is ${moment.time} on ${day(moment)} in ${city} for the ${which} time (${offset}).`,
  "keep-wall": ({ session, at: moment, city }) =>
    `Keep the wall time: ${quoted(session)} stays at ${moment.time} on ${day(moment)} in ${city}.`,
  "keep-instant": ({ session, at: moment, city }) =>
    `Keep the moment: ${quoted(session)} is then at ${moment.time} on ${day(moment)} in ${city}.`,
  "more-days": ({ day: moment }) => `Make ${day(moment)} a day of the conference.`,
  "wider-range": ({ session }) => `Widen the range of ${quoted(session)} to where it is now.`,
  "drop-place": ({ person, city }) => `Take back that ${person} is in ${city} then.`,
};

const en: Catalogue = {
  conflicts,
  mends,
  none: {
    "no-start": "Nothing mends this: no other time on these days is free of it, and no single change ends it.",
    "others-stand": "Nothing mends this alone: whatever would end it makes another conflict, or moves what is pinned.",
  },
};

export default en;
