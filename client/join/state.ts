import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { CallError } from "../session/contract.ts";
import { exchange, pageOf, pathTo } from "../session/pass.ts";
import type { Exchanged } from "../session/pass.ts";
import { remember } from "./opened.ts";

/** How long an answer may take before the page says that it still waits (milliseconds). */
const patience = 4000;

export type Joining =
  | { readonly step: "home" }
  | { readonly step: "opening"; readonly slow: boolean }
  | { readonly step: "failed"; readonly error: CallError }
  /** An operator's invite opens two pages: the station and the console. */
  | { readonly step: "choice"; readonly pass: Exchanged["pass"] }
  | { readonly step: "opened" };

export interface Door {
  readonly state: ReadonlySignal<Joining>;
  /** Opens an invite by its secret; an empty one is no invite. */
  open(secret: string): Promise<void>;
  /** Tries the same invite once more. */
  again(): Promise<void>;
}

/** The way from an invite's secret to the page that it opens. Without a secret it is only a place to start from. */
export function door(first: string): Door {
  const state = signal<Joining>(first === "" ? { step: "home" } : { step: "opening", slow: false });
  let current = first;
  const isStale = (secret: string): boolean => secret !== current;

  async function open(secret: string): Promise<void> {
    current = secret;
    if (secret === "") return;
    state.value = { step: "opening", slow: false };
    const slow = setTimeout(() => {
      if (!isStale(secret)) state.value = { step: "opening", slow: true };
    }, patience);
    const answer = await exchange(secret);
    clearTimeout(slow);
    if (isStale(secret)) return;
    if (!answer.ok) {
      state.value = { step: "failed", error: new CallError(answer.error) };
      return;
    }
    const { pass } = answer.value;
    remember(pass);
    if (pass.role === "operator") {
      state.value = { step: "choice", pass };
      return;
    }
    state.value = { step: "opened" };
    // In place of this entry: going back must not lead to a page whose invite is already open.
    location.replace(pathTo(pageOf(pass.role), pass.id));
  }

  return { state, open, again: () => open(current) };
}
