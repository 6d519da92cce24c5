import type { Plan, Start } from "../model.ts";
import { startDespite, startOf } from "../times.ts";
import { zoneMoves } from "../zonemoves.ts";
import { all, find } from "./apply.ts";
import { refusedFor } from "./ground.ts";
import type { EditResult, Ground, InputFor } from "./ground.ts";
import { Rewrite } from "./rewrite.ts";

/**
 * Every start is reckoned with the data in use: those named keep their instant, all others their wall time. A kept wall
 * time that does not exist any more, or comes twice now, is a conflict. Travel keeps its wall time.
 * @throws RangeError if the data lack a zone that the plan uses
 */
export function chooseZoneData(plan: Plan, input: InputFor<"chooseZoneData">, ground: Ground): EditResult {
  const { zones } = ground;
  const unknown = input.keepInstant.flatMap((id, i) =>
    find(plan, "occurrences", id) === undefined
      ? [{ path: `keepInstant.${i}`, why: "no such occurrence", missing: true }]
      : [],
  );
  if (unknown.length > 0) return refusedFor(unknown);

  const keepInstant = new Set<string>(input.keepInstant);
  const moves = new Map(zoneMoves(plan, zones, null).map((move) => [move.occurrenceId, move]));
  const rewrite = new Rewrite(plan);
  for (const occurrence of all(plan, "occurrences")) {
    if (occurrence.start === null) continue;
    const move = moves.get(occurrence.id);
    const kept = keepInstant.has(occurrence.id) ? move?.keepInstant : move?.keepWall;
    const start = kept ?? (move === undefined ? unmoved(occurrence.start) : startDespite(zones, occurrence.start));
    rewrite.put("occurrences", { ...occurrence, start });
  }
  for (const person of all(plan, "people")) {
    const again = (start: Start): Start => startDespite(zones, start) ?? start;
    const travel = person.travel.map(({ from, to, why }) => ({ from: again(from), to: again(to), why }));
    rewrite.put("people", { ...person, travel });
  }
  return { ok: true, changes: rewrite.changes(), subject: zones.version, answer: null };

  /** The same instant; a fold in which nobody has chosen stays one. */
  function unmoved(start: Start): Start {
    const result = startOf(zones, start);
    return result.ok ? result.value : { ...start, zoneData: zones.version };
  }
}
