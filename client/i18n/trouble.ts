import { CallError } from "../session/contract.ts";
import { common } from "./common.ts";
import type { Trouble } from "./wording.ts";

/** An error in the page's words; of an internal one with the number that finds it in the server's log. */
export function troubleOf(error: unknown): Trouble {
  const { errors } = common();
  if (!(error instanceof CallError)) return errors.unknown;
  const words = errors.codes[error.code];
  const { incident } = error.failure;
  return incident === undefined ? words : { ...words, act: `${words.act} ${errors.incident(incident)}`.trim() };
}
