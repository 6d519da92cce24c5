import type { MessageId, PassId, RoomId } from "../ids.ts";
import { at } from "../record.ts";
import { never, ok, refuse } from "../result.ts";
import type { Actor, Context, Observation, StageCommand } from "./commands.ts";
import type { StageEvent } from "./events.ts";
import { layoutSize } from "./model.ts";
import type { Entry, Scene, Speaker, Stage } from "./model.ts";
import { entryOf, speakerOf, voiceOf } from "./places.ts";
import { callEntry, callPerson, lowerHand, moveInQueue, nothing, raiseHand, skip } from "./queue.ts";
import type { Decision } from "./queue.ts";
import { needsDesk, ownRoom, owns, runsTheStage } from "./rights.ts";
import { parseSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";

/**
 * What a command makes happen on this stage, or why not. Pure.
 * `baseSeq`: the stage that the person saw; if the thing that the command is about was touched since, it is a `conflict`.
 */
export function decide(
  stage: Stage,
  command: StageCommand,
  actor: Actor,
  context: Context,
  baseSeq?: number,
): Decision {
  if (stage.removed.includes(actor.passId)) return refuse("removed");
  const thing = subject(command);
  if (baseSeq !== undefined && thing !== null && (stage.touched[thing] ?? 0) > baseSeq) return refuse("conflict");
  if (stage.phase === "ended" && command.type !== "introduce") return refuse("ended");
  if (needsDesk(command, actor) && !runsTheStage(stage, actor)) return refuse("forbidden");
  return decideAllowed(stage, command, actor, context);
}

function decideAllowed(stage: Stage, command: StageCommand, actor: Actor, context: Context): Decision {
  switch (command.type) {
    case "introduce":
      return introduce(stage, command, actor);
    case "raiseHand":
      return raiseHand(stage, { kind: "person", passId: actor.passId }, actor, context);
    case "typeHand":
      if (!stage.roomIds.includes(command.roomId)) return refuse("not-found");
      if (!ownRoom(actor, command.roomId) && !runsTheStage(stage, actor)) return refuse("forbidden");
      return raiseHand(stage, { kind: "room", roomId: command.roomId, label: command.label }, actor, context);
    case "lowerHand":
      return lowerHand(stage, command.entryId, actor);
    case "moveInQueue":
      return moveInQueue(stage, command.entryId, command.before);
    case "callNext": {
      if (stage.phase !== "live") return refuse("not-live");
      const next = stage.queue.find((entry) => !entry.skipped) ?? stage.queue[0];
      return next === undefined ? refuse("not-in-queue") : callEntry(stage, next, context);
    }
    case "call": {
      if (stage.phase !== "live") return refuse("not-live");
      const entry = stage.queue.find((candidate) => candidate.id === command.entryId);
      return entry === undefined ? refuse("not-in-queue") : callEntry(stage, entry, context);
    }
    case "callPerson":
      return callPerson(stage, command.passId, actor, context);
    case "skip":
      return skip(stage, command.entryId);
    case "reportMicrophone": {
      const entry = entryOf(stage, actor.passId);
      if (entry === undefined) return refuse("not-in-queue");
      if (entry.microphone === command.microphone) return nothing;
      return ok([{ type: "microphoneReported", entryId: entry.id, microphone: command.microphone }]);
    }
    case "makeReady": {
      const entry = entryOf(stage, actor.passId);
      if (entry === undefined) return refuse("not-in-queue");
      return entry.ready ? nothing : ok([{ type: "madeReady", entryId: entry.id }]);
    }
    case "decline": {
      const speaker = speakerOf(stage, actor.passId);
      return speaker === undefined ? refuse("not-on-floor") : ok([{ type: "skipped", entryId: speaker.id }]);
    }
    case "yieldFloor": {
      const speaker = speakerOf(stage, actor.passId);
      if (speaker === undefined) return refuse("not-on-floor");
      return ok([{ type: "floorLeft", entryId: speaker.id, why: "yielded" }]);
    }
    case "withdrawFloor":
      if (!stage.floor.some((entry) => entry.id === command.entryId)) return refuse("not-on-floor");
      return ok([{ type: "floorLeft", entryId: command.entryId, why: "withdrawn" }]);
    case "openRoom":
      return openRoom(stage, command.roomId, actor);
    case "closeRoom":
      if (!stage.roomIds.includes(command.roomId)) return refuse("not-found");
      if (stage.openRooms[command.roomId] === undefined) return refuse("already");
      return ok([{ type: "roomClosed", roomId: command.roomId }]);
    case "openMic":
      if (actor.role !== "moderator") return refuse("forbidden");
      if (stage.phase !== "live") return refuse("not-live");
      if (at(stage.people, actor.passId) === undefined) return refuse("introduce-first");
      return stage.openMics.includes(actor.passId) ? nothing : ok([{ type: "micOpened", passId: actor.passId }]);
    case "closeMic":
      return stage.openMics.includes(actor.passId) ? ok([{ type: "micClosed", passId: actor.passId }]) : nothing;
    case "mute":
      return mute(stage, command.source, actor);
    case "unmute":
      return unmute(stage, command.source, actor);
    case "take":
      return take(stage, command.to, command.scene, context);
    case "followProgram":
      if (!stage.roomIds.includes(command.roomId)) return refuse("not-found");
      if (stage.screens[command.roomId] === undefined) return nothing;
      return ok([{ type: "screenTaken", roomId: command.roomId, scene: null }]);
    case "remove":
      return remove(stage, command.passId, actor);
    case "openSession":
      return stage.phase === "live" ? refuse("already") : ok([{ type: "opened", at: context.now }]);
    case "endSession":
      return stage.phase === "live" ? ok([{ type: "ended", at: context.now }]) : refuse("not-live");
    case "setFormat":
      return stage.format === command.format ? nothing : ok([{ type: "formatSet", format: command.format }]);
    case "setSpeakingTime":
      return stage.speakingTime === command.seconds
        ? nothing
        : ok([{ type: "speakingTimeSet", seconds: command.seconds }]);
    case "giveDesk":
      return giveDesk(stage, command.passId);
    case "takeDesk":
      if (actor.role === "participant") return refuse("forbidden");
      if (stage.desk === actor.passId) return nothing;
      if (actor.role === "operator" && actor.moderatorPresent) return refuse("moderator-present");
      return ok([{ type: "deskMoved", passId: actor.passId }]);
    case "say":
      if (!stage.chatOn && actor.role !== "moderator") return refuse("chat-off");
      if (at(stage.people, actor.passId) === undefined) return refuse("introduce-first");
      return ok([
        {
          type: "chatted",
          messageId: context.newId() as MessageId,
          at: context.now,
          passId: actor.passId,
          text: command.text,
        },
      ]);
    case "deleteMessage": {
      const message = stage.chat.find((candidate) => candidate.id === command.messageId);
      if (message === undefined) return refuse("not-found");
      return message.text === null ? nothing : ok([{ type: "chatDeleted", messageId: message.id }]);
    }
    case "switchChat":
      return stage.chatOn === command.on ? nothing : ok([{ type: "chatSwitched", on: command.on }]);
    default:
      return never(command);
  }
}

/** What an observation of the server makes happen. Never refused: what does not fit the stage any more is nothing. */
export function observe(stage: Stage, observation: Observation, context: Context): readonly StageEvent[] {
  switch (observation.type) {
    case "soundObserved":
      return stage.floor
        .filter((speaker) => speaker.onAirAt === null && voiceOf(speaker.hand) === observation.source)
        .filter((speaker) => speaker.hand.kind === "room" || speaker.ready)
        .map((speaker) => ({ type: "wentOnAir", entryId: speaker.id, at: context.now }));
    case "awayTooLong": {
      const { passId } = observation;
      const entry = entryOf(stage, passId);
      return [
        ...(entry === undefined ? [] : [placeLost(entry, "away")]),
        // Nobody comes back after a long time and is on air without knowing it.
        ...(stage.openMics.includes(passId) ? [{ type: "micClosed" as const, passId }] : []),
      ];
    }
    default:
      return never(observation);
  }
}

/** Somebody's place in the queue or on the floor goes without their doing. */
function placeLost(entry: Entry | Speaker, why: "away" | "removed"): StageEvent {
  return { type: "calledAt" in entry ? "floorLeft" : "handLowered", entryId: entry.id, why };
}

function giveDesk(stage: Stage, passId: PassId | null): Decision {
  if (stage.desk === passId) return nothing;
  if (passId !== null && (at(stage.people, passId) === undefined || stage.removed.includes(passId))) {
    return refuse("not-found");
  }
  return ok([{ type: "deskMoved", passId }]);
}

function introduce(stage: Stage, command: Extract<StageCommand, { type: "introduce" }>, actor: Actor): Decision {
  if (command.roomId !== null && !stage.roomIds.includes(command.roomId)) return refuse("not-found");
  // An operator sits in the own room, wherever the page thinks it is.
  const roomId = actor.role === "operator" ? actor.roomId : command.roomId;
  const person = { name: command.name, place: command.place, roomId };
  const known = at(stage.people, actor.passId);
  if (known?.name === person.name && known.place === person.place && known.roomId === person.roomId) return nothing;
  return ok([{ type: "introduced", passId: actor.passId, person }]);
}

function openRoom(stage: Stage, roomId: RoomId, actor: Actor): Decision {
  if (!stage.roomIds.includes(roomId)) return refuse("not-found");
  // In a plenary a room waits until it is called or the desk opens it; in a discussion its operator may.
  const own = ownRoom(actor, roomId) && stage.format === "discussion";
  if (!own && !runsTheStage(stage, actor)) return refuse("forbidden");
  if (stage.phase !== "live") return refuse("not-live");
  if (stage.openRooms[roomId] === "host" || stage.openRooms[roomId] === "desk") return refuse("already");
  return ok([{ type: "roomOpened", roomId, by: roomId === stage.hostRoomId ? "host" : "desk" }]);
}

function mute(stage: Stage, source: SourceId, actor: Actor): Decision {
  if (!isOnAir(stage, source)) return refuse("not-on-floor");
  const own = owns(actor, source);
  if (!own && !runsTheStage(stage, actor)) return refuse("forbidden");
  return stage.muted[source] === undefined ? ok([{ type: "muted", source, by: own ? "owner" : "stage" }]) : nothing;
}

function unmute(stage: Stage, source: SourceId, actor: Actor): Decision {
  // Mute on air is everybody's with the right; lifting it is the owner's alone.
  if (!owns(actor, source)) return refuse("forbidden");
  return stage.muted[source] === undefined ? nothing : ok([{ type: "unmuted", source }]);
}

function isOnAir(stage: Stage, source: SourceId): boolean {
  const parsed = parseSource(source);
  if (parsed.owner === "room") return parsed.track === "sound" && at(stage.openRooms, parsed.roomId) !== undefined;
  if (parsed.track !== "mic") return false;
  return stage.openMics.includes(parsed.passId) || speakerOf(stage, parsed.passId) !== undefined;
}

function take(stage: Stage, to: "program" | RoomId, scene: Scene, context: Context): Decision {
  if (to !== "program" && !stage.roomIds.includes(to)) return refuse("not-found");
  const [least, most] = layoutSize[scene.layout];
  const distinct = new Set(scene.sources);
  if (scene.sources.length < least || scene.sources.length > most || distinct.size !== scene.sources.length) {
    return refuse("wrong-count");
  }
  for (const source of scene.sources) {
    const parsed = parseSource(source);
    if (parsed.track === "sound" || parsed.track === "mic") return refuse("not-a-picture");
    const known =
      parsed.owner === "room" ? stage.roomIds.includes(parsed.roomId) : at(stage.people, parsed.passId) !== undefined;
    if (!known) return refuse("not-found");
  }
  return to === "program"
    ? ok([{ type: "programTaken", scene, at: context.now }])
    : ok([{ type: "screenTaken", roomId: to, scene }]);
}

function remove(stage: Stage, passId: PassId, actor: Actor): Decision {
  if (passId === actor.passId || at(stage.people, passId) === undefined) return refuse("not-found");
  const events: StageEvent[] = [];
  const entry = entryOf(stage, passId);
  if (entry !== undefined) events.push(placeLost(entry, "removed"));
  if (stage.openMics.includes(passId)) events.push({ type: "micClosed", passId });
  if (stage.desk === passId) events.push({ type: "deskMoved", passId: null });
  events.push({ type: "personRemoved", passId });
  return ok(events);
}

/** The thing that a command is about, by the name under which `evolve` notes who touched it. */
function subject(command: StageCommand): string | null {
  switch (command.type) {
    case "take":
      return command.to === "program" ? "program" : `screen:${command.to}`;
    case "followProgram":
      return `screen:${command.roomId}`;
    case "callNext":
      return "calls";
    case "call":
    case "skip":
    case "lowerHand":
    case "withdrawFloor":
    case "moveInQueue":
      return `entry:${command.entryId}`;
    case "giveDesk":
    case "takeDesk":
      return "desk";
    default:
      return null;
  }
}
