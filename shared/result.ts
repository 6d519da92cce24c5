/** What a pure function answers when it may refuse: a value, or a code from the protocol's list of errors. */
export type Result<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Code };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code): { readonly ok: false; readonly code: Code } {
  return { ok: false, code };
}

/** For the `default` of a switch over a union: the compiler rejects the call while a case is missing. */
export function never(value: never): never {
  throw new Error(`a case is missing for ${JSON.stringify(value)}`);
}
