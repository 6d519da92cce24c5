import * as fc from "fast-check";
import { hoursWith, planWith } from "./planmaker.ts";
import type { GivenPlan } from "./planmaker.ts";

// Small plans in which one session finds no time, with the words that say why.

const friday = "2020-01-10";
const between = (from: number, to: number) => ({
  firstDay: friday,
  lastDay: friday,
  earliest: from * 60,
  latest: to * 60,
});
const durban = { name: "Durban" };
const chennai = { name: "Chennai", city: "Chennai", zone: "Asia/Kolkata" };
const openFor = (from: number, to: number) => hoursWith("blocked", [from * 60, to * 60, "kind"]);
export const onFriday = { firstDay: friday, lastDay: friday };

/** “Panel” finds no time in the plan; why, and what would help, the first way first. */
export interface ClashCase {
  readonly given: GivenPlan;
  readonly en: string;
  readonly es: string;
  readonly ways: readonly string[];
}

export const clashCases: Readonly<Record<string, ClashCase>> = {
  "a room that is open too short": {
    given: {
      rooms: { durban: { ...durban, hours: openFor(9, 10) } },
      sessions: { panel: { title: "Panel", in: "durban", minutes: 90 } },
    },
    en: "“Panel” finds no time: on these days there is none with the Durban room live.",
    es: "«Panel» no encuentra hora: en estos días no hay ninguna con la sala de Durban en directo.",
    ways: [
      "Open the Durban room from 08:00 to 09:00 on Friday 10 January as well.",
      "Shorten “Panel” from 90 minutes to 1 hour.",
    ],
  },
  "a range and what is pinned in it": {
    given: {
      rooms: { durban },
      sessions: {
        plenary: { title: "Plenary", in: "durban", at: `${friday}T10:00`, minutes: 120, pinned: true },
        panel: { title: "Panel", in: "durban", range: between(10, 12) },
      },
    },
    en: "“Panel” finds no time. These do not go together: the Durban room live, its range (on Friday 10 January, between 10:00 and 12:00) and “Plenary”, pinned at 10:00 on Friday 10 January in Durban. Without any one of them it fits.",
    es: "«Panel» no encuentra hora. Esto no es compatible: la sala de Durban en directo, su margen (el viernes 10 de enero, entre las 10:00 y las 12:00) y «Plenary», fijada a las 10:00 del viernes 10 de enero en Durban. Sin una cualquiera de estas cosas, cabe.",
    ways: ["Widen the range of “Panel”: on Friday 10 January, between 08:00 and 12:00."],
  },
  "more sessions than a room has time for": {
    given: {
      rooms: { durban: { ...durban, hours: openFor(9, 11) } },
      sessions: {
        a: { title: "Wages", in: "durban", priority: 1 },
        b: { title: "Safety", in: "durban", priority: 1 },
        other: { title: "Elsewhere", priority: 1 },
        panel: { title: "Panel", in: "durban", priority: 3 },
      },
    },
    en: "“Panel” finds no time. These do not go together: the Durban room live, “Wages” and “Safety”. Without any one of them it fits.",
    es: "«Panel» no encuentra hora. Esto no es compatible: la sala de Durban en directo, «Wages» y «Safety». Sin una cualquiera de estas cosas, cabe.",
    ways: [
      "Open the Durban room from 08:00 to 09:00 on Friday 10 January as well.",
      "Make Thursday 9 January a day of the conference.",
    ],
  },
  "no hour that all share": {
    given: {
      rooms: { durban },
      groups: {
        la: { name: "Los Angeles", city: "Los Angeles", zone: "America/Los_Angeles", hours: openFor(8, 20) },
        tokyo: { name: "Tokyo", city: "Tokyo", zone: "Asia/Tokyo", hours: openFor(8, 20) },
      },
      sessions: { panel: { title: "Panel", in: "durban", links: ["la", "tokyo"] } },
    },
    en: "“Panel” finds no time. These do not go together: Los Angeles live, Tokyo live and the Durban room live. Without any one of them it fits.",
    es: "«Panel» no encuentra hora. Esto no es compatible: el grupo Los Angeles en directo, el grupo Tokyo en directo y la sala de Durban en directo. Sin una cualquiera de estas cosas, cabe.",
    ways: [
      "Hold “Panel” twice: once for Tokyo, once for Los Angeles.",
      "Give “Panel” to Los Angeles as playback.",
      "Open the Durban room from 01:00 to 02:00 on Friday 10 January as well.",
      "Agree with Los Angeles to come from 22:00 to 23:00 on Thursday 9 January, Los Angeles time, after all, as shoulder hours.",
    ],
  },
  "somebody who is needed elsewhere": {
    given: {
      rooms: { durban },
      people: { rosa: { name: "Rosa" }, thabo: { name: "Thabo" } },
      sessions: {
        plenary: { title: "Plenary", at: `${friday}T08:00`, minutes: 600, pinned: true, personIds: ["rosa"] },
        panel: { title: "Panel", in: "durban", personIds: ["rosa", "thabo"], range: between(9, 18) },
      },
    },
    en: "“Panel” finds no time. These do not go together: Rosa, its range (on Friday 10 January, between 09:00 and 18:00) and “Plenary”, pinned at 08:00 on Friday 10 January in Durban. Without any one of them it fits.",
    es: "«Panel» no encuentra hora. Esto no es compatible: Rosa, su margen (el viernes 10 de enero, entre las 09:00 y las 18:00) y «Plenary», fijada a las 08:00 del viernes 10 de enero en Durban. Sin una cualquiera de estas cosas, cabe.",
    ways: ["Widen the range of “Panel”: on Friday 10 January, between 09:00 and 19:00.", "Hold “Panel” without Rosa."],
  },
  "an order and a range": {
    given: {
      rooms: { durban, chennai },
      sessions: {
        plenary: { title: "Plenary", in: "chennai", at: `${friday}T20:00`, pinned: true },
        panel: { title: "Panel", in: "durban", after: ["plenary"], range: between(9, 17) },
      },
    },
    en: "“Panel” finds no time. These do not go together: its range (on Friday 10 January, between 09:00 and 17:00) and that it comes after “Plenary”. Without any one of them it fits.",
    es: "«Panel» no encuentra hora. Esto no es compatible: su margen (el viernes 10 de enero, entre las 09:00 y las 17:00) y que va después de «Plenary». Sin una cualquiera de estas cosas, cabe.",
    ways: [
      "Widen the range of “Panel”: on Friday 10 January, between 09:00 and 18:30.",
      "Let “Panel” begin without waiting for “Plenary”.",
    ],
  },
  "an order with what ends the conference": {
    given: {
      rooms: { durban, chennai },
      sessions: {
        plenary: { title: "Plenary", in: "chennai", at: `${friday}T20:00`, minutes: 90, pinned: true },
        panel: { title: "Panel", after: ["plenary"], minutes: 420 },
      },
    },
    en: "“Panel” finds no time: it comes after “Plenary”, and after that there is none.",
    es: "«Panel» no encuentra hora: va después de «Plenary», y a partir de ahí no hay ninguna.",
    ways: ["Let “Panel” begin without waiting for “Plenary”.", "Make Saturday 11 January a day of the conference."],
  },
  "languages without interpreters": {
    given: { rooms: { durban }, sessions: { panel: { title: "Panel", in: "durban", languages: ["en", "es"] } } },
    en: "“Panel” finds no time: on these days there is none with interpreters between English and Spanish.",
    es: "«Panel» no encuentra hora: en estos días no hay ninguna con intérpretes entre inglés y español.",
    ways: ["Make a pool of interpreters between English and Spanish."],
  },
  "a pool that is taken": {
    given: {
      rooms: { durban, chennai },
      pools: { team: { name: "Team" } },
      sessions: {
        plenary: {
          title: "Plenary",
          in: "chennai",
          at: `${friday}T12:00`,
          minutes: 240,
          pinned: true,
          languages: ["en", "es"],
        },
        panel: { title: "Panel", in: "durban", minutes: 90, languages: ["en", "es"], range: between(8, 12) },
      },
    },
    en: "“Panel” finds no time. These do not go together: interpreters between English and Spanish, its range (on Friday 10 January, between 08:00 and 12:00) and “Plenary”, pinned at 12:00 on Friday 10 January in Chennai. Without any one of them it fits.",
    es: "«Panel» no encuentra hora. Esto no es compatible: intérpretes entre inglés y español, su margen (el viernes 10 de enero, entre las 08:00 y las 12:00) y «Plenary», fijada a las 12:00 del viernes 10 de enero en Chennai. Sin una cualquiera de estas cosas, cabe.",
    ways: ["Widen the range of “Panel”: on Friday 10 January, between 08:00 and 14:00.", "Have 2 in the pool “Team”."],
  },
};

