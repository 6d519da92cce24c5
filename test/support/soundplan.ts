import type { Mends, TroubleKind } from "../../shared/plan/conflict.ts";
import { hoursWith } from "./planmaker.ts";
import type { GivenPlan, GivenSession } from "./planmaker.ts";

// A realistic plan without any conflict, and what it takes to put one in.

export const english = ["en", "es"];
const everywhere = ["angeles", "salvador", "chennai"];

/** Four rooms from Los Angeles to Chennai, three days in January 2020. */
export const soundPlan: GivenPlan = {
  conference: { name: "January 2020", firstDay: "2020-01-10", lastDay: "2020-01-12" },
  venues: {
    hall: { name: "Community hall" },
    casa: { name: "Casa sindical" },
    college: { name: "Workers’ college", uplink: { up: 12, down: 18 } },
    office: { name: "Union office" },
  },
  rooms: {
    angeles: {
      name: "Los Angeles",
      city: "Los Angeles",
      zone: "America/Los_Angeles",
      venueId: "hall",
      setUp: 15,
      turnRound: 15,
      hours: hoursWith("blocked", [390, 1320, "kind"]),
    },
    salvador: {
      name: "San Salvador",
      city: "San Salvador",
      zone: "America/El_Salvador",
      venueId: "casa",
      setUp: 15,
      turnRound: 15,
    },
    durban: { name: "Durban", venueId: "college", setUp: 15, turnRound: 15 },
    chennai: {
      name: "Hall 2",
      city: "Chennai",
      zone: "Asia/Kolkata",
      venueId: "office",
      setUp: 10,
      turnRound: 20,
      hours: hoursWith("blocked", [480, 1380, "kind"]),
    },
  },
  groups: {
    "angeles-audience": { name: "Los Angeles" },
    "salvador-audience": { name: "San Salvador" },
    "durban-audience": { name: "Durban" },
    "chennai-audience": { name: "Hall 2" },
    textile: { name: "Textile workers", city: "Tiruppur", zone: "Asia/Kolkata", people: 60 },
    students: { name: "Students of San Salvador", city: "San Salvador", zone: "America/El_Salvador", people: 25 },
  },
  people: {
    maria: { name: "María Gómez", city: "San Salvador", zone: "America/El_Salvador", rest: 30 },
    thabo: { name: "Thabo Nkosi" },
  },
  pools: {
    interpreters: { name: "Interpreters", size: 2, longestStretch: 90, rest: 15 },
    operators: { name: "Operators", serves: { kind: "venue", venueId: "college" }, size: 2, longestStretch: 120 },
  },
  sessions: {
    plenary: {
      title: "Opening plenary",
      at: "2020-01-10T17:15",
      in: "durban",
      links: everywhere,
      languages: english,
      personIds: ["maria", "thabo"],
    },
    women: { title: "Women on the line", at: "2020-01-10T13:00", in: "chennai", links: ["durban", "textile"] },
    migration: { title: "Migration and work", at: "2020-01-11T10:00", in: "durban", links: ["chennai"] },
    reports: {
      title: "Reports from the regions",
      at: "2020-01-11T17:15",
      in: "durban",
      links: everywhere,
      languages: english,
      personIds: ["thabo"],
    },
    unions: {
      title: "Unions today",
      at: "2020-01-11T10:00",
      in: "angeles",
      links: ["salvador", "students"],
      languages: english,
      personIds: ["maria"],
    },
    radio: { title: "Workers’ radio", at: "2020-01-12T14:00", links: [{ to: "textile", need: "may" }] },
    closing: {
      title: "Closing",
      at: "2020-01-12T17:15",
      in: "durban",
      links: everywhere,
      languages: english,
      after: ["plenary"],
    },
  },
};

/** The sound plan with something changed, added or (`undefined`) removed. */
export function changed(change: { readonly [Part in keyof GivenPlan]?: Readonly<Record<string, unknown>> }): GivenPlan {
  const plan: Record<string, unknown> = { ...soundPlan };
  for (const [part, things] of Object.entries(change)) {
    const before = soundPlan[part as keyof GivenPlan] ?? {};
    const merged: Record<string, unknown> = { ...before };
    for (const [key, thing] of Object.entries(things)) {
      const old = merged[key];
      merged[key] = isRecord(old) && isRecord(thing) ? { ...old, ...thing } : thing;
    }
    plan[part] = merged;
  }
  return plan;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One of its sessions is otherwise. */
export const only = (id: string, session: GivenSession): GivenPlan => changed({ sessions: { [id]: session } });

/** A plan with one conflict, and what is said of it. */
export interface Seed {
  readonly kind: TroubleKind;
  readonly plan: GivenPlan;
  /** The sentences in English, whole. */
  readonly title: string;
  readonly text: string;
  /** The mends' sentences; or why there is none. */
  readonly mends: readonly string[] | NonNullable<Mends["why"]>;
}
