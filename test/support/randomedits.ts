import type { ConferenceId } from "../../shared/ids.ts";
import { planFile } from "../../shared/plan/file.ts";
import type { Kind, Plan } from "../../shared/plan/model.ts";
import type { PlanCommand } from "../../shared/protocol/plan.ts";

// Commands about whatever is in a plan: most are accepted, some are not.

/** Numbers from 0 to below `below`, always the same ones for a seed (mulberry32). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const places = [
  { city: "Durban", zone: "Africa/Johannesburg" },
  { city: "Los Angeles", zone: "America/Los_Angeles" },
  { city: "Chennai", zone: "Asia/Calcutta" },
  { city: "Berlin", zone: "Europe/Berlin" },
];
/** Days in whose nights clocks change somewhere, and others. */
const days = ["2026-03-08", "2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-11-01"];
const times = ["01:30", "02:30", "09:00", "16:15"];

export function randomCommand(plan: Plan, dice: Dice): PlanCommand {
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[dice(values.length)];
    if (value === undefined) throw new Error("there is nothing to choose from");
    return value;
  };
  const idOf = (kind: Kind): string =>
    one(
      [...Object.keys(plan[kind]), ...(dice(12) === 0 ? ["nobody"] : [])].concat(
        Object.keys(plan[kind]).length === 0 ? ["nobody"] : [],
      ),
    );
  const some = <Value>(make: () => Value, most = 2): Value[] => Array.from({ length: dice(most + 1) }, make);
  const maybe = <Value extends object>(value: Value): Partial<Value> => (dice(2) === 0 ? value : {});
  const place = () => one(places);
  const name = () => `${one(["Plenary", "Talk", "Panel", "Rosa", "Hall"])} ${dice(5)}`;
  const start = () =>
    dice(4) === 0
      ? null
      : {
          wall: `${one(days)}T${one(times)}`,
          zone: place().zone,
          ...(dice(2) === 0 ? { offset: one([60, -480, 120]) } : {}),
        };
  const link = () =>
    ({
      kind: one(["room", "group"] as const),
      need: one(["must", "may"] as const),
      mode: one(["live", "playback"] as const),
    }) as const;
  const links = () =>
    some(() => {
      const { kind, ...how } = link();
      return kind === "room" ? { kind, id: idOf("rooms"), ...how } : { kind, id: idOf("groups"), ...how };
    });
  const placement = () => ({
    occurrenceId: idOf("occurrences"),
    start: start(),
    playback: some(() => `room:${idOf("rooms")}`, 1),
  });
  const host = () => (dice(3) === 0 ? null : idOf("rooms"));
  const stay = () => ({ firstDay: one(days), lastDay: one(days), ...place(), roomId: host() });
  const serves = () =>
    dice(2) === 0
      ? { kind: "venue" as const, venueId: idOf("venues") }
      : { kind: "languages" as const, pair: [one(["en", "es"]), one(["de", "zu"])] as [string, string] };

  const makers: readonly (() => PlanCommand)[] = [
    () => ({ name: "createConference", input: { name: name(), ...maybe(place()) } }),
    () => ({
      name: "updateConference",
      input: {
        conferenceId: idOf("conferences"),
        set: { ...maybe({ name: name() }), ...maybe({ firstDay: one(days) }) },
      },
    }),
    () => ({ name: "createVenue", input: { conferenceId: idOf("conferences"), name: name() } }),
    () => ({
      name: "updateVenue",
      input: { venueId: idOf("venues"), set: { uplink: { up: 1 + dice(9), down: null } } },
    }),
    () => ({ name: "removeVenue", input: { venueId: idOf("venues") } }),
    () => ({
      name: "createRoom",
      input: { conferenceId: idOf("conferences"), name: name(), ...place(), ...maybe({ venue: name() }) },
    }),
    () => ({
      name: "updateRoom",
      input: {
        roomId: idOf("rooms"),
        set: { ...maybe({ name: name() }), ...maybe(place()), ...maybe({ setUp: dice(60) }) },
      },
    }),
    () => ({ name: "removeRoom", input: { roomId: idOf("rooms") } }),
    () => ({ name: "createGroup", input: { conferenceId: idOf("conferences"), name: name(), ...place() } }),
    () => ({
      name: "updateGroup",
      input: {
        groupId: idOf("groups"),
        set: { people: dice(9), ...maybe({ maySplit: true }), ...maybe({ name: name() }) },
      },
    }),
    () => ({ name: "removeGroup", input: { groupId: idOf("groups") } }),
    () => ({
      name: "createPerson",
      input: { conferenceId: idOf("conferences"), name: name(), ...place(), ...maybe({ places: some(stay) }) },
    }),
    () => ({
      name: "updatePerson",
      input: { personId: idOf("people"), set: { rest: dice(60), ...maybe({ places: some(stay) }) } },
    }),
    () => ({ name: "removePerson", input: { personId: idOf("people") } }),
    () => ({
      name: "createPool",
      input: { conferenceId: idOf("conferences"), name: name(), serves: serves(), size: dice(4) },
    }),
    () => ({
      name: "updatePool",
      input: { poolId: idOf("pools"), set: { size: dice(4), ...maybe({ serves: serves() }) } },
    }),
    () => ({ name: "removePool", input: { poolId: idOf("pools") } }),
    () => {
      const kind = one(["groups", "people", "pools"] as const);
      return {
        name: "useInConference",
        input: { conferenceId: idOf("conferences"), kind, id: idOf(kind), use: dice(3) > 0 },
      };
    },
    () => ({
      name: "createSession",
      input: {
        conferenceId: idOf("conferences"),
        title: name(),
        minutes: 30 + dice(4) * 15,
        hostRoomId: host(),
        start: start(),
        links: links(),
        personIds: some(() => idOf("people"), 1),
        after: some(() => idOf("sessions"), 1),
      },
    }),
    () => ({
      name: "updateSession",
      input: {
        sessionId: idOf("sessions"),
        set: {
          ...maybe({ minutes: 60 }),
          ...maybe({ hostRoomId: host() }),
          ...maybe({ after: some(() => idOf("sessions"), 1) }),
        },
        at:
          dice(2) === 0
            ? null
            : { occurrenceId: idOf("occurrences"), ...maybe({ start: start() }), ...maybe({ links: links() }) },
      },
    }),
    () => ({ name: "removeSession", input: { sessionId: idOf("sessions") } }),
    () => ({ name: "moveOccurrence", input: { occurrenceId: idOf("occurrences"), start: start() } }),
    () => ({ name: "addOccurrence", input: { sessionId: idOf("sessions"), start: start(), links: links() } }),
    () => ({
      name: "placeOccurrences",
      input: { conferenceId: idOf("conferences"), placements: [placement(), ...some(placement, 1)] },
    }),
    () => ({ name: "removeOccurrence", input: { occurrenceId: idOf("occurrences") } }),
    () => ({ name: "duplicateSession", input: { sessionId: idOf("sessions"), title: name() } }),
    () => ({ name: "duplicateDay", input: { conferenceId: idOf("conferences"), day: one(days), to: one(days) } }),
    () => ({ name: "chooseZoneData", input: { keepInstant: [] } }),
  ];
  // Rarely: they make or take a great deal at once.
  const large: readonly (() => PlanCommand)[] = [
    () => ({
      name: "duplicateConference",
      input: { conferenceId: idOf("conferences"), name: name(), firstDay: one(days) },
    }),
    () => ({ name: "removeConference", input: { conferenceId: idOf("conferences") } }),
    () => ({
      name: "pasteSessions",
      input: { conferenceId: idOf("conferences"), text: `Title,Length\n${name()},30\n${name()},1:30` },
    }),
    () => {
      const id = idOf("conferences");
      if (id === "nobody") return { name: "removeConference", input: { conferenceId: id } };
      const { groups, people, pools, ...file } = structuredClone(planFile(plan, id as ConferenceId));
      return {
        name: "importPlan",
        input: { file: mutable({ ...file, groups, people: dice(2) === 0 ? [] : people, pools }) },
      };
    },
  ];
  return dice(15) === 0 ? one(large)() : one(makers)();
}

type ImportFile = Extract<PlanCommand, { readonly name: "importPlan" }>["input"]["file"];

/** A file as it comes from outside: read back from its text. */
export function mutable(file: unknown): ImportFile {
  return JSON.parse(JSON.stringify(file)) as ImportFile;
}
