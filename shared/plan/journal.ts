import type { PassId } from "../ids.ts";
import type { Mine } from "../protocol/planner.ts";
import type { Detail, EditName } from "./detail.ts";
import type { Change, Edit, Plan } from "./model.ts";

/** What an undo or a redo would write: the changes, the edit that it is about (`of`), and that one's subject. */
export type Turn =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly of: number; readonly subject: string }
  | {
      readonly ok: false;
      readonly code: "nothing-to-undo" | "already" | "conflict";
      readonly detail: Detail | null;
    };

/** The newest edit after `baseSeq` by somebody else than `by` that touched one of these things; null: none did. */
export function staleSince(
  edits: readonly Edit[],
  baseSeq: number,
  changes: readonly Change[],
  by: PassId,
): EditName | null {
  throw new Error(`${edits.length}${baseSeq}${changes.length}${by}`);
}

export function undoOf(edits: readonly Edit[], plan: Plan, by: PassId, seq: number | null): Turn {
  throw new Error(`${edits.length}${Object.keys(plan).length}${by}${seq}`);
}

export function redoOf(edits: readonly Edit[], plan: Plan, by: PassId): Turn {
  throw new Error(`${edits.length}${Object.keys(plan).length}${by}`);
}

export function mine(edits: readonly Edit[], by: PassId): Mine {
  throw new Error(`${edits.length}${by}`);
}
