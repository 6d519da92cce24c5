import type { EntryId, MessageId, OccurrenceId, PassId } from "../../shared/ids.ts";
import type { RequestName } from "../../shared/protocol/table.ts";
import type { TransportOffer } from "../../shared/protocol/views.ts";
import { newCommandId, openCaller } from "./caller.ts";
import type { Caller } from "./caller.ts";
import { enter, markOf, newSession, stageOf, tokenOf, valueOf } from "./session.ts";
import type { Ground } from "./session.ts";

/**
 * Who asks, in the order in which they do: the organiser, a participant in the queue, a participant who was called, the
 * host room's operator without the desk, another room's operator with the desk, the moderator.
 */
export const askers = ["organiser", "waiting", "called", "operator", "desk", "moderator"] as const;
export type Asker = (typeof askers)[number];

/** A live plenary of its own for one line of a table. */
export interface Scenery {
  readonly ground: Ground;
  readonly occurrenceId: OccurrenceId;
  readonly callers: Readonly<Record<Asker, Caller>>;
  readonly entries: {
    readonly waiting: EntryId;
    /** Two that others may do something with, one after the other. */
    readonly ben: EntryId;
    readonly eve: EntryId;
    readonly typedInDurban: EntryId;
    readonly called: EntryId;
    readonly dia: EntryId;
  };
  readonly passes: Readonly<Record<Asker | "ben" | "eve" | "foreign", PassId>>;
  readonly messageId: MessageId;
  /** The called person's and the moderator's receiving transports. */
  readonly transports: { readonly called: TransportOffer; readonly moderator: TransportOffer };
  readonly mark: () => Promise<{ readonly seq: number; readonly hash: string }>;
  readonly close: () => void;
}

/** Passes that stay the same from line to line. */
export interface Staff {
  readonly operator: string;
  readonly desk: string;
  readonly moderator: string;
  readonly organiser: string;
}

export async function openStaff({ server }: Ground): Promise<Staff> {
  return {
    organiser: await tokenOf(server.invite("organiser")),
    operator: await tokenOf(server.invite("operator", "Durban")),
    desk: await tokenOf(server.invite("operator", "Chennai")),
    moderator: await tokenOf(server.invite("moderator")),
  };
}

export async function makeScenery(ground: Ground, staff: Staff): Promise<Scenery> {
  const { server, rooms } = ground;
  const occurrenceId = await newSession(ground, rooms.durban, [rooms.chennai, rooms.losAngeles]);
  const by = (token: string): Promise<Caller> => openCaller(server.url, { token });
  const [organiser, operator, desk, moderator] = await Promise.all([
    by(staff.organiser),
    by(staff.operator),
    by(staff.desk),
    by(staff.moderator),
  ]);
  const media = async (caller: Caller, page: "participant" | "console"): Promise<TransportOffer> => {
    const rtpCapabilities = caller.welcome.routerRtpCapabilities as Record<string, unknown>;
    const input = { occurrenceId, page, media: { rtpCapabilities }, listening: true, glass: 360 };
    const attached = valueOf(await caller.call("attach", input)).media;
    if (attached === null) throw new Error("no media");
    return attached.receive;
  };
  const moderators = await media(moderator, "console");
  await Promise.all([operator.attach(occurrenceId, "console"), desk.attach(occurrenceId, "console")]);
  await moderator.command("openSession", {});

  const participant = server.invite("participant");
  const names = ["Ana", "Ben", "Eve", "Cleo", "Dia"] as const;
  const people = await Promise.all(names.map((name) => enter(participant, occurrenceId, name)));
  const [ana, ben, eve, cleo, dia] = people;
  if (!ana || !ben || !eve || !cleo || !dia) throw new Error("somebody is missing");
  for (const person of people) await person.command("raiseHand", {});
  await operator.command("typeHand", { roomId: rooms.durban, label: "mic 2" });
  for (const person of [cleo, dia]) await moderator.command("callPerson", { passId: person.passId });
  await ana.command("say", { text: "Hello" });
  await moderator.command("giveDesk", { passId: desk.welcome.pass.id });
  const calleds = await media(cleo, "participant");

  const stage = await stageOf(operator, occurrenceId);
  const entryOf = (fits: (label: string) => boolean): EntryId => {
    const found = [...stage.queue, ...stage.floor].find(({ hand }) =>
      fits(hand.kind === "person" ? hand.passId : hand.label),
    );
    if (found === undefined) throw new Error("not in the queue");
    return found.id;
  };
  const messageId = stage.chat[0]?.id;
  if (messageId === undefined) throw new Error("no message");
  const callers = { organiser, waiting: ana, called: cleo, operator, desk, moderator };
  return {
    ground,
    occurrenceId,
    callers,
    entries: {
      waiting: entryOf((id) => id === ana.passId),
      ben: entryOf((id) => id === ben.passId),
      eve: entryOf((id) => id === eve.passId),
      typedInDurban: entryOf((label) => label === "mic 2"),
      called: entryOf((id) => id === cleo.passId),
      dia: entryOf((id) => id === dia.passId),
    },
    passes: {
      organiser: organiser.welcome.pass.id,
      waiting: ana.passId,
      called: cleo.passId,
      operator: operator.welcome.pass.id,
      desk: desk.welcome.pass.id,
      moderator: moderator.welcome.pass.id,
      ben: ben.passId,
      eve: eve.passId,
      foreign: ground.organiser.welcome.pass.id,
    },
    messageId,
    transports: { called: calleds, moderator: moderators },
    mark: () => markOf(server, occurrenceId, staff.moderator),
    close: () => {
      for (const caller of [...Object.values(callers), ...people]) caller.close();
    },
  };
}

/** What a request is about in the scenery, for whom asks. Every stage command gets a fresh `commandId`. */
export type About = (scenery: Scenery, asker: Asker) => Readonly<Record<string, unknown>>;

/** One line: the request, what it is about, and the answer to each of the six: "ok" or the error's code. */
export type Line = readonly [name: RequestName, what: string, about: About, answers: string];

/** Asks for all six, one after the other. `changed`: refusals after which the stage was not as before. */
export async function ask(
  scenery: Scenery,
  line: Line,
  isCommand: boolean,
): Promise<{ readonly answers: string; readonly changed: readonly Asker[] }> {
  const [name, , about] = line;
  const answers: string[] = [];
  const changed: Asker[] = [];
  for (const asker of askers) {
    const before = await scenery.mark();
    const input = about(scenery, asker);
    const reply = await scenery.callers[asker].send(name, isCommand ? { commandId: newCommandId(), ...input } : input);
    answers.push(reply.ok ? "ok" : reply.error.code);
    const after = await scenery.mark();
    if (!reply.ok && (after.seq !== before.seq || after.hash !== before.hash)) changed.push(asker);
  }
  return { answers: answers.join(" "), changed };
}
