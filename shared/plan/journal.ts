import type { PassId } from "../ids.ts";
import type { Mine } from "../protocol/planner.ts";
import type { Detail, EditName } from "./detail.ts";
import { applyChanges, find, invert, sameThing } from "./edits/apply.ts";
import { newFaults } from "./edits/faults.ts";
import type { ThingFault } from "./edits/faults.ts";
import type { Change, Edit, Plan } from "./model.ts";

// The journal is the list of accepted edits, in order of `seq`. Undo and redo are edits too: `of` names the edit whose
// changes they took back or made again. Entries that changed nothing (a release) stand for themselves: there is nothing to
// take back. `edits` may begin late (the older ones are forgotten), never have holes.

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
  const things = new Set(changes.map(thingOf));
  const found = newestSince(
    edits,
    baseSeq,
    (edit) => edit.by !== by && edit.changes.some((c) => things.has(thingOf(c))),
  );
  return found === null ? null : nameOf(found);
}

/**
 * Takes back one's own newest edit that stands, or the own one named by `seq`.
 * `conflict`: an edit that came to stand since has touched the same things, or would not fit any more (something would
 * refer to what is gone); the detail names the newest such. So whatever is undone, all that stands can still be undone,
 * newest first. `already`: it does not stand. `nothing-to-undo`: no such edit of one's own.
 */
export function undoOf(edits: readonly Edit[], plan: Plan, by: PassId, seq: number | null): Turn {
  const { done, undone } = turnsOf(edits, by);
  const turn = seq === null ? done.at(-1) : done.find(({ edit }) => edit.seq === seq);
  if (turn === undefined) {
    const stood = seq !== null && undone.some(({ edit }) => edit.seq === seq);
    return { ok: false, code: stood ? "already" : "nothing-to-undo", detail: null };
  }
  const newer = standingTurns(edits)
    .filter(({ since }) => since > turn.since)
    .toReversed();
  const things = new Set(turn.edit.changes.map(thingOf));
  const touching = newer.find(({ edit }) => edit.changes.some((change) => things.has(thingOf(change))));
  if (touching !== undefined) return inTheWay(entryOf(edits, touching));

  const back = turned(edits, plan, turn, invert(turn.edit.changes));
  if (!back.ok || back.changes.every(isLoose)) return back;
  const stuck = stuckWithout(plan, back.changes, newer);
  return stuck === null ? back : inTheWay(entryOf(edits, stuck));
}

/** Makes the edit again that one has undone last, unless one has made another since. Codes as `undoOf`. */
export function redoOf(edits: readonly Edit[], plan: Plan, by: PassId): Turn {
  const turn = turnsOf(edits, by).redoable.at(-1);
  if (turn === undefined) return { ok: false, code: "nothing-to-undo", detail: null };
  return turned(edits, plan, turn, turn.edit.changes);
}

/** What one's own next undo and redo would be about. */
export function mine(edits: readonly Edit[], by: PassId): Mine {
  const { done, redoable } = turnsOf(edits, by);
  const undo = done.at(-1);
  const redo = redoable.at(-1);
  return { undo: undo === undefined ? null : nameOf(undo.edit), redo: redo === undefined ? null : nameOf(redo.edit) };
}

/** The edits that stand (were not undone, or were made again), in the order in which they came to. */
export function standing(edits: readonly Edit[]): readonly Edit[] {
  return standingTurns(edits).map(({ edit }) => edit);
}

function standingTurns(edits: readonly Edit[]): readonly Turned[] {
  const own = new Map(edits.flatMap((edit) => (edit.of === null && edit.changes.length > 0 ? [[edit.seq, edit]] : [])));
  const stand = new Map<number, Turned>();
  for (const { seq, of, command } of edits) {
    const edit = own.get(of ?? seq);
    if (edit === undefined) continue;
    if (command === "undo") stand.delete(edit.seq);
    else stand.set(edit.seq, { edit, since: seq });
  }
  return [...stand.values()];
}

/** The entry by which an edit stands: itself, or the redo. */
function entryOf(edits: readonly Edit[], { edit, since }: Turned): Edit {
  return edits.find(({ seq }) => seq === since) ?? edit;
}

/** An edit, and since when it stands, or is undone. */
interface Turned {
  readonly edit: Edit;
  readonly since: number;
}

interface Turns {
  /** Own edits that stand, the newest last. */
  readonly done: readonly Turned[];
  readonly undone: readonly Turned[];
  /** Those undone since the last new one, the latest undone last. */
  readonly redoable: readonly Turned[];
}

