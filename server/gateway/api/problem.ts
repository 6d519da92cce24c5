import type { Response } from "express";
import type { Detail } from "../../../shared/plan/detail.ts";
import { errorWords } from "../../../shared/protocol/errors.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { worthRetry } from "../refusal.ts";

/** The HTTP status of each error; what is not here is 400. */
const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  "no-pass": 401,
  forbidden: 403,
  expired: 403,
  "not-found": 404,
  conflict: 409,
  conflicts: 409,
  already: 409,
  "in-use": 409,
  pinned: 409,
  "nothing-to-undo": 409,
  gap: 422,
  fold: 422,
  "unknown-zone": 422,
  "too-many": 429,
  internal: 500,
  busy: 503,
};

export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 400;
}

/** An error over HTTP: problem details (RFC 9457) with the protocol's code, and what more there is to say. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  /** Is it worth sending the same again later? */
  readonly retry: boolean;
  readonly incident?: string;
  readonly more?: Detail;
}

interface More {
  /** Where the code's own status says too little ("payload too large"). */
  readonly status?: number;
  readonly detail?: Detail | null;
  readonly incident?: string;
}

export function problemOf(code: ErrorCode, { status, detail, incident }: More = {}): Problem {
  return {
    type: `/api/docs#${code}`,
    title: errorWords[code],
    status: status ?? statusOf(code),
    code,
    retry: worthRetry(code),
    ...(incident === undefined ? {} : { incident }),
    ...(detail === undefined || detail === null ? {} : { more: detail }),
  };
}

/** Answers with a problem. It is never kept by a cache. */
export function sendProblem(response: Response, code: ErrorCode, more: More = {}): void {
  const problem = problemOf(code, more);
  if (problem.status === 401) response.set("WWW-Authenticate", "Bearer");
  response
    .status(problem.status)
    .set("Cache-Control", "no-store")
    .type("application/problem+json")
    .send(JSON.stringify(problem));
}
