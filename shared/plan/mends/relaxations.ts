import { at } from "../../record.ts";
import type { Conflict, Mend, TroubleKind } from "../conflict.ts";
import { dayOf } from "../times.ts";
import { resolveWall, wallAt } from "../zones.ts";
import { linksOfGroup, withoutLive, withoutPerson } from "./linkchanges.ts";
import { fasterLine, largerPool, newPool, oneIsEnough } from "./means.ts";
import { endBy, minuteOfDay, openGroup, openPerson, openRoom, quicker } from "./timechanges.ts";
import {
  chooseOffset,
  keepInstant,
  keepWall,
  lessOrder,
  lessPlaces,
  maySplit,
  moreDays,
  widerRange,
} from "./rulechanges.ts";
import type { Trial } from "./trial.ts";

type Of<Kind extends TroubleKind> = Extract<Conflict, { readonly kind: Kind }>;
/** What may end a conflict without moving anything, the mildest first. Found one after the other: most are not looked at. */
type Relax<Kind extends TroubleKind> = (trial: Trial, conflict: Of<Kind>) => Iterable<Mend>;

const minute = 60_000;

const kinds: { readonly [Kind in TroubleKind]: Relax<Kind> } = {
  *"room-closed"(trial, conflict) {
    const [id] = conflict.occurrenceIds;
    const { roomId, when } = conflict;
    const placed = trial.world.placed(id);
    const room = at(trial.plan.rooms, roomId);
    if (placed === null || room === undefined) return;
    yield* openRoom(trial, placed, roomId);
    if (conflict.part === "set-up")
      yield* quicker(trial, roomId, Math.ceil((when.to - placed.from) / minute) + room.setUp, ["setUp"]);
    if (conflict.part === "clearing")
      yield* quicker(trial, roomId, room.turnRound - Math.floor((when.from - placed.to) / minute), ["turnRound"]);
    yield* withoutLive(trial, id, (link) => link.kind === "room" && link.id === roomId);
    yield* endBy(trial, id, when.from - room.turnRound * minute);
  },
  *"room-double"(trial, conflict) {
    const [id, other = id] = conflict.occurrenceIds;
    yield* liveElsewhere(trial, conflict, conflict.roomId);
    const room = at(trial.plan.rooms, conflict.roomId);
    const placed = trial.world.placed(id);
    if (room !== undefined && placed !== null)
      yield* endBy(trial, other, placed.from - (room.setUp + room.turnRound) * minute);
  },
  *"room-turn-round"(trial, conflict) {
    const [, other] = conflict.occurrenceIds;
    yield* quicker(trial, conflict.roomId, conflict.short);
    const before = other === undefined ? null : trial.world.placed(other);
    if (other !== undefined && before !== null) yield* endBy(trial, other, before.to - conflict.short * minute);
    yield* liveElsewhere(trial, conflict, conflict.roomId);
  },
  *"group-blocked"(trial, conflict) {
    const [id] = conflict.occurrenceIds;
    const placed = trial.world.placed(id);
    yield* withoutLive(trial, id, linksOfGroup(trial, conflict.groupId));
    if (placed !== null) yield* openGroup(trial, placed, conflict.groupId);
    yield* endBy(trial, id, conflict.when.from);
  },
  *"group-double"(trial, conflict) {
    const [id, other = id] = conflict.occurrenceIds;
    yield* maySplit(trial, conflict.groupId);
    for (const one of [id, other]) yield* withoutLive(trial, one, linksOfGroup(trial, conflict.groupId));
    yield* endBy(trial, other, conflict.when.from);
  },
  *"group-night"(trial, conflict) {
    const [id] = conflict.occurrenceIds;
    yield* withoutLive(trial, id, linksOfGroup(trial, conflict.groupId));
    yield* endBy(trial, id, conflict.when.from);
  },
  *"person-double"(trial, conflict) {
    const [id, other = id] = conflict.occurrenceIds;
    const placed = trial.world.placed(id);
    const rest = at(trial.plan.people, conflict.personId)?.rest ?? 0;
    if (placed !== null) yield* endBy(trial, other, placed.from - rest * minute);
    yield* withoutPerson(trial, conflict.personId);
  },
  *"person-travel"(trial, conflict) {
    yield* endBy(trial, conflict.occurrenceIds[0], conflict.when.from);
    yield* withoutPerson(trial, conflict.personId);
  },
  *"person-blocked"(trial, conflict) {
    const [id] = conflict.occurrenceIds;
    const placed = trial.world.placed(id);
    if (placed !== null) yield* openPerson(trial, placed, conflict.personId);
    yield* endBy(trial, id, conflict.when.from);
    yield* withoutPerson(trial, conflict.personId);
  },
  *"person-places"(trial, conflict) {
    yield* lessPlaces(trial, conflict);
    yield* withoutPerson(trial, conflict.personId);
  },
  "pool-empty": pool,
  "pool-rest": pool,
  "no-interpreters": newPool,
  *uplink(trial, conflict) {
    yield* fasterLine(trial, conflict);
    for (const id of conflict.occurrenceIds)
      yield* withoutLive(
        trial,
        id,
        (link) => link.kind === "room" && at(trial.plan.rooms, link.id)?.venueId === conflict.venueId,
      );
    yield* earlierEnds(trial, conflict, 0);
  },
  *order(trial, conflict) {
    const [id, first = id] = conflict.occurrenceIds;
    const placed = trial.world.placed(id);
    if (placed !== null) yield* endBy(trial, first, placed.from);
    yield* lessOrder(trial, conflict);
  },
  *gap(trial, conflict) {
    const placed = trial.world.placed(conflict.occurrenceIds[0]);
    if (placed !== null) yield keepInstant(trial, placed);
  },
  *fold(trial, conflict) {
    const start = trial.world.placed(conflict.occurrenceIds[0])?.start;
    const resolved = start === undefined ? null : resolveWall(trial.zones, start.zone, start.wall);
    if (start === undefined || resolved?.kind !== "fold") return;
    for (const { offset } of [resolved.earlier, resolved.later])
      yield chooseOffset(conflict.occurrenceIds[0], start, offset);
  },
  *"outside-conference"(trial, conflict) {
    const placed = trial.world.placed(conflict.occurrenceIds[0]);
    if (placed === null) return;
    const { zone } = conflict.when;
    yield* moreDays(trial, placed, dayOf(trial.zones, zone, placed.from), dayOf(trial.zones, zone, placed.to - 1));
  },
  *"outside-range"(trial, conflict) {
    const [id] = conflict.occurrenceIds;
    const placed = trial.world.placed(id);
    if (placed === null) return;
    const { latest = null } = placed.session.range ?? {};
    const begins = minuteOfDay(wallAt(trial.zones, placed.host.zone, placed.from));
    if (conflict.part === "hour" && latest !== null) yield* endBy(trial, id, placed.from + (latest - begins) * minute);
    yield* widerRange(trial, placed, conflict.part);
  },
  *"zone-moved"(trial, conflict) {
    const placed = trial.world.placed(conflict.occurrenceIds[0]);
    if (placed === null) return;
    yield keepWall(placed, conflict.instant);
    yield keepInstant(trial, placed);
  },
};

