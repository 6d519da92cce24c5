import { changed, only } from "./soundplan.ts";
import type { Seed } from "./soundplan.ts";

/** Times, days and order. */
export const timesSeeds: Readonly<Record<string, Seed>> = {
  "a session before the one that it comes after": {
    kind: "order",
    plan: changed({ sessions: { women: { after: ["plenary"] } } }),
    title: "“Women on the line” begins before “Opening plenary” has ended",
    text: "“Women on the line” comes after “Opening plenary”. It begins at 13:00 on Friday 10 January, Chennai time, and “Opening plenary” ends at 21:45.",
    mends: [
      "Move “Women on the line” to 11:45 on Saturday 11 January, Chennai time: no more burden.",
      "Move “Women on the line” to 15:00 on Saturday 11 January, Chennai time: no more burden.",
      "Let “Women on the line” begin without waiting for “Opening plenary”.",
    ],
  },
  "a time that does not exist": {
    kind: "gap",
    plan: changed({
      conference: { firstDay: null, lastDay: null },
      sessions: { radio: { at: { wall: "2020-03-08T02:30", zone: "America/Los_Angeles" }, links: [] } },
    }),
    title: "“Workers’ radio” has a time that does not exist",
    text: "“Workers’ radio” is set for 02:30 on Sunday 8 March in Los Angeles. The clocks there go forward from 02:00 to 03:00 then: that time does not exist.",
    mends: [
      "Keep the moment: “Workers’ radio” is then at 03:30 on Sunday 8 March in Los Angeles.",
      "Move “Workers’ radio” to 12:15 on Sunday 8 March, Durban time: no more burden.",
      "Move “Workers’ radio” to 13:15 on Sunday 8 March, Durban time: no more burden.",
    ],
  },
  "a time that comes twice": {
    kind: "fold",
    plan: changed({
      conference: { firstDay: null, lastDay: null },
      sessions: { radio: { at: { wall: "2020-11-01T01:30", zone: "America/Los_Angeles" }, links: [] } },
    }),
    title: "“Workers’ radio” has a time that comes twice",
    text: "“Workers’ radio” is set for 01:30 on Sunday 1 November in Los Angeles. The clocks there go back from 02:00 to 01:00 then: that time comes twice, and nobody has said which is meant.",
    mends: [
      "Begin “Workers’ radio” when it is 01:30 on Sunday 1 November in Los Angeles for the first time (UTC−7).",
      "Begin “Workers’ radio” when it is 01:30 on Sunday 1 November in Los Angeles for the second time (UTC−8).",
      "Move “Workers’ radio” to 10:15 on Sunday 1 November, Durban time: no more burden.",
    ],
  },
  "a day after the conference": {
    kind: "outside-conference",
    plan: only("radio", { at: "2020-01-13T14:00" }),
    title: "“Workers’ radio” is outside the conference",
    text: "“Workers’ radio” is from 14:00 to 15:00 on Monday 13 January, Durban time. The conference ends on Sunday 12 January.",
    mends: [
      "Move “Workers’ radio” to 16:30 on Sunday 12 January, Durban time: no more burden.",
      "Move “Workers’ radio” to 15:30 on Sunday 12 January, Durban time: no more burden.",
      "Make Monday 13 January a day of the conference.",
    ],
  },
  "a day that the session may not be on": {
    kind: "outside-range",
    plan: only("migration", { range: { firstDay: "2020-01-12", lastDay: null, earliest: null, latest: null } }),
    title: "“Migration and work” is outside its range",
    text: "“Migration and work” is from 10:00 to 11:00 on Saturday 11 January, Durban time. It is to be on Sunday 12 January or later.",
    mends: [
      "Move “Migration and work” to 08:15 on Sunday 12 January, Durban time: no more burden.",
      "Move “Migration and work” to 09:15 on Sunday 12 January, Durban time: no more burden.",
      "Widen the range of “Migration and work” to where it is now.",
    ],
  },
  "an hour that the session may not be at": {
    kind: "outside-range",
    plan: only("migration", { range: { firstDay: null, lastDay: null, earliest: 480, latest: 630 } }),
    title: "“Migration and work” is outside its range",
    text: "“Migration and work” is from 10:00 to 11:00 on Saturday 11 January, Durban time. It is to be between 08:00 and 10:30.",
    mends: [
      "Move “Migration and work” to 09:30 on Saturday 11 January, Durban time: no more burden.",
      "Move “Migration and work” to 08:30 on Saturday 11 January, Durban time: no more burden.",
      "Shorten “Migration and work” from 1 hour to 30 minutes.",
    ],
  },
  "other zone data": {
    kind: "zone-moved",
    plan: only("migration", {
      at: { wall: "2020-01-11T10:00", instant: Date.parse("2020-01-11T09:00:00Z") },
    }),
    title: "“Migration and work” moves with the new zone data",
    text: "“Migration and work” is set for 10:00 on Saturday 11 January in Durban. That was 09:00 UTC; with the zone data 2026f it is 08:00 UTC.",
    mends: [
      "Keep the wall time: “Migration and work” stays at 10:00 on Saturday 11 January in Durban.",
      "Keep the moment: “Migration and work” is then at 11:00 on Saturday 11 January in Durban.",
      "Move “Migration and work” to 10:45 on Saturday 11 January, Durban time: no more burden.",
    ],
  },
};
