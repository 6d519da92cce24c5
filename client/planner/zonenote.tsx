import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { zoneMoves } from "../../shared/plan/zonemoves.ts";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import type { OpenBoard } from "./board.ts";
import { words } from "./words.ts";

/** Other zone data than those that made the plan's times, and some of these would move. */
export function ZoneNote({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  const moves = useComputed(() => {
    const [plan, zones] = [board.plan.value, board.zones.value];
    const isOld = Object.values(plan.occurrences).some(
      (each) => each !== undefined && each.start !== null && each.start.zoneData !== zones.version,
    );
    return board.mayEdit.value && isOld ? zoneMoves(plan, zones, null).length : 0;
  });
  if (moves.value === 0) return null;
  const t = words().zoneNote;
  return (
    <div class="trouble">
      <p>
        <Plate look="look">{words().look.word}</Plate> {t.moves(moves.value, board.zones.value.version)}
      </p>
      <p class="keys">
        <Key
          onPress={() => {
            board.form.value = { kind: "zone-data" };
          }}
        >
          {t.choose}
        </Key>
      </p>
    </div>
  );
}
