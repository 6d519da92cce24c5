import * as fc from "fast-check";
import type { ConferenceId } from "../../shared/ids.ts";
import type { Kind, Plan } from "../../shared/plan/model.ts";
import type { PlanCommandName } from "../../shared/protocol/plan.ts";

/** A command that fits its schema; whether it can be done, the server says. `seen`: with the `baseSeq` of who asks. */
export interface SomeCommand {
  readonly name: PlanCommandName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly seen: boolean;
}

/** Made of a plan as somebody knows it. */
type Make = (plan: Plan, conferenceId: ConferenceId) => SomeCommand;

const places = [
  { city: "Durban", zone: "Africa/Johannesburg" },
  { city: "Los Angeles", zone: "America/Los_Angeles" },
  { city: "Kathmandu", zone: "Asia/Kathmandu" },
  { city: "Santiago", zone: "America/Santiago" },
] as const;

/** Numbers that choose: the same choose the same of the same plan. */
const dice = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.boolean());
type Dice = readonly [number, number, number, boolean];

const pick = <Value>(values: readonly Value[], dice: number): Value | undefined => values[dice % values.length];
const ids = (plan: Plan, kind: Kind): readonly string[] => Object.keys(plan[kind]).sort();
/** Of these, and sometimes one that is not there. */
const some = (plan: Plan, kind: Kind, dice: number): string => pick([...ids(plan, kind), "nobodys"], dice) ?? "nobodys";

function own(plan: Plan, conferenceId: ConferenceId) {
  const rooms = Object.values(plan.rooms).flatMap((room) => (room?.conferenceId === conferenceId ? [room.id] : []));
  const groups = Object.values(plan.groups).flatMap((group) =>
    group?.conferenceIds.includes(conferenceId) && group.roomId === null ? [group.id] : [],
  );
  return { rooms: rooms.sort(), groups: groups.sort() };
}

const startOf = (a: number, b: number) => {
  const place = pick(places, a) ?? places[0];
  const day = String(1 + (b % 27)).padStart(2, "0");
  return {
    wall: `2027-02-${day}T${String(8 + (a % 12)).padStart(2, "0")}:${b % 2 === 0 ? "00" : "30"}`,
    zone: place.zone,
  };
};

const makers: readonly (readonly [
  weight: number,
  name: PlanCommandName,
  make: (plan: Plan, id: ConferenceId, dice: Dice) => object,
])[] = [
  [2, "createRoom", (_plan, conferenceId, [a, b]) => ({ conferenceId, name: `Hall ${b}`, ...pick(places, a) })],
  [
    2,
    "updateRoom",
    (plan, _id, [a, b, c]) => ({
      roomId: some(plan, "rooms", a),
      set: c % 2 === 0 ? { name: `Hall ${b}` } : { setUp: b % 60, ...pick(places, c) },
    }),
  ],
  [1, "removeRoom", (plan, _id, [a]) => ({ roomId: some(plan, "rooms", a) })],
  [
    1,
    "updateVenue",
    (plan, _id, [a, b]) => ({ venueId: some(plan, "venues", a), set: { uplink: { up: 1 + b, down: null } } }),
  ],
  [1, "createGroup", (_plan, conferenceId, [a, b]) => ({ conferenceId, name: `Group ${b}`, ...pick(places, a) })],
  [2, "updateGroup", (plan, _id, [a, b]) => ({ groupId: some(plan, "groups", a), set: { people: b } })],
  [1, "removeGroup", (plan, _id, [a]) => ({ groupId: some(plan, "groups", a) })],
  [1, "createPerson", (_plan, conferenceId, [a, b]) => ({ conferenceId, name: `Speaker ${b}`, ...pick(places, a) })],
  [1, "removePerson", (plan, _id, [a]) => ({ personId: some(plan, "people", a) })],
  [
    1,
    "createPool",
    (_plan, conferenceId, [a]) => ({
      conferenceId,
      name: "Interpreters",
      serves: { kind: "languages", pair: ["en", a % 2 === 0 ? "es" : "ta"] },
      size: a % 5,
    }),
  ],
  [
    1,
    "useInConference",
    (plan, conferenceId, [a, b, , use]) => {
      const kind = pick(["groups", "people", "pools"] as const, b) ?? "groups";
      return { conferenceId, kind, id: some(plan, kind, a), use };
    },
  ],
  [
    4,
    "createSession",
    (plan, conferenceId, [a, b, c, placed]) => {
      const { rooms, groups } = own(plan, conferenceId);
      const hostRoomId = pick(rooms, a) ?? null;
      const group = pick(groups, c);
      const links = [
        ...(hostRoomId === null ? [] : [{ kind: "room", id: hostRoomId, need: "must", mode: "live" }]),
        ...(group === undefined ? [] : [{ kind: "group", id: group, need: "may", mode: "playback" }]),
      ];
      const persons = ids(plan, "people").slice(0, c % 2);
      return {
        conferenceId,
        title: `Session ${b}`,
        minutes: 30 + (a % 4) * 30,
        hostRoomId,
        links,
        personIds: persons,
        start: placed ? startOf(b, c) : null,
      };
    },
  ],
  [
    4,
    "updateSession",
    (plan, _id, [a, b, c]) => ({
      sessionId: some(plan, "sessions", a),
      set: c % 2 === 0 ? { title: `Session ${b}` } : { state: pick(["idea", "firm", "tentative", "cancelled"], b) },
    }),
  ],
  [
    6,
    "moveOccurrence",
    (plan, _id, [a, b, c]) => ({
      occurrenceId: some(plan, "occurrences", a),
      start: c % 7 === 0 ? null : startOf(b, c),
    }),
  ],
  [
    2,
    "placeOccurrences",
    (plan, conferenceId, [a, b, c]) => ({
      conferenceId,
      placements: [...new Set([some(plan, "occurrences", a), some(plan, "occurrences", b)])].map((occurrenceId, i) => ({
        occurrenceId,
        start: c % 5 === 0 ? null : startOf(b + i, c),
      })),
    }),
  ],
  [1, "addOccurrence", (plan, _id, [a]) => ({ sessionId: some(plan, "sessions", a) })],
  [1, "removeOccurrence", (plan, _id, [a]) => ({ occurrenceId: some(plan, "occurrences", a) })],
  [1, "removeSession", (plan, _id, [a]) => ({ sessionId: some(plan, "sessions", a) })],
  [1, "duplicateSession", (plan, _id, [a, b]) => ({ sessionId: some(plan, "sessions", a), title: `Copy ${b}` })],
  [1, "createConference", (_plan, _id, [a]) => ({ name: `Conference ${a}` })],
  [
    1,
    "updateConference",
    (plan, _id, [a, b]) => ({ conferenceId: some(plan, "conferences", a), set: { name: `Name ${b}` } }),
  ],
  [4, "undo", () => ({})],
  [2, "redo", () => ({})],
];

/** Commands by chance, the usual ones more often. */
export const someCommand: fc.Arbitrary<Make> = fc
  .tuple(fc.oneof(...makers.map((maker) => ({ weight: maker[0], arbitrary: fc.constant(maker) }))), dice, fc.boolean())
  .map(([[, name, make], thrown, seen]): Make => (plan, conferenceId) => ({
    name,
    input: { ...make(plan, conferenceId, thrown) },
    seen,
  }));
