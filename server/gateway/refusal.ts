import type { z } from "zod";
import type { Detail } from "../../shared/plan/detail.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Result } from "../../shared/result.ts";

/** What a handler throws to refuse; everything else that is thrown becomes `internal` with an incident's number. */
export class Refused extends Error {
  readonly code: ErrorCode;
  /** What more there is to say, of edits of the plan. */
  readonly detail: Detail | null;
  constructor(code: ErrorCode, detail: Detail | null = null) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Codes after which sending the same again may help. */
const passing: ReadonlySet<ErrorCode> = new Set(["too-many", "busy", "internal"]);
export const worthRetry = (code: ErrorCode): boolean => passing.has(code);

type Refusable<Value> =
  | Result<Value, ErrorCode>
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: Detail | null };

export function unwrap<Value>(result: Refusable<Value>): Value {
  if (result.ok) return result.value;
  throw new Refused(result.code, "detail" in result ? result.detail : null);
}

/** How many wrong fields are named: a page that sends more is not one of ours. */
const mostFields = 20;

/** Which fields of an input do not fit, and why. */
export function fieldsOf(error: z.ZodError): Detail {
  const fields = error.issues
    .slice(0, mostFields)
    .map(({ path, message }) => ({ path: path.map(String).join("."), why: message }));
  return { kind: "fields", fields };
}
