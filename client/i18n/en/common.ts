import type { DayParts } from "../wording.ts";
import errors from "./errors.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
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
] as const;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const common = {
  errors,
  language: "Language",
  skip: "To the content",
  outdated: "The server has a newer version of this page.",
  reload: "Reload the page",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  copy: "Copy",
  copied: "Copied",
  notCopied: "Not copied: the browser does not allow it. Mark the text and copy it by hand.",
  busy: "Working…",
  opening: "Connecting to the server…",
  on: (subject: string) => `${subject}. Crossroom`,
  /** Beside a number of people etc. */
  people: (number: number) => count(number, "person", "people"),
  line: {
    lost: "Line lost",
    comesBack: "It comes back by itself. Keep this page open.",
    nextTry: (seconds: number) => `Next try in ${count(seconds, "second", "seconds")}.`,
    tryNow: "Try now",
    back: "The line is back.",
  },
  goodbye: {
    removed: {
      what: "You were removed from this session.",
      safe: "",
      act: "If that was a mistake, write to whoever invited you.",
    },
    revoked: { what: "Your invite was revoked.", safe: "", act: "Ask whoever gave it to you for a new one." },
    forgotten: {
      what: "This device has forgotten you.",
      safe: "Nothing of you is kept here.",
      act: "Open your invite again to come back.",
    },
    "taken-over": {
      what: "Another tab took over.",
      safe: "Nothing is lost.",
      act: "Go on in the other tab, or reload this one.",
    },
    "no-pass": { what: "This browser holds no pass for this page.", safe: "", act: "Open your invite again." },
  },
  level: {
    name: "Sound level",
    value: (level: string, word: string) => `${level} of 7, ${word}`,
    silent: "silent",
    low: "too quiet",
    good: "good",
    high: "too loud",
  },
  ways: { label: "Main", conference: "Conference", plan: "Plan" },
  cities: {
    city: "City",
    hint: "Type its first letters and choose it from the list. Is yours not there? Take the nearest larger one with the same time.",
    choose: "Choose the city from the list: it tells the time zone.",
    found: (number: number) =>
      number === 0 ? "No such city in the list." : `${count(number, "city", "cities")} found.`,
    thereNow: "It is there now",
  },
  tile: { waits: "No picture yet" },
  time: {
    /** "Saturday 11 January" */
    day: ({ weekday, day, month }: DayParts) => `${weekdays[weekday]} ${day} ${months[month]}`,
    /** "Sat 11 Jan" */
    shortDay: ({ weekday, day, month }: DayParts) =>
      `${weekdays[weekday]?.slice(0, 3)} ${day} ${months[month]?.slice(0, 3)}`,
    /** "11 January 2020" */
    date: ({ day, month, year }: DayParts) => `${day} ${months[month]} ${year}`,
    /** "16:00 in Durban" */
    inCity: (time: string, city: string) => `${time} in ${city}`,
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    /** A duration, read out. */
    spoken: (hours: number, minutes: number, seconds: number) =>
      [
        hours > 0 ? count(hours, "hour", "hours") : "",
        minutes > 0 ? count(minutes, "minute", "minutes") : "",
        seconds > 0 || (hours === 0 && minutes === 0) ? count(seconds, "second", "seconds") : "",
      ]
        .filter((part) => part !== "")
        .join(" "),
    bands: { kind: "kind", bearable: "bearable", shoulder: "shoulder", night: "night", blocked: "closed" },
    /** From Monday. */
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  },
};

export type Common = typeof common;
export default common;
