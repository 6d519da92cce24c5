import { hoursWith } from "./planmaker.ts";
import { changed } from "./soundplan.ts";
import type { Seed } from "./soundplan.ts";

/** Rooms and those who attend. */
export const roomsSeeds: Readonly<Record<string, Seed>> = {
  "a room that closes while it is cleared": {
    kind: "room-closed",
    plan: changed({
      rooms: { durban: { hours: hoursWith("blocked", [480, 1110, "kind"]) } },
      sessions: { reports: { minutes: 65 } },
    }),
    title: "“Reports from the regions” outlasts the room",
    text: "The Durban room closes at 18:30 on Saturday 11 January. “Reports from the regions” ends there at 18:20, and clearing takes 15 minutes more.",
    mends: [
      "Move “Reports from the regions” to 17:00 on Saturday 11 January, Durban time: no more burden.",
      "Open the Durban room from 18:30 to 18:35 on Saturday 11 January as well.",
      "Allow the Durban room only 15 minutes to set up before a session and 10 minutes to clear after it.",
    ],
  },
  "a room that closes during the session, on one day": {
    kind: "room-closed",
    plan: changed({
      rooms: {
        durban: {
          hours: {
            ...hoursWith("blocked", [480, 1320, "kind"]),
            dated: [{ date: "2020-01-11", from: 1050, to: 1320, band: "blocked", why: "Wedding" }],
          },
        },
      },
    }),
    title: "“Reports from the regions” outlasts the room",
    text: "The Durban room closes at 17:30 on Saturday 11 January (Wedding). “Reports from the regions” is there from 17:15 to 18:15.",
    mends: ["Open the Durban room from 17:30 to 18:30 on Saturday 11 January as well."],
  },
  "a room that opens while it is set up": {
    kind: "room-closed",
    plan: changed({ sessions: { talk: { title: "Cotton", at: "2020-01-11T08:05", in: "chennai", minutes: 45 } } }),
    title: "“Cotton” begins before the room is open",
    text: "Hall 2 in Chennai opens at 08:00 on Saturday 11 January. “Cotton” begins there at 08:05, and setting up takes 10 minutes before.",
    mends: [
      "Move “Cotton” to 08:15 on Saturday 11 January, Chennai time: no more burden.",
      "Move “Cotton” to 09:15 on Saturday 11 January, Chennai time: no more burden.",
      "Open Hall 2 in Chennai from 07:55 to 08:00 on Saturday 11 January as well.",
    ],
  },
  "a room that is closed for a while": {
    kind: "room-closed",
    plan: changed({
      rooms: {
        durban: {
          hours: {
            ...hoursWith("blocked", [480, 1320, "kind"]),
            dated: [{ date: "2020-01-11", from: 630, to: 645, band: "blocked", why: "Fire drill" }],
          },
        },
      },
    }),
    title: "“Migration and work” is in a closed room",
    text: "The Durban room is closed from 10:30 to 10:45 on Saturday 11 January (Fire drill). “Migration and work” is there from 10:00 to 11:00.",
    mends: [
      "Move “Migration and work” to 09:15 on Saturday 11 January, Durban time: no more burden.",
      "Move “Migration and work” to 11:00 on Saturday 11 January, Durban time: no more burden.",
      "Open the Durban room from 10:30 to 10:45 on Saturday 11 January as well.",
    ],
  },
  "two sessions in a room": {
    kind: "room-double",
    plan: changed({ sessions: { talk: { title: "Steel", at: "2020-01-11T10:30", in: "durban", minutes: 45 } } }),
    title: "Two sessions in the Durban room at once",
    text: "“Migration and work” and “Steel” are both in the Durban room from 10:30 to 11:00 on Saturday 11 January.",
    mends: [
      "Move “Migration and work” to 09:00 on Saturday 11 January, Durban time: no more burden.",
      "Move “Steel” to 11:30 on Saturday 11 January, Durban time: no more burden.",
    ],
  },
  "too little time to turn a room round": {
    kind: "room-turn-round",
    plan: changed({ sessions: { talk: { title: "Steel", at: "2020-01-11T11:15", in: "durban", minutes: 45 } } }),
    title: "“Steel” follows “Migration and work” too closely",
    text: "“Migration and work” ends in the Durban room at 11:00 on Saturday 11 January, and “Steel” begins there at 11:15. Clearing takes 15 minutes and setting up takes 15 minutes: that is 15 minutes short.",
    mends: [
      "Move “Migration and work” to 09:45 on Saturday 11 January, Durban time: no more burden.",
      "Move “Steel” to 11:30 on Saturday 11 January, Durban time: no more burden.",
      "Allow the Durban room only 15 minutes to set up before a session and 0 minutes to clear after it.",
    ],
  },
  "a shift of a remote group": {
    kind: "group-blocked",
    plan: changed({
      groups: { textile: { hours: hoursWith("night", [480, 1260, "kind"], [810, 1080, "blocked", "second shift"]) } },
      sessions: { radio: { links: [] } },
    }),
    title: "“Women on the line” is when Textile workers (Tiruppur) cannot come",
    text: "Textile workers (Tiruppur) cannot come from 13:30 to 18:00 on Friday 10 January (second shift), Tiruppur time. “Women on the line” is from 13:00 to 14:00 there.",
    mends: [
      "Move “Women on the line” to 12:30 on Friday 10 January, Chennai time: 4 hours of burden less.",
      "Move “Women on the line” to 18:00 on Friday 10 January, Chennai time: 4 hours of burden less.",
      "Give “Women on the line” to Textile workers (Tiruppur) as playback.",
    ],
  },
  "a prayer of the host's audience": {
    kind: "group-blocked",
    plan: changed({
      groups: {
        "durban-audience": {
          hours: {
            ...hoursWith("night", [420, 1320, "kind"]),
            dated: [{ date: "2020-01-11", from: 630, to: 690, band: "blocked", why: "Prayer" }],
          },
        },
      },
    }),
    title: "“Migration and work” is when the Durban audience cannot come",
    text: "The Durban audience cannot come from 10:30 to 11:30 on Saturday 11 January (Prayer), Durban time. “Migration and work” is from 10:00 to 11:00 there.",
    mends: [
      "Move “Migration and work” to 09:30 on Saturday 11 January, Durban time: 4 hours of burden less.",
      "Move “Migration and work” to 08:30 on Saturday 11 January, Durban time: 4 hours of burden less.",
      "Agree with the Durban audience to come from 10:30 to 11:00 on Saturday 11 January, Durban time, after all, as shoulder hours.",
    ],
  },
  "a group in two sessions": {
    kind: "group-double",
    plan: changed({ sessions: { talk: { title: "Cotton", at: "2020-01-10T10:00", links: ["textile"] } } }),
    title: "Two sessions for Textile workers (Tiruppur) at once",
    text: "“Women on the line” and “Cotton” both need Textile workers (Tiruppur) from 13:30 to 14:00 on Friday 10 January, Tiruppur time. These people are not to split between parallel sessions.",
    mends: [
      "Move “Women on the line” to 12:30 on Friday 10 January, Chennai time: no more burden.",
      "Move “Cotton” to 10:30 on Friday 10 January, Durban time: no more burden.",
      "Let the people of Textile workers (Tiruppur) choose between parallel sessions.",
    ],
  },
  "night for a group": {
    kind: "group-night",
    plan: changed({ sessions: { unions: { links: ["salvador", "students", { to: "textile", need: "may" }] } } }),
    title: "Night for Textile workers (Tiruppur)",
    text: "“Unions today” is from 23:30 on Saturday 11 January to 00:30 on Sunday 12 January, Tiruppur time. That is night for Textile workers (Tiruppur): 8 hours of burden in all.",
    mends: [
      "Move “Unions today” to 16:30 on Saturday 11 January, Los Angeles time: 5 hours of burden less.",
      "Move “Unions today” to 17:30 on Saturday 11 January, Los Angeles time: 7 hours of burden less.",
      "Give “Unions today” to Textile workers (Tiruppur) as playback.",
    ],
  },
  "half a night for a group": {
    kind: "group-night",
    plan: changed({ sessions: { radio: { at: "2020-01-12T19:00" } } }),
    title: "Night for Textile workers (Tiruppur)",
    text: "“Workers’ radio” is from 22:30 to 23:30 on Sunday 12 January, Tiruppur time. From 23:00 to 23:30 that is night for Textile workers (Tiruppur): 5½ hours of burden in all.",
    mends: [
      "Move “Workers’ radio” to 18:30 on Sunday 12 January, Durban time: 2½ hours of burden less.",
      "Move “Workers’ radio” to 17:30 on Sunday 12 January, Durban time: 4½ hours of burden less.",
      "Give “Workers’ radio” to Textile workers (Tiruppur) as playback.",
    ],
  },
  "two pinned sessions in a room": {
    kind: "room-double",
    plan: changed({
      sessions: {
        migration: { pinned: true },
        talk: { title: "Steel", at: "2020-01-11T10:15", in: "durban", pinned: true },
      },
    }),
    title: "Two sessions in the Durban room at once",
    text: "“Migration and work” and “Steel” are both in the Durban room from 10:15 to 11:00 on Saturday 11 January.",
    mends: "others-stand",
  },
  "night wherever the room is open": {
    kind: "group-night",
    plan: changed({
      rooms: { vigil: { name: "Vigil", hours: hoursWith("blocked", [0, 300, "kind"]) } },
      groups: { "vigil-audience": { name: "Vigil" } },
      sessions: { vigil: { title: "Vigil", at: "2020-01-11T01:00", in: "vigil" } },
    }),
    title: "Night for the audience of Vigil in Durban",
    text: "“Vigil” is from 01:00 to 02:00 on Saturday 11 January, Durban time. That is night for the audience of Vigil in Durban: 8 hours of burden in all.",
    mends: "others-stand",
  },
  "night at all hours": {
    kind: "group-night",
    plan: changed({
      groups: { "durban-audience": { hours: hoursWith("night") } },
      sessions: {
        women: { links: ["textile"] },
        plenary: { links: ["angeles", "salvador"], in: "chennai", at: "2020-01-10T20:45" },
        reports: { links: ["angeles", "salvador"], in: "chennai", at: "2020-01-11T20:45" },
        closing: { links: ["angeles", "salvador"], in: "chennai", at: "2020-01-12T20:45" },
      },
    }),
    title: "Night for the Durban audience",
    text: "“Migration and work” is from 10:00 to 11:00 on Saturday 11 January, Durban time. That is night for the Durban audience: 8 hours of burden in all.",
    mends: "no-start",
  },
};
