import { hoursWith, startWith } from "./planmaker.ts";
import { changed, english } from "./soundplan.ts";
import type { Seed } from "./soundplan.ts";

/** People, pools and lines. */
export const peopleSeeds: Readonly<Record<string, Seed>> = {
  "a person in two sessions": {
    kind: "person-double",
    plan: changed({ sessions: { talk: { title: "Steel", at: "2020-01-10T17:45", personIds: ["maria"] } } }),
    title: "Two sessions for María Gómez at once",
    text: "María Gómez is needed in “Opening plenary” and “Steel”, which overlap from 09:45 to 10:15 on Friday 10 January, San Salvador time.",
    mends: [
      "Move “Steel” to 18:45 on Friday 10 January, Durban time: no more burden.",
      "Move “Steel” to 15:45 on Friday 10 January, Durban time: no more burden.",
      "Hold “Steel” without María Gómez.",
    ],
  },
  "a person without rest": {
    kind: "person-double",
    plan: changed({ sessions: { talk: { title: "Steel", at: "2020-01-10T18:30", personIds: ["maria"] } } }),
    title: "Too little rest for María Gómez",
    text: "María Gómez needs 30 minutes of rest between sessions. “Opening plenary” ends at 10:15 on Friday 10 January, and “Steel” begins at 10:30, San Salvador time: 15 minutes too early.",
    mends: [
      "Move “Opening plenary” to 17:00 on Friday 10 January, Durban time: no more burden.",
      "Move “Steel” to 18:45 on Friday 10 January, Durban time: no more burden.",
      "Shorten “Opening plenary” from 1 hour to 45 minutes.",
    ],
  },
  "a person on the way": {
    kind: "person-travel",
    plan: changed({
      people: {
        thabo: {
          travel: [
            { from: startWith("2020-01-11T16:00"), to: startWith("2020-01-11T18:00"), why: "Bus from Pretoria" },
          ],
        },
      },
    }),
    title: "Thabo Nkosi is travelling during “Reports from the regions”",
    text: "Thabo Nkosi is on the way from 16:00 to 18:00 on Saturday 11 January, Durban time (Bus from Pretoria). “Reports from the regions”, which needs Thabo Nkosi, is from 17:15 to 18:15.",
    mends: [
      "Move “Reports from the regions” to 18:00 on Saturday 11 January, Durban time: ½ hour of burden more.",
      "Hold “Reports from the regions” without Thabo Nkosi.",
    ],
  },
  "a person elsewhere, outside the hours there": {
    kind: "person-blocked",
    plan: changed({
      people: {
        maria: {
          places: [
            {
              firstDay: "2020-01-11",
              lastDay: "2020-01-11",
              city: "Durban",
              zone: "Africa/Johannesburg",
              roomId: "durban",
            },
          ],
          hours: hoursWith("blocked", [420, 1230, "kind"]),
        },
      },
    }),
    title: "“Unions today” is when María Gómez cannot come",
    text: "María Gómez cannot come from 20:30 on Saturday 11 January to 07:00 on Sunday 12 January, Durban time. “Unions today”, which needs María Gómez, is from 20:00 to 21:00 on Saturday 11 January.",
    mends: [
      "Move “Unions today” to 09:30 on Saturday 11 January, Los Angeles time: no more burden.",
      "Move “Unions today” to 14:00 on Saturday 11 January, Los Angeles time: no more burden.",
      "Agree with María Gómez to come from 20:30 to 21:00 on Saturday 11 January, Durban time, after all.",
    ],
  },
  "a person in two places": {
    kind: "person-places",
    plan: changed({
      people: {
        thabo: {
          places: [
            {
              firstDay: "2020-01-10",
              lastDay: "2020-01-10",
              city: "Durban",
              zone: "Africa/Johannesburg",
              roomId: "durban",
            },
            {
              firstDay: "2020-01-10",
              lastDay: "2020-01-11",
              city: "Pretoria",
              zone: "Africa/Johannesburg",
              roomId: null,
            },
          ],
        },
      },
    }),
    title: "Thabo Nkosi is in two places",
    text: "Thabo Nkosi is said to be in Durban and Pretoria at once on Friday 10 January. “Opening plenary”, which needs Thabo Nkosi, is from 17:15 to 18:15, Pretoria time.",
    mends: [
      "Take back that Thabo Nkosi is in Durban then.",
      "Take back that Thabo Nkosi is in Pretoria then.",
      "Hold “Opening plenary” without Thabo Nkosi.",
    ],
  },
  "more interpreters than there are": {
    kind: "pool-empty",
    plan: changed({
      pools: { interpreters: { size: 1 } },
      sessions: { talk: { title: "Steel", at: "2020-01-10T17:30", minutes: 30, languages: english } },
    }),
    title: "Not enough in the pool “Interpreters”",
    text: "“Opening plenary” and “Steel” take 2 of the pool “Interpreters” at 17:30 on Friday 10 January, Durban time, and there is 1.",
    mends: [
      "Move “Steel” to 16:30 on Friday 10 January, Durban time: no more burden.",
      "Move “Steel” to 18:30 on Friday 10 January, Durban time: no more burden.",
      "Have 2 in the pool “Interpreters”.",
    ],
  },
  "a session that takes two interpreters": {
    kind: "pool-empty",
    plan: changed({ pools: { interpreters: { size: 1 } }, sessions: { unions: { minutes: 105, personIds: [] } } }),
    title: "Not enough in the pool “Interpreters”",
    text: "“Unions today” takes 2 of the pool “Interpreters” at 10:00 on Saturday 11 January, Los Angeles time, and there is 1. A session of more than 90 minutes takes two.",
    mends: ["Shorten “Unions today” from 105 minutes to 90 minutes.", "Have 2 in the pool “Interpreters”."],
  },
  "interpreters without rest": {
    kind: "pool-rest",
    plan: changed({
      pools: { interpreters: { size: 1 } },
      sessions: { talk: { title: "Steel", at: "2020-01-11T18:20", minutes: 45, languages: english } },
    }),
    title: "No rest in the pool “Interpreters”",
    text: "With 15 minutes of rest after each session, “Reports from the regions” and “Steel” take 2 of the pool “Interpreters” at 18:20 on Saturday 11 January, Durban time, and there is 1.",
    mends: [
      "Move “Steel” to 18:30 on Saturday 11 January, Durban time: no more burden.",
      "Move “Reports from the regions” to 17:00 on Saturday 11 January, Durban time: no more burden.",
      "Shorten “Reports from the regions” from 1 hour to 50 minutes.",
    ],
  },
  "no interpreters at all": {
    kind: "no-interpreters",
    plan: changed({ sessions: { radio: { languages: ["en", "ta"] } } }),
    title: "No interpreters for “Workers’ radio”",
    text: "“Workers’ radio” is from 14:00 to 15:00 on Sunday 12 January, Durban time, in English and Tamil. The conference has no interpreters between the two.",
    mends: ["Make a pool of interpreters between English and Tamil."],
  },
  "a venue's thin line": {
    kind: "uplink",
    plan: changed({
      venues: { college: { uplink: { up: 12, down: 8 } } },
      rooms: { library: { name: "Library", venueId: "college" } },
      groups: { "library-audience": { name: "Library" } },
      sessions: { talk: { title: "Steel", at: "2020-01-11T10:30", in: "library" } },
    }),
    title: "The line of “Workers’ college” carries too little",
    text: "“Migration and work” and “Steel” need 12 Mbit/s down from “Workers’ college” at 10:30 on Saturday 11 January, Durban time, and its line carries 8.",
    mends: [
      "Move “Migration and work” to 09:30 on Saturday 11 January, Durban time: no more burden.",
      "Move “Steel” to 11:00 on Saturday 11 January, Durban time: no more burden.",
      "Get “Workers’ college” a line of 12 Mbit/s up and 12 Mbit/s down.",
    ],
  },
};
