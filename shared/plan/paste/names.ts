import type { ConferenceId, PersonId } from "../../ids.ts";
import { all } from "../edits/apply.ts";
import type { Group, Person, Plan, Room, SessionState } from "../model.ts";
import type { Read } from "./days.ts";
import type { PasteProblem } from "./model.ts";
import { plainWords } from "./plainwords.ts";

/** Things by the plain form of their name, and of their city. */
interface Known<Thing> {
  readonly byName: ReadonlyMap<string, readonly Thing[]>;
  readonly byCity: ReadonlyMap<string, readonly Thing[]>;
}

/** What cells can name: things of the conference. */
export interface Names {
  readonly rooms: Known<Room>;
  readonly groups: Known<Group>;
  readonly people: Known<Person>;
}

export function namesOf(plan: Plan, conferenceId: ConferenceId): Names {
  const used = (thing: { readonly conferenceIds: readonly ConferenceId[] }) =>
    thing.conferenceIds.includes(conferenceId);
  const people = known(all(plan, "people").filter(used));
  return {
    rooms: known(all(plan, "rooms").filter((room) => room.conferenceId === conferenceId)),
    // An audience is linked by its room.
    groups: known(all(plan, "groups").filter((group) => group.roomId === null && used(group))),
    // Nobody is called by a city.
    people: { ...people, byCity: new Map() },
  };
}

function known<Thing extends { readonly name: string; readonly city: string }>(things: readonly Thing[]): Known<Thing> {
  return {
    byName: Map.groupBy(things, ({ name }) => plainWords(name)),
    byCity: Map.groupBy(things, ({ city }) => plainWords(city)),
  };
}

/** The one thing of this name, else the one in this city. */
function named<Thing>({ byName, byCity }: Known<Thing>, text: string, unknown: PasteProblem): Read<Thing> {
  const word = plainWords(text);
  const found = byName.get(word) ?? byCity.get(word) ?? [];
  const [thing] = found;
  if (thing === undefined) return { ok: false, why: unknown, cell: text };
  return found.length > 1 ? { ok: false, why: "several", cell: text } : { ok: true, value: thing };
}

/** No cell can name more: no session has as many links, speakers or languages. */
const mostParts = 100;

/**
 * The things that a list names, each once: the whole cell, if it is a name, else its parts between semicolons, plus
 * signs and line ends, and those between commas unless they are part of a name.
 */
function listed<Thing extends { readonly id: string }>(
  cell: string,
  one: (text: string) => Read<Thing>,
): Read<Thing>[] {
  const whole = one(cell);
  if (whole.ok || whole.why === "several") return [whole];
  if (parts(cell, /[;+,\n\r]/u).length > mostParts) return [{ ok: false, why: "too-many", cell }];
  const found = parts(cell, /[;+\n\r]/u).flatMap((part) => {
    const read = one(part);
    return read.ok || read.why === "several" ? [read] : parts(part, /,/u).map(one);
  });
  const ids = found.map((read) => (read.ok ? read.value.id : null));
  return found.map((read, i) => (read.ok && ids.indexOf(read.value.id) < i ? { ok: false, why: "twice", cell } : read));
}

function parts(cell: string, separator: RegExp): readonly string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function readRoom(names: Names, cell: string): Read<Room> {
  return named(names.rooms, cell, "unknown-room");
}

export function readRooms(names: Names, cell: string): readonly Read<Room>[] {
  return listed(cell, (text) => readRoom(names, text));
}

export function readGroups(names: Names, cell: string): readonly Read<Group>[] {
  return listed(cell, (text) => named(names.groups, text, "unknown-group"));
}

export function readPeople(names: Names, cell: string): readonly Read<PersonId>[] {
  const people = listed(cell, (text) => named(names.people, text, "unknown-person"));
  return people.map((read) => (read.ok ? { ok: true, value: read.value.id } : read));
}

const languages: Readonly<Record<string, readonly string[]>> = {
  en: ["english", "ingles"],
  es: ["spanish", "espanol", "castellano"],
  pt: ["portuguese", "portugues"],
  fr: ["french", "frances"],
  de: ["german", "aleman"],
  it: ["italian", "italiano"],
  ar: ["arabic", "arabe"],
  hi: ["hindi"],
  ta: ["tamil"],
  zu: ["zulu", "isizulu"],
  sw: ["swahili", "suajili"],
  zh: ["chinese", "chino"],
  ja: ["japanese", "japones"],
  ko: ["korean", "coreano"],
  ru: ["russian", "ruso"],
};

/** A code ("en", "pt-BR"), or one of the names above in English or Spanish. */
export function readLanguages(cell: string): readonly Read<string>[] {
  const listedParts = parts(cell, /[;+,/\n\r]/u);
  if (listedParts.length > mostParts) return [{ ok: false, why: "too-many", cell }];
  const found = listedParts.map((part): Read<string> => {
    const word = plainWords(part);
    const code = Object.entries(languages).find(([, all]) => all.includes(word))?.[0];
    if (code !== undefined) return { ok: true, value: code };
    const [primary = "", ...rest] = part.split("-");
    const tag = [primary.toLowerCase(), ...rest].join("-");
    const isTag = tag.length <= 20 && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(tag);
    return isTag ? { ok: true, value: tag } : { ok: false, why: "not-a-language", cell: part };
  });
  const codes = found.map((read) => (read.ok ? read.value : null));
  return found.map((read, i) => (read.ok && codes.indexOf(read.value) < i ? { ok: false, why: "twice", cell } : read));
}

const states: Readonly<Record<SessionState, readonly string[]>> = {
  idea: ["idea"],
  tentative: ["tentative", "provisional", "tentativa"],
  firm: ["firm", "firme", "confirmed", "confirmada"],
  cancelled: ["cancelled", "canceled", "cancelada"],
};

export function readState(cell: string): Read<SessionState> {
  const word = plainWords(cell);
  const state = Object.entries(states).find(([, all]) => all.includes(word))?.[0];
  return state === undefined ? { ok: false, why: "not-a-state" } : { ok: true, value: state as SessionState };
}

export function readPriority(cell: string): Read<number> {
  return /^[123]$/u.test(cell) ? { ok: true, value: Number(cell) } : { ok: false, why: "not-a-priority" };
}