function turnsOf(edits: readonly Edit[], by: PassId): Turns {
  const done: Turned[] = [];
  const undone: Turned[] = [];
  let redoable: Turned[] = [];
  for (const edit of edits) {
    if (edit.by !== by || edit.changes.length === 0) continue;
    const { of, seq: since } = edit;
    if (of === null) {
      done.push({ edit, since });
      redoable = [];
    } else if (edit.command === "undo") {
      const turn = taken(done, of);
      if (turn === null) continue;
      undone.push({ edit: turn.edit, since });
      redoable.push({ edit: turn.edit, since });
    } else {
      const turn = taken(undone, of);
      if (turn === null) continue;
      taken(redoable, of);
      done.push({ edit: turn.edit, since });
    }
  }
  return { done, undone, redoable };
}

/** Takes the turn of an edit out of the list; null: it is not in it (the journal begins after it). */
function taken(turns: Turned[], seq: number): Turned | null {
  const index = turns.findLastIndex(({ edit }) => edit.seq === seq);
  return index < 0 ? null : (turns.splice(index, 1)[0] ?? null);
}

function turned(edits: readonly Edit[], plan: Plan, { edit, since }: Turned, changes: readonly Change[]): Turn {
  const changed = changes.filter(({ kind, id, before }) => !sameThing(find(plan, kind, id) ?? null, before));
  if (changed.length > 0) {
    const things = new Set(changed.map(thingOf));
    return inTheWay(newestSince(edits, since, (other) => other.changes.some((change) => things.has(thingOf(change)))));
  }
  const after = applyChanges(plan, changes);
  const faults = newFaults(plan, after);
  if (faults.length > 0) return inTheWay(causeOf(edits, since, after, faults));
  return { ok: true, changes, of: edit.seq, subject: edit.subject };
}

/**
 * With these changes made, the first of the newer edits (newest first) that could not be undone in its turn: something
 * would be left as no edit leaves it that would not be without them.
 */
function stuckWithout(plan: Plan, changes: readonly Change[], newer: readonly Turned[]): Turned | null {
  let asItIs = plan;
  let without = applyChanges(plan, changes);
  for (const turn of newer) {
    const inverse = invert(turn.edit.changes);
    asItIs = applyChanges(asItIs, inverse);
    without = applyChanges(without, inverse);
    if (!inverse.every(isLoose) && newFaults(asItIs, without).length > 0) return turn;
  }
  return null;
}

/** No rule looks at these fields (rules.ts). */
const loose: ReadonlySet<string> = new Set(
  "name title state minutes overrun priority start pinned people maySplit hours setUp turnRound equipment position uplink size longestStretch rest".split(
    " ",
  ),
);

/** Does the change leave alone all that rules look at? */
function isLoose({ before, after }: Change): boolean {
  if (before === null || after === null) return false;
  const bound = (thing: object) => Object.fromEntries(Object.entries(thing).filter(([field]) => !loose.has(field)));
  return sameThing(bound(before), bound(after));
}

function inTheWay(edit: Edit | null): Turn {
  return { ok: false, code: "conflict", detail: edit === null ? null : { kind: "edit", edit: nameOf(edit) } };
}

/**
 * Things would be left as no edit leaves them, the things that this one is about being as it left them: the newest edit
 * since that touched those things; else one that touched what they refer to; else what refers to them.
 */
function causeOf(edits: readonly Edit[], since: number, after: Plan, faults: readonly ThingFault[]): Edit | null {
  const things = new Set(faults.map(thingOf));
  const ids = faults.map(({ id }) => id);
  const faulty = faults.map(({ kind, id }) => find(after, kind, id));
  const touching = (which: (change: Change) => boolean) =>
    newestSince(edits, since, (edit) => edit.changes.some(which));
  return (
    touching((change) => things.has(thingOf(change))) ??
    touching((change) => mentions(faulty, change.id)) ??
    touching((change) => ids.some((id) => mentions([change.before, change.after], id)))
  );
}

function mentions(value: unknown, id: string): boolean {
  if (typeof value !== "object" || value === null) return value === id;
  return Object.values(value).some((inner) => mentions(inner, id));
}

function newestSince(edits: readonly Edit[], seq: number, which: (edit: Edit) => boolean): Edit | null {
  for (let i = edits.length - 1; i >= 0; i -= 1) {
    const edit = edits[i];
    if (edit === undefined || edit.seq <= seq) return null;
    if (which(edit)) return edit;
  }
  return null;
}

function thingOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}

function nameOf({ seq, at, author, command, subject }: Edit): EditName {
  return { seq, at, author, command, subject };
}
