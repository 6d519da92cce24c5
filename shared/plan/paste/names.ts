import type { ConferenceId, PersonId } from "../../ids.ts";
import { all } from "../edits/apply.ts";
import type { Group, Person, Plan, Room, SessionState } from "../model.ts";
import type { Read } from "./days.ts";
import type { PasteProblem } from "./model.ts";
import { plainWords } from "./plainwords.ts";

/** What cells can name: things of the conference, by their plain name or city. */
export interface Names {
  readonly rooms: readonly Room[];
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
}

export function namesOf(plan: Plan, conferenceId: ConferenceId): Names {
  const used = (thing: { readonly conferenceIds: readonly ConferenceId[] }) =>
    thing.conferenceIds.includes(conferenceId);
  return {
    rooms: all(plan, "rooms").filter((room) => room.conferenceId === conferenceId),
    // An audience is linked by its room.
    groups: all(plan, "groups").filter((group) => group.roomId === null && used(group)),
    people: all(plan, "people").filter(used),
  };
}

/** The one thing of this name; else, where a city will do, the one in this city. */
function named<Thing extends { readonly name: string; readonly city: string }>(
  things: readonly Thing[],
  text: string,
  unknown: PasteProblem,
  byCity: boolean,
): Read<Thing> {
  const word = plainWords(text);
  const byName = things.filter(({ name }) => plainWords(name) === word);
  const found = byName.length > 0 || !byCity ? byName : things.filter(({ city }) => plainWords(city) === word);
  const [thing] = found;
  if (thing === undefined) return { ok: false, why: unknown, cell: text };
  return found.length > 1 ? { ok: false, why: "several", cell: text } : { ok: true, value: thing };
}

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
  return named(names.rooms, cell, "unknown-room", true);
}

export function readRooms(names: Names, cell: string): readonly Read<Room>[] {
  return listed(cell, (text) => readRoom(names, text));
}

export function readGroups(names: Names, cell: string): readonly Read<Group>[] {
  return listed(cell, (text) => named(names.groups, text, "unknown-group", true));
}

export function readPeople(names: Names, cell: string): readonly Read<PersonId>[] {
  const people = listed(cell, (text) => named(names.people, text, "unknown-person", false));
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
  const found = parts(cell, /[;+,/\n\r]/u).map((part): Read<string> => {
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
