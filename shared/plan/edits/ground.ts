import type { Instant } from "../../ids.ts";
import type { PlanCommand, PlanCommandName } from "../../protocol/plan.ts";
import type { ErrorCode } from "../../protocol/errors.ts";
import type { Detail } from "../detail.ts";
import type { Change } from "../model.ts";
import type { Zones } from "../zones.ts";

/** What an edit needs and must not fetch itself. */
export interface Ground {
  readonly zones: Zones;
  readonly now: Instant;
  readonly newId: () => string;
}

/** What a command may leave out is optional here: the edits fill it in themselves, as the schema would. */
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

export function refused(code: ErrorCode, detail: Detail | null = null): Refused {
  return { ok: false, code, detail };
}

/** `bad-request`, with the field and why. */
export function badField(path: string, why: string): Refused {
  return refused("bad-request", { kind: "fields", fields: [{ path, why }] });
}
