import { at } from "../../record.ts";
import type { Change, Kind, Plan, Things } from "../model.ts";

/** The kinds in the order in which lists of changes name them: what is referred to comes first. */
export const kinds: readonly Kind[] = [
  "conferences",
  "venues",
  "rooms",
  "groups",
  "people",
  "pools",
  "sessions",
  "occurrences",
];

export const emptyPlan: Plan = {
  conferences: {},
  venues: {},
  rooms: {},
  groups: {},
  people: {},
  pools: {},
  sessions: {},
  occurrences: {},
};

/** The plan with these changes made; kinds that none of them touches are shared. It does not look at `before`. */
export function applyChanges(plan: Plan, changes: readonly Change[]): Plan {
  if (changes.length === 0) return plan;
  return {
    conferences: changed("conferences", plan, changes),
    venues: changed("venues", plan, changes),
    rooms: changed("rooms", plan, changes),
    groups: changed("groups", plan, changes),
    people: changed("people", plan, changes),
    pools: changed("pools", plan, changes),
    sessions: changed("sessions", plan, changes),
    occurrences: changed("occurrences", plan, changes),
  };
}

function changed<K extends Kind>(kind: K, plan: Plan, changes: readonly Change[]): Plan[K] {
  const own = changes.filter((change) => change.kind === kind);
  if (own.length === 0) return plan[kind];
  // From entries, not by assignment: an id may be "__proto__".
  const made = Object.fromEntries(own.flatMap(({ id, after }) => (after === null ? [] : [[id, after]])));
  const next = { ...plan[kind], ...made };
  for (const { id, after } of own) if (after === null) delete next[id];
  return next;
}

/** All things of a kind, in no order that means anything. */
export function all<K extends Kind>(plan: Plan, kind: K): readonly Things[K][] {
  return Object.values(plan[kind] as Readonly<Record<string, Things[K]>>);
}

/** The thing of a kind under an id; undefined if there is none. */
export function find<K extends Kind>(plan: Plan, kind: K, id: string): Things[K] | undefined {
  return at(plan[kind] as Readonly<Record<string, Things[K]>>, id);
}

/** The changes that take these back. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before }) as Change).reverse();
}

/** Are these equal, whatever the order of their keys? For values as JSON has them. */
export function sameThing(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = Object.entries(a);
  if (entries.length !== Object.keys(b).length) return false;
  return entries.every(
    ([key, value]) => Object.hasOwn(b, key) && sameThing(value, (b as Record<string, unknown>)[key]),
  );
}
