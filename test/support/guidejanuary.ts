import { january2020 } from "../../server/demo/january2020.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import type { ConferenceId } from "../../shared/ids.ts";
import { applyChanges, emptyPlan } from "../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../shared/plan/edits/edits.ts";
import { planFile as fileOf } from "../../shared/plan/file.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { planFile } from "../../shared/plan/schema.ts";
import { buildProblem } from "../../shared/plan/suggest/build.ts";
import type { Built } from "../../shared/plan/suggest/build.ts";
import { placementsOf, withPlacements } from "../../shared/plan/suggest/placing.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import type { Zones } from "../../shared/plan/zones.ts";

// The two conferences of which docs/scheduling.md tells under *Suggest*.

const januaryId = "january-2020" as ConferenceId;
/** The next conference: the same programme in April, when the clocks of Los Angeles have gone forward. */
const next = { name: "Four Regions, April 2020", firstDay: "2020-04-17" };

/** A conference to be planned, and what is asked of the solver for it. */
export interface Asked {
  readonly plan: Plan;
  readonly zones: Zones;
  readonly built: Built;
}

export async function january(): Promise<Asked> {
  const { zones } = await ZoneData.load();
  const file = planFile.parse(january2020(zones));
  const plan = edited(emptyPlan, zones, { name: "importPlan", input: { file } });
  return asked(plan, zones, januaryId, false);
}

/** April as a copy of January's plan. `carry`: what January has cost counts. */
export function april({ plan, zones, built }: Asked, placing: Placing, carry: boolean): Asked {
  const taken = withPlacements(plan, placementsOf(built, placing));
  const input = { conferenceId: januaryId, ...next };
  const both = edited(taken, zones, { name: "duplicateConference", input });
  const copy = Object.values(both.conferences).find((one) => one !== undefined && one.id !== januaryId);
  if (copy === undefined) throw new Error("there is no copy");
  return asked(both, zones, copy.id, carry);
}

/** January, released with this plan: on Friday evening the Durban room is lost for Saturday. */
export function flooded({ plan, zones, built }: Asked, placing: Placing): Asked {
  const taken = withPlacements(plan, placementsOf(built, placing));
  const durban = Object.values(taken.rooms).find((room) => room?.city === "Durban");
  if (durban === undefined) throw new Error("there is no room in Durban");
  const { hours } = durban;
  const closed = { date: "2020-01-11", from: 0, to: 1440, band: "blocked", why: "flooded" } as const;
  const room = { ...durban, hours: { ...hours, dated: [...hours.dated, closed] } };
  const draft: Plan = { ...taken, rooms: { ...taken.rooms, [room.id]: room } };
  const wish = {
    conferenceId: januaryId,
    mode: "repair",
    days: null,
    occurrenceIds: null,
    carry: false,
    seconds: 120,
  } as const;
  const ground = { now: Date.UTC(2020, 0, 10, 20), released: fileOf(taken, januaryId) };
  const made = buildProblem(draft, zones, wish, ground);
  if (!made.ok) throw new Error(made.code);
  return { plan: draft, zones, built: made.value };
}

function asked(plan: Plan, zones: Zones, conferenceId: ConferenceId, carry: boolean): Asked {
  const wish = { conferenceId, mode: "plan", days: null, occurrenceIds: null, carry, seconds: 120 } as const;
  const built = buildProblem(plan, zones, wish, { now: 0, released: null });
  if (!built.ok) throw new Error(built.code);
  return { plan, zones, built: built.value };
}

function edited(plan: Plan, zones: Zones, command: Parameters<typeof decideEdit>[1]): Plan {
  let count = 0;
  const made = decideEdit(plan, command, { zones, now: 0, newId: () => `made-${(count += 1)}` });
  if (!made.ok) throw new Error(made.code);
  return applyChanges(plan, made.changes);
}
