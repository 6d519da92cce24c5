import type { ConferenceId } from "../../shared/ids.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import type { PlanLocale } from "../../shared/plan/words.ts";
import type { PackedZones } from "../../shared/plan/zones.ts";
import type { SuggestionAnswer } from "../../shared/protocol/suggestanswers.ts";
import type { Part } from "../plan/parts.ts";
import type { ConflictAnswer, LedgerAnswer, MendsAnswer } from "./answers.ts";

// What the server asks the thread that reckons, and what it says.

/** Each question and what its answer says, as JSON. `seq`: the edit that it is true of. */
export interface Questions {
  readonly conflicts: {
    readonly asks: { readonly conferenceId: ConferenceId };
    readonly answer: { readonly seq: number; readonly conflicts: ConflictAnswer[] };
  };
  /** `key`: of a conflict. */
  readonly mends: {
    readonly asks: { readonly conferenceId: ConferenceId; readonly key: string };
    readonly answer: { readonly seq: number } & MendsAnswer;
  };
  readonly ledger: {
    readonly asks: { readonly conferenceId: ConferenceId };
    readonly answer: { readonly seq: number } & LedgerAnswer;
  };
  /** A suggestion in words. */
  readonly suggestion: {
    readonly asks: { readonly suggestion: Suggestion };
    readonly answer: { readonly suggestion: SuggestionAnswer };
  };
  /** The same without its name before it. */
  readonly bareSuggestion: { readonly asks: { readonly suggestion: Suggestion }; readonly answer: SuggestionAnswer };
}

export type QuestionName = keyof Questions;

export type Question = {
  [Name in QuestionName]: { readonly name: Name; readonly locale: PlanLocale } & Questions[Name]["asks"];
}[QuestionName];

/** To the thread: a plan in parts and its zones, as often as it has changed, and questions about it. */
export type ToReckoner =
  | Part
  | { readonly kind: "plan"; readonly seq: number; readonly zones: PackedZones }
  | { readonly kind: "question"; readonly question: Question };

/** An answer as it goes over the wire: so large that the server's thread had better not make it. */
export interface Bytes {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Names the content. */
  readonly etag: string;
}

/** From the thread: its number in the kernel, and one answer a question, in their order. */
export type FromReckoner =
  | { readonly kind: "thread"; readonly id: number | null }
  /** Null: what was asked about is not there any more. */
  | { readonly kind: "answer"; readonly answer: Bytes | null }
  | { readonly kind: "broken"; readonly error: Error };
