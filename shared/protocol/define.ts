import type { z } from "zod";
import type { ErrorCode } from "./errors.ts";

export type Role =
  | "organiser"
  | "scheduler"
  | "room-keeper"
  | "group-contact"
  | "operator"
  | "moderator"
  | "participant";
export const roles: readonly Role[] = [
  "organiser",
  "scheduler",
  "room-keeper",
  "group-contact",
  "operator",
  "moderator",
  "participant",
];

declare const output: unique symbol;

/** One entry of the protocol's table. */
export interface Request<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly who: readonly Role[];
  readonly input: Input;
  /** What else the server checks before it acts, in words; the roles are checked first. */
  readonly right: string;
  readonly errors: readonly ErrorCode[];
  readonly doc: string;
  readonly returns: string;
  /** Only a type: never set. */
  readonly [output]?: Output;
}

export type InputOf<R> = R extends Request<infer Input> ? z.input<Input> : never;
export type ParsedOf<R> = R extends Request<infer Input> ? z.output<Input> : never;
export type OutputOf<R> = R extends Request<z.ZodType, infer Output> ? Output : never;

interface Wording {
  readonly who: readonly Role[];
  readonly right?: string;
  readonly errors?: readonly ErrorCode[];
  readonly doc: string;
  readonly returns?: string;
}

/** `define<Output>()({...}, schema)`: the output is a type, the input a schema. */
export function define<Output = null>() {
  return <Input extends z.ZodType>(wording: Wording, input: Input): Request<Input, Output> => ({
    who: wording.who,
    right: wording.right ?? "",
    errors: wording.errors ?? [],
    doc: wording.doc,
    returns: wording.returns ?? "nothing",
    input,
  });
}
