import * as fc from "fast-check";
import type { RequestName } from "../../shared/protocol/table.ts";

/** By request, the smallest input that fits; with ids that nobody has. What may be null stands in `nullable`. */
const id = "nobodys";
const scene = { layout: "one", sources: ["room:nobodys:camera1"] };
const wall = { wall: "2027-01-01T10:00", zone: "Etc/UTC" };
const place = { name: "Hall", city: "Pune", zone: "Asia/Kolkata" };
const set = { name: "Another" };
const file = {
  format: "crossroom-plan",
  version: 1,
  zoneData: "2026f",
  conference: { id, ...place, firstDay: null, lastDay: null, createdAt: 1 },
  venues: [],
  rooms: [],
  groups: [],
  people: [],
  pools: [],
  sessions: [],
  occurrences: [],
};
const fresh = { commandId: "c1" };

export const smallest: Readonly<Record<RequestName, Readonly<Record<string, unknown>>>> = {
  attach: { occurrenceId: id, page: "participant", media: { rtpCapabilities: {} }, listening: false },
  leave: {},
  forget: {},
  listen: { on: true },
  look: { glass: 1 },
  preview: { scene },
  report: {
    rtt: 1,
    lostDown: 0,
    lostUp: 0,
    down: 1,
    up: 1,
    screen: false,
    seen: ["room:a:camera1"],
    heard: ["room:a:sound"],
    trouble: ["sound-lost"],
  },
  connectTransport: { transportId: id, dtlsParameters: {} },
  restartIce: { transportId: id },
  openSend: {},
  produce: { transportId: id, track: "mic", rtpParameters: {} },
  unpublish: { track: "mic" },
  feedsReady: { ids: [id] },
  clock: { zone: "Etc/UTC" },
  suggest: { ...fresh, wish: { conferenceId: id } },
  stopSuggestion: { ...fresh, suggestionId: id },
  suggestion: { conferenceId: id },
  places: { query: "Durban" },
  introduce: { ...fresh, name: "Zebulon", place: "Quarterstaff", roomId: id },
  raiseHand: fresh,
  lowerHand: { ...fresh, entryId: id },
  typeHand: { ...fresh, roomId: id, label: "mic 2" },
  moveInQueue: { ...fresh, entryId: id, before: id },
  callNext: fresh,
  call: { ...fresh, entryId: id },
  callPerson: { ...fresh, passId: id },
  skip: { ...fresh, entryId: id },
  reportMicrophone: { ...fresh, microphone: "asked" },
  makeReady: fresh,
  decline: fresh,
  yieldFloor: fresh,
  withdrawFloor: { ...fresh, entryId: id },
  openRoom: { ...fresh, roomId: id },
  closeRoom: { ...fresh, roomId: id },
  openMic: fresh,
  closeMic: fresh,
  mute: { ...fresh, source: "person:a:mic" },
  unmute: { ...fresh, source: "person:a:mic" },
  take: { ...fresh, to: "program", scene },
  followProgram: { ...fresh, roomId: id },
  remove: { ...fresh, passId: id },
  openSession: fresh,
  endSession: fresh,
  setFormat: { ...fresh, format: "plenary" },
  setSpeakingTime: { ...fresh, seconds: 60 },
  giveDesk: { ...fresh, passId: id },
  takeDesk: fresh,
  say: { ...fresh, text: "Hello" },
  deleteMessage: { ...fresh, messageId: id },
  switchChat: { ...fresh, on: true },
  plan: {},
  planner: {},
  createConference: { ...fresh, name: "Another" },
  updateConference: { ...fresh, conferenceId: id, set },
  duplicateConference: { ...fresh, conferenceId: id, name: "Another" },
  removeConference: { ...fresh, conferenceId: id },
  createVenue: { ...fresh, conferenceId: id, name: "Hall" },
  updateVenue: { ...fresh, venueId: id, set },
  removeVenue: { ...fresh, venueId: id },
  createRoom: { ...fresh, conferenceId: id, ...place },
  updateRoom: { ...fresh, roomId: id, set },
  removeRoom: { ...fresh, roomId: id },
  createGroup: { ...fresh, conferenceId: id, ...place },
  updateGroup: { ...fresh, groupId: id, set },
  removeGroup: { ...fresh, groupId: id },
  createPerson: { ...fresh, conferenceId: id, ...place },
  updatePerson: { ...fresh, personId: id, set },
  removePerson: { ...fresh, personId: id },
  createPool: {
    ...fresh,
    conferenceId: id,
    name: "Interpreters",
    serves: { kind: "languages", pair: ["en", "es"] },
    size: 2,
  },
  updatePool: { ...fresh, poolId: id, set },
  removePool: { ...fresh, poolId: id },
  useInConference: { ...fresh, conferenceId: id, kind: "groups", id, use: true },
  createSession: { ...fresh, conferenceId: id, title: "Talk", minutes: 60 },
  updateSession: { ...fresh, sessionId: id },
  moveOccurrence: { ...fresh, occurrenceId: id, start: wall },
  addOccurrence: { ...fresh, sessionId: id },
  removeOccurrence: { ...fresh, occurrenceId: id },
  placeOccurrences: { ...fresh, conferenceId: id, placements: [{ occurrenceId: id, start: wall }] },
  removeSession: { ...fresh, sessionId: id },
  duplicateSession: { ...fresh, sessionId: id, title: "Talk" },
  duplicateDay: { ...fresh, conferenceId: id, day: "2027-01-01", to: "2027-01-02" },
  pasteSessions: { ...fresh, conferenceId: id, text: "Title" },
  importPlan: { ...fresh, file },
  chooseZoneData: { ...fresh, keepInstant: [id] },
  undo: fresh,
  redo: fresh,
  release: { ...fresh, conferenceId: id },
  createToken: { ...fresh, conferenceId: id, role: "scheduler", label: "a", expiresAt: 4_000_000_000_000 },
  createInvite: {
    ...fresh,
    conferenceId: id,
    role: "participant",
    label: "a",
    roomId: id,
    occurrenceId: id,
    expiresAt: 4_000_000_000_000,
    shared: true,
  },
  revokeInvite: { ...fresh, inviteId: id },
};

