import type { Conflict, Mend, Mends, TroubleKind } from "./conflict.ts";
import type { Plan } from "./model.ts";
import { isHeld, moves } from "./mends/moves.ts";
import { relaxations } from "./mends/relaxations.ts";
import { Trial } from "./mends/trial.ts";
import type { Zones } from "./zones.ts";

/** With these the question is not when: their own answers come before another time. */
const answeredFirst: ReadonlySet<TroubleKind> = new Set([
  "gap",
  "fold",
  "zone-moved",
  "person-places",
  "no-interpreters",
]);

/**
 * What ends a conflict at a click, best first: at most two moves (least burden added, then nearest), then single changes
 * of something else, the mildest first; of each way one. Each has been tried on the plan: the conflict is gone then, and no
 * other, error or warning, is new. Nothing pinned is moved. Every legal start and every single change is tried before
 * it says that nothing helps: *others-stand* if something would end it but make another conflict, or if something that it
 * is about is pinned, else *no-start*. `most`: so many are enough (3).
 *
 * `conflict` is one of the plan's. @throws RangeError for a zone that the data do not have
 */
export function mendsFor(
  plan: Plan,
  zones: Zones,
  conflict: Conflict,
  { most = 3 }: { readonly most?: number } = {},
): Mends {
  const trial = new Trial(plan, zones, conflict);
  const isAnswered = answeredFirst.has(conflict.kind);
  const answers = isAnswered ? changes(trial, most) : [];
  const moved = moves(trial, Math.min(2, Math.max(most - 1, 1), most - answers.length));
  const others = isAnswered ? [] : changes(trial, most - moved.length);
  const [first, ...rest] = [...answers, ...moved, ...others];
  if (first !== undefined) return { mends: [first, ...rest], why: null };
  return { mends: [], why: trial.ended || isHeld(trial) ? "others-stand" : "no-start" };
}

/** The changes that mend: of those that say the same (a pool of one, of two, …) the first. */
function changes(trial: Trial, most: number): readonly Mend[] {
  const found: Mend[] = [];
  if (most <= 0) return found;
  for (const mend of relaxations(trial)) {
    if (found.some((other) => sameWay(other, mend)) || !trial.mends(mend.command)) continue;
    found.push(mend);
    if (found.length >= most) break;
  }
  return found;
}

/** Two sizes of one pool are one way, two links or two sessions are two. */
function sameWay({ how: one }: Mend, { how: other }: Mend): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === "grow-pool" || one.kind === "make-pool";
}