/** Sessions that crowd into one morning: some pinned, in one or two rooms, with people and interpreters in common. */
export const crowdedMorning = fc
  .array(
    fc.record({
      in: fc.constantFrom("durban", "chennai"),
      also: fc.constantFrom("", "", "durban", "chennai"),
      person: fc.constantFrom("", "rosa", "thabo"),
      spoken: fc.constantFrom(["en"], ["en"], ["en", "es"]),
      hour: fc.integer({ min: 9, max: 10 }),
      kind: fc.constantFrom("free", "free", "free", "pinned"),
      minutes: fc.constantFrom(45, 60, 90),
      follows: fc.boolean(),
    }),
    { minLength: 3, maxLength: 6 },
  )
  .map((sessions) =>
    planWith({
      conference: onFriday,
      rooms: {
        durban: { ...durban, hours: openFor(9, 12) },
        chennai: { name: "Hall", hours: openFor(9, 12) },
      },
      people: { rosa: {}, thabo: {} },
      pools: { team: {} },
      sessions: Object.fromEntries(
        sessions.map((one, i) => [
          `s${i}`,
          {
            in: one.in,
            links: one.also === "" || one.also === one.in ? [] : [one.also],
            minutes: one.minutes,
            personIds: one.person === "" ? [] : [one.person],
            languages: one.spoken,
            after: one.follows && i > 0 ? [`s${i - 1}`] : [],
            ...(one.kind === "pinned" ? { at: `${friday}T${String(one.hour).padStart(2, "0")}:00`, pinned: true } : {}),
          },
        ]),
      ),
    }),
  );
