import type { SessionState } from "../../shared/plan/model.ts";

export type RoomKey = "la" | "ss" | "dur" | "che";
export type GroupKey = "pac" | "son" | "gau" | "sri";
export type Linked = RoomKey | GroupKey;

const all: readonly Linked[] = ["dur", "la", "ss", "che", "pac", "son", "gau", "sri"];
const east: readonly Linked[] = ["dur", "che", "gau"];
const americas: readonly Linked[] = ["ss", "la", "son", "pac"];

export interface Item {
  readonly key: string;
  readonly title: string;
  /** In the host's time. */
  readonly wall: string;
  readonly minutes: number;
  /** The host is the first. */
  readonly linked: readonly Linked[];
  readonly state: SessionState;
  readonly priority?: 1 | 3;
  readonly people?: readonly string[];
  /** Spanish and English: needs interpreters. */
  readonly both?: true;
  readonly after?: string;
}

/** The seventeen sessions of the second sample, by hand. */
export const items: readonly Item[] = [
  {
    key: "meeting-east",
    title: "Regional meeting, east",
    wall: "2020-01-10T09:00",
    minutes: 90,
    linked: east,
    state: "firm",
  },
  {
    key: "wages",
    title: "Wages and hours",
    wall: "2020-01-10T12:00",
    minutes: 60,
    linked: ["dur", "che", "sri", "gau"],
    state: "firm",
    people: ["ravi"],
  },
  {
    key: "women",
    title: "Women on the line",
    wall: "2020-01-10T15:00",
    minutes: 60,
    linked: ["dur", "ss", "che", "son"],
    state: "tentative",
    people: ["marisol"],
    both: true,
  },
  {
    key: "opening",
    title: "Opening plenary",
    wall: "2020-01-10T16:15",
    minutes: 45,
    linked: all,
    state: "firm",
    priority: 1,
    people: ["thandi"],
    both: true,
  },
  {
    key: "migration",
    title: "Migration and work",
    wall: "2020-01-10T18:30",
    minutes: 60,
    linked: ["dur", "la", "ss", "pac"],
    state: "tentative",
    people: ["elena"],
    both: true,
  },
  {
    key: "meeting-americas",
    title: "Regional meeting, Americas",
    wall: "2020-01-10T13:00",
    minutes: 90,
    linked: americas,
    state: "firm",
  },
  { key: "health", title: "Health and safety", wall: "2020-01-11T09:00", minutes: 60, linked: east, state: "firm" },
  {
    key: "supply",
    title: "Down the supply chain",
    wall: "2020-01-11T11:30",
    minutes: 60,
    linked: ["dur", "che", "sri", "gau"],
    state: "firm",
    people: ["ravi"],
  },
  {
    key: "young",
    title: "Young workers",
    wall: "2020-01-11T14:30",
    minutes: 45,
    linked: ["dur", "ss", "che"],
    state: "tentative",
    both: true,
  },
  {
    key: "reports",
    title: "Reports from the regions",
    wall: "2020-01-11T16:00",
    minutes: 90,
    linked: all,
    state: "firm",
    priority: 1,
    people: ["marisol", "thandi"],
    both: true,
    after: "opening",
  },
  {
    key: "law",
    title: "Law and the courts",
    wall: "2020-01-11T18:30",
    minutes: 60,
    linked: ["dur", "la", "ss", "pac"],
    state: "firm",
    people: ["elena"],
    both: true,
  },
  {
    key: "drafting-americas",
    title: "Drafting, Americas",
    wall: "2020-01-11T12:30",
    minutes: 90,
    linked: americas,
    state: "firm",
  },
  {
    key: "drafting-east",
    title: "Drafting, east",
    wall: "2020-01-12T09:00",
    minutes: 90,
    linked: ["dur", "che", "sri", "gau"],
    state: "firm",
  },
  { key: "fund", title: "The fund", wall: "2020-01-12T12:00", minutes: 45, linked: east, state: "firm" },
  {
    key: "press",
    title: "Press and publications",
    wall: "2020-01-12T14:15",
    minutes: 45,
    linked: east,
    state: "idea",
    priority: 3,
  },
  {
    key: "resolutions",
    title: "Resolutions",
    wall: "2020-01-12T16:30",
    minutes: 45,
    linked: all,
    state: "firm",
    priority: 1,
    people: ["marisol"],
    both: true,
    after: "reports",
  },
  {
    key: "closing",
    title: "Closing plenary",
    wall: "2020-01-12T18:00",
    minutes: 60,
    linked: all,
    state: "firm",
    priority: 1,
    people: ["thandi"],
    both: true,
    after: "resolutions",
  },
];
