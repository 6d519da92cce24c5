import type { Instant } from "../../ids.ts";
import type { ErrorCode } from "../../protocol/errors.ts";
import type { PlanCommand, PlanCommandName } from "../../protocol/plan.ts";
import type { Detail } from "../detail.ts";
import type { Change } from "../model.ts";
import { canonicalZone } from "../zones.ts";
import type { Zones } from "../zones.ts";
import type { Fault } from "./rules.ts";

/** What an edit needs and must not fetch itself. */
export interface Ground {
  readonly zones: Zones;
  readonly now: Instant;
  readonly newId: () => string;
}

/** A command's input; what may be left out of it is optional here, the edits fill it in as the schema would. */
export type InputFor<Name extends PlanCommandName> = Extract<PlanCommand, { readonly name: Name }>["input"];

export interface Refused {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly detail: Detail | null;
}

/**
 * What an edit would do. `changes` is empty where everything is so already; `subject` names what it was about (may be
 * empty); `answer` is what the command's caller gets.
 */
export type EditResult =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly subject: string; readonly answer: unknown }
  | Refused;

export type Checked<Value> = { readonly ok: true; readonly value: Value } | Refused;

export function refused(code: ErrorCode, detail: Detail | null = null): Refused {
  return { ok: false, code, detail };
}

/** `bad-request`, with the field and why. */
export function badField(path: string, why: string): Refused {
  return refused("bad-request", { kind: "fields", fields: [{ path, why }] });
}

/** Why things that break rules are refused: `not-found` if something is named that is not there, else `bad-request`. */
export function refusedFor(faults: readonly Fault[]): Refused {
  const code = faults.some(({ missing }) => missing) ? "not-found" : "bad-request";
  return refused(code, { kind: "fields", fields: faults.map(({ path, why }) => ({ path, why })) });
}

/** `in-use`: what refers to it, by name, each once. */
export function inUse(names: readonly string[]): Refused {
  return refused("in-use", { kind: "users", names: [...new Set(names)] });
}

/** The zone's one name, or `unknown-zone`. */
export function zoneNamed(ground: Ground, name: string): Checked<string> {
  const value = canonicalZone(ground.zones, name);
  return value === null ? refused("unknown-zone") : { ok: true, value };
}

/** What is given: a field that is there and undefined is not. */
export function given<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
