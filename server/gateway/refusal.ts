import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Result } from "../../shared/result.ts";

/** What a handler throws to refuse; everything else that is thrown becomes `internal` with an incident's number. */
export class Refused extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Codes after which sending the same again may help. */
const passing: ReadonlySet<ErrorCode> = new Set(["too-many", "busy", "internal"]);
export const worthRetry = (code: ErrorCode): boolean => passing.has(code);

export function unwrap<Value>(result: Result<Value, ErrorCode>): Value {
  if (!result.ok) throw new Refused(result.code);
  return result.value;
}
