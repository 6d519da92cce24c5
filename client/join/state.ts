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
  /** Tries the same invite once more. */
  open(): Promise<void>;
}

/** The way from an invite's secret to the page that it opens. An empty secret: no invite, only a place to start from. */
export function door(secret: string): Door {
  const state = signal<Joining>(secret === "" ? { step: "home" } : { step: "opening", slow: false });
  return {
    state,
    async open() {
      if (secret === "") return;
      state.value = { step: "opening", slow: false };
      const slow = setTimeout(() => {
        state.value = { step: "opening", slow: true };
      }, patience);
      const answer = await exchange(secret);
      clearTimeout(slow);
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
    },
  };
}
