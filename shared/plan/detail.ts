import type { Instant } from "../ids.ts";
import type { Edit } from "./model.ts";

/** An edit as people are told of it. */
export type EditName = Pick<Edit, "seq" | "at" | "author" | "command" | "subject">;

/** Why an edit was refused, beside the code: what a page needs to say it, and what one can do. */
export type Detail =
  /** `conflict`: this edit came since (`baseSeq`), or stands in the way of the undo. */
  | { readonly kind: "edit"; readonly edit: EditName }
  /** `gap`: the clocks go forward over it at `at`; the nearest times that exist, before and after. */
  | { readonly kind: "gap"; readonly at: Instant; readonly earlier: string; readonly later: string }
  /** `fold`: it comes twice; say which offset. */
  | {
      readonly kind: "fold";
      readonly earlier: { readonly instant: Instant; readonly offset: number };
      readonly later: { readonly instant: Instant; readonly offset: number };
    }
  /** `conflicts`: a release with conflicts that nobody has agreed to (their keys). */
  | { readonly kind: "conflicts"; readonly keys: readonly string[] }
  /** `already`: a release that would change these occurrences, which are live or have ended. */
  | { readonly kind: "started"; readonly occurrenceIds: readonly string[] }
  /** `in-use`: the thing cannot be removed, these names refer to it. */
  | { readonly kind: "users"; readonly names: readonly string[] }
  /** `bad-request`: which fields, by their path ("links.0.id"), and why. */
  | { readonly kind: "fields"; readonly fields: readonly { readonly path: string; readonly why: string }[] }
  /** `bad-request`: which rows (from 1) of a pasted table were not understood. */
  | { readonly kind: "rows"; readonly rows: readonly { readonly row: number; readonly why: string }[] };
