import type { EntryId, PassId } from "../ids.ts";
import { at } from "../record.ts";
import { ok, refuse } from "../result.ts";
import type { Result } from "../result.ts";
import type { Actor, Context, Refusal } from "./commands.ts";
import type { StageEvent } from "./events.ts";
import type { Entry, Hand, Stage } from "./model.ts";
import { entryOf, speakerOf } from "./places.ts";
import { ownRoom, runsTheStage } from "./rights.ts";

// The part of `decide` that is about the one order of speakers.

export type Decision = Result<readonly StageEvent[], Refusal>;

export const nothing: Decision = ok([]);

export function raiseHand(stage: Stage, hand: Hand, actor: Actor, context: Context): Decision {
  if (hand.kind === "person") {
    if (at(stage.people, actor.passId) === undefined) return refuse("introduce-first");
    if (entryOf(stage, actor.passId) !== undefined) return refuse("already");
  }
  return ok([{ type: "handRaised", entry: newEntry(hand, context) }]);
}

export function newEntry(hand: Hand, context: Context): Entry {
  return {
    id: context.newId() as EntryId,
    hand,
    raisedAt: context.now,
    // Whoever speaks in a room needs no microphone of their own.
    ready: hand.kind === "room",
    skipped: false,
    microphone: hand.kind === "room" ? "granted" : "unknown",
  };
}

export function lowerHand(stage: Stage, entryId: EntryId, actor: Actor): Decision {
  const entry = stage.queue.find((candidate) => candidate.id === entryId);
  if (entry === undefined) return refuse("not-in-queue");
  const own = entry.hand.kind === "person" ? entry.hand.passId === actor.passId : ownRoom(actor, entry.hand.roomId);
  // To others an entry that they may not touch does not exist.
  if (!own && !runsTheStage(stage, actor)) return refuse(actor.role === "participant" ? "not-in-queue" : "forbidden");
  return ok([{ type: "handLowered", entryId, why: "lowered" }]);
}

export function moveInQueue(stage: Stage, entryId: EntryId, before: EntryId | null): Decision {
  const at = stage.queue.findIndex((entry) => entry.id === entryId);
  if (at < 0) return refuse("not-in-queue");
  if (before !== null && !stage.queue.some((entry) => entry.id === before)) return refuse("not-in-queue");
  if (before === entryId || (stage.queue[at + 1]?.id ?? null) === before) return nothing;
  return ok([{ type: "queueMoved", entryId, before }]);
}

export function callEntry(stage: Stage, entry: Entry, context: Context): Decision {
  return ok([{ type: "called", entry, at: context.now, limit: stage.speakingTime }]);
}

export function callPerson(stage: Stage, passId: PassId, actor: Actor, context: Context): Decision {
  if (stage.phase !== "live") return refuse("not-live");
  if (at(stage.people, passId) === undefined || !actor.present.has(passId) || stage.removed.includes(passId)) {
    return refuse("not-found");
  }
  if (speakerOf(stage, passId) !== undefined) return refuse("already");
  const entry = entryOf(stage, passId);
  return callEntry(stage, entry ?? newEntry({ kind: "person", passId }, context), context);
}

export function skip(stage: Stage, entryId: EntryId): Decision {
  const speaker = stage.floor.find((entry) => entry.id === entryId);
  if (speaker !== undefined) {
    return speaker.onAirAt === null ? ok([{ type: "skipped", entryId }]) : refuse("already");
  }
  const waiting = stage.queue.find((entry) => entry.id === entryId);
  if (waiting === undefined) return refuse("not-in-queue");
  return waiting.skipped ? nothing : ok([{ type: "skipped", entryId }]);
}