function* pool(trial: Trial, conflict: Of<"pool-empty" | "pool-rest">): Generator<Mend> {
  const found = at(trial.plan.pools, conflict.poolId);
  if (found === undefined) return;
  yield* oneIsEnough(trial, conflict);
  yield* earlierEnds(trial, conflict, conflict.kind === "pool-rest" ? found.rest : 0);
  yield* largerPool(trial, conflict);
  const { serves } = found;
  if (serves.kind === "venue")
    for (const id of conflict.occurrenceIds)
      yield* withoutLive(
        trial,
        id,
        (link) => link.kind === "room" && at(trial.plan.rooms, link.id)?.venueId === serves.venueId,
      );
}

/** One of those that began before is over, with so many minutes after it, when the last one begins. */
function* earlierEnds(trial: Trial, { occurrenceIds: [id, ...others] }: Conflict, rest: number): Generator<Mend> {
  const placed = trial.world.placed(id);
  if (placed !== null) for (const other of others) yield* endBy(trial, other, placed.from - rest * minute);
}

function* liveElsewhere(trial: Trial, { occurrenceIds }: Conflict, roomId: string): Generator<Mend> {
  for (const id of occurrenceIds) yield* withoutLive(trial, id, (link) => link.kind === "room" && link.id === roomId);
}

/** What may end the conflict without moving anything, the mildest first; none of it has been tried. */
export function relaxations(trial: Trial): Iterable<Mend> {
  return relax(trial, trial.conflict.kind, trial.conflict);
}

function relax<Kind extends TroubleKind>(trial: Trial, kind: Kind, conflict: Of<Kind>): Iterable<Mend> {
  return kinds[kind](trial, conflict);
}