export const names = Object.keys(smallest) as readonly RequestName[];

const nullable = ["roomId", "before", "passId", "scene", "media", "rtt", "hostRoomId", "conferenceId", "occurrenceId"];
const nullableToo = [...nullable, "expiresAt", "start"];
/** Free texts of the media library, a pasted table, a long list: much fits, and is then not found. */
const free = ["transportId", "ids", "keepInstant", "placements"];
const freeOf = (name: RequestName, key: string): boolean =>
  free.includes(key) || (name === "pasteSessions" && key === "text");
/** What may be empty. */
const blobs = ["dtlsParameters", "rtpParameters", "media", "set"];

const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
};

/** Fits no field of any request. */
const neverFits = fc.oneof(
  fc.integer({ min: 1, max: 3000 }).map(nested),
  fc.constantFrom(-1.5, 1e300, -1, "\u0000".repeat(100)),
  fc.integer({ min: 2000, max: 200_000 }).map((length) => "x".repeat(length)),
  fc.constant([{ length: 1e9 }]),
  fc.uint8Array({ minLength: 1, maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
);

/** Texts that look like nothing much and must not get in. */
const badText = fc
  .tuple(
    fc.constantFrom("\u0000", "\u0007", "\u001B[31m", "\u202E", "\u2066", "\u200F", "\uD83D", "\uDE00", "\uFEFF"),
    fc.string({ maxLength: 10 }),
  )
  .map(([bad, rest]) => `a${bad}${rest}z`);

export interface Broken {
  readonly name: string;
  readonly content: readonly unknown[];
  /** May also be answered as a thing that is not there. */
  readonly free: boolean;
}

function wrong(key: string, value: unknown): fc.Arbitrary<unknown> {
  const choices: fc.Arbitrary<unknown>[] = [neverFits];
  if (!nullableToo.includes(key)) choices.push(fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY));
  if (!blobs.includes(key)) choices.push(fc.constant({}), fc.constant({ a: { b: 1 } }));
  if (typeof value === "string") choices.push(badText, fc.constant([value]), fc.constant(1), fc.constant(true));
  if (typeof value === "number" || typeof value === "boolean")
    choices.push(fc.constant(String(value)), fc.constant([]));
  if (Array.isArray(value)) choices.push(fc.constant(Array(200).fill(value[0])), fc.constant({ 0: value[0] }));
  return fc.oneof(...choices);
}

function brokenInput(
  input: Readonly<Record<string, unknown>>,
): fc.Arbitrary<readonly [content: readonly unknown[], key: string]> {
  const keys = Object.keys(input);
  const whole = fc
    .constantFrom<unknown>(null, 1, "a", true, [], [input], JSON.stringify(input), nested(50), Buffer.from("a"))
    .map((content) => [[content], ""] as const);
  const extra = fc
    .tuple(
      fc.constantFrom("x", "type", "then", "constructor", "__proto__", "prototype", "role", "passId2"),
      fc.anything(),
    )
    .map(([key, value]) => [[withOwn(input, key, value ?? {})], ""] as const);
  const several = fc
    .constantFrom<readonly unknown[]>([input, input], [input, null], [])
    .map((content) => [content, ""] as const);
  if (keys.length === 0) return fc.oneof(whole, extra, several);
  const someKey = fc.constantFrom(...keys);
  const missing = someKey.map(
    (key) => [[Object.fromEntries(Object.entries(input).filter(([name]) => name !== key))], key] as const,
  );
  const changed = someKey.chain((key) =>
    wrong(key, input[key]).map((value) => [[{ ...input, [key]: value }], key] as const),
  );
  return fc.oneof(
    { weight: 1, arbitrary: whole },
    { weight: 2, arbitrary: extra },
    { weight: 1, arbitrary: several },
    { weight: 2, arbitrary: missing },
    { weight: 6, arbitrary: changed },
  );
}

/** Also `__proto__` as a key of the object's own: JSON can carry it. */
function withOwn(input: object, key: string, value: unknown): object {
  const copy = { ...input };
  Object.defineProperty(copy, key, { value, enumerable: true });
  return copy;
}

const known: fc.Arbitrary<Broken> = fc
  .constantFrom(...names)
  .chain((name) => brokenInput(smallest[name]).map(([content, key]) => ({ name, content, free: freeOf(name, key) })));

/** Names that socket.io keeps for itself never leave a client. */
const reserved = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];
const unknown: fc.Arbitrary<Broken> = fc
  .oneof(
    fc.constantFrom(
      "constructor",
      "__proto__",
      "toString",
      "hasOwnProperty",
      "",
      "Attach",
      "attach ",
      "stage",
      "x".repeat(10_000),
    ),
    fc.string().filter((name) => !reserved.includes(name) && !names.some((one) => one === name)),
  )
  .map((name) => ({ name, content: [{ commandId: "c1" }], free: false }));

export const someBroken: fc.Arbitrary<Broken> = fc.oneof(
  { weight: 19, arbitrary: known },
  { weight: 1, arbitrary: unknown },
);
