import type { JSX } from "preact";
import { groupsOf, roomsOf } from "../../shared/plan/look.ts";
import type { OpenBoard } from "./board.ts";
import type { Ruler } from "./contract.ts";
import { words } from "./words.ts";

/** In whose time days begin and hours are counted: any place of the conference. */
export function RulerChoice({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  const t = words().ruler;
  const conference = board.conference.value;
  if (conference === null) return null;
  const plan = board.plan.value;
  const chosen = board.ruler.value;
  const places: Ruler[] = [chosen];
  for (const place of [conference, ...roomsOf(plan, conference.id), ...groupsOf(plan, conference.id)])
    if (!places.some(({ zone, city }) => zone === place.zone && city === place.city)) places.push(place);
  return (
    <label class="ruler">
      <span>{t.label}</span>
      <select
        value={`${chosen.zone} ${chosen.city}`}
        onChange={(event) => {
          const next = places.find(({ zone, city }) => `${zone} ${city}` === event.currentTarget.value);
          if (next !== undefined) board.chooseRuler({ zone: next.zone, city: next.city });
        }}
      >
        {places.map(({ zone, city }) => (
          <option key={`${zone} ${city}`} value={`${zone} ${city}`}>
            {city}
          </option>
        ))}
      </select>
    </label>
  );
}
