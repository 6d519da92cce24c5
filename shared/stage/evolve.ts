import type { PassId, RoomId } from "../ids.ts";
import { never } from "../result.ts";
import type { StageEvent } from "./events.ts";
import { chatKept, holdingSlide } from "./model.ts";
import type { Entry, Person, Stage } from "./model.ts";
import { personSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";

/** The stage after one more event. Total and pure: replaying a log gives the same stage, always. */
export function evolve(stage: Stage, event: StageEvent): Stage {
  const seq = stage.seq + 1;
  const next = apply({ ...stage, seq }, event);
  const touched = { ...next.touched };
  for (const key of touches(event)) touched[key] = seq;
  return { ...next, touched };
}

function apply(stage: Stage, event: StageEvent): Stage {
  switch (event.type) {
    case "introduced":
      return { ...stage, people: { ...stage.people, [event.passId]: event.person } };
    case "opened": {
      const openRooms = stage.hostRoomId === null ? {} : { [stage.hostRoomId]: "host" as const };
      return { ...stage, phase: "live", openedAt: event.at, openRooms };
    }
    case "ended":
      return {
        ...stage,
        phase: "ended",
        endedAt: event.at,
        queue: [],
        floor: [],
        openRooms: {},
        openMics: [],
        muted: {},
        program: holdingSlide,
        programSince: event.at,
        screens: {},
      };
    case "formatSet":
      return { ...stage, format: event.format };
    case "speakingTimeSet":
      return { ...stage, speakingTime: event.seconds };
    case "handRaised":
      return { ...stage, queue: [...stage.queue, event.entry] };
    case "handLowered":
      return { ...stage, queue: without(stage.queue, event.entryId) };
    case "queueMoved":
      return { ...stage, queue: moved(stage.queue, event.entryId, event.before) };
    case "called": {
      const speaker = { ...event.entry, skipped: false, calledAt: event.at, onAirAt: null, limit: event.limit };
      const called = { ...stage, queue: without(stage.queue, event.entry.id), floor: [...stage.floor, speaker] };
      return event.entry.hand.kind === "room" ? withRoom(called, event.entry.hand.roomId, "call") : called;
    }
    case "skipped": {
      const speaker = stage.floor.find((entry) => entry.id === event.entryId);
      if (speaker === undefined) return mapEntry(stage, event.entryId, (entry) => ({ ...entry, skipped: true }));
      const { calledAt: _calledAt, onAirAt: _onAirAt, limit: _limit, ...entry } = speaker;
      const left = leaveFloor(stage, event.entryId);
      // A person tries the microphone anew; whoever speaks in a room needs none.
      return { ...left, queue: [{ ...entry, skipped: true, ready: entry.hand.kind === "room" }, ...left.queue] };
    }
    case "microphoneReported":
      return mapEntry(stage, event.entryId, (entry) => ({
        ...entry,
        microphone: event.microphone,
        ready: event.microphone === "granted" && entry.ready,
      }));
    case "madeReady":
      return mapEntry(stage, event.entryId, (entry) => ({
        ...entry,
        ready: true,
        skipped: false,
        microphone: "granted" as const,
      }));
    case "wentOnAir":
      return {
        ...stage,
        floor: stage.floor.map((entry) => (entry.id === event.entryId ? { ...entry, onAirAt: event.at } : entry)),
      };
    case "floorLeft":
      return leaveFloor(stage, event.entryId);
    case "roomOpened":
      return { ...stage, openRooms: { ...stage.openRooms, [event.roomId]: event.by } };
    case "roomClosed":
      return { ...stage, openRooms: omit(stage.openRooms, event.roomId) };
    case "micOpened":
      return { ...stage, openMics: [...stage.openMics, event.passId] };
    case "micClosed":
      return { ...stage, openMics: stage.openMics.filter((passId) => passId !== event.passId) };
    case "muted":
      return { ...stage, muted: { ...stage.muted, [event.source]: event.by } };
    case "unmuted":
      return { ...stage, muted: omit(stage.muted, event.source) };
    case "programTaken":
      return { ...stage, program: event.scene, programSince: event.at };
    case "screenTaken":
      return {
        ...stage,
        screens:
          event.scene === null ? omit(stage.screens, event.roomId) : { ...stage.screens, [event.roomId]: event.scene },
      };
    case "personRemoved":
      return { ...stage, removed: [...stage.removed, event.passId] };
    case "deskMoved":
      return { ...stage, desk: event.passId };
    case "chatted": {
      const author: Person = stage.people[event.passId] ?? { name: "", place: "", roomId: null };
      const message = {
        id: event.messageId,
        seq: stage.seq,
        at: event.at,
        passId: event.passId,
        name: author.name,
        place: author.place,
        text: event.text,
      };
      return { ...stage, chat: [...stage.chat, message].slice(-chatKept) };
    }
    case "chatDeleted":
      return {
        ...stage,
        chat: stage.chat.map((message) =>
          message.id === event.messageId ? { ...message, seq: stage.seq, text: null } : message,
        ),
      };
    case "chatSwitched":
      return { ...stage, chatOn: event.on };
    default:
      return never(event);
  }
}

/** The things an event changes, by the names that a command's `baseSeq` is compared under. */
function touches(event: StageEvent): readonly string[] {
  switch (event.type) {
    case "programTaken":
      return ["program"];
    case "screenTaken":
      return [`screen:${event.roomId}`];
    case "deskMoved":
      return ["desk"];
    case "called":
      return ["calls", `entry:${event.entry.id}`];
    case "queueMoved":
    case "handLowered":
    case "skipped":
    case "floorLeft":
      return [`entry:${event.entryId}`];
    default:
      return [];
  }
}

function leaveFloor(stage: Stage, entryId: string): Stage {
  const speaker = stage.floor.find((entry) => entry.id === entryId);
  if (speaker === undefined) return stage;
  const floor = stage.floor.filter((entry) => entry.id !== entryId);
  if (speaker.hand.kind === "person") {
    // The next turn starts with everything as the person left it to be: not muted.
    const voice: SourceId = personSource(speaker.hand.passId, "mic");
    return { ...stage, floor, muted: stillOpen(stage, speaker.hand.passId) ? stage.muted : omit(stage.muted, voice) };
  }
  const { roomId } = speaker.hand;
  const others = floor.some((entry) => entry.hand.kind === "room" && entry.hand.roomId === roomId);
  const close = stage.openRooms[roomId] === "call" && !others;
  return { ...stage, floor, openRooms: close ? omit(stage.openRooms, roomId) : stage.openRooms };
}

const stillOpen = (stage: Stage, passId: PassId): boolean => stage.openMics.includes(passId);

function withRoom(stage: Stage, roomId: RoomId, by: "call"): Stage {
  return stage.openRooms[roomId] === undefined ? { ...stage, openRooms: { ...stage.openRooms, [roomId]: by } } : stage;
}

function mapEntry(stage: Stage, entryId: string, change: <E extends Entry>(entry: E) => E): Stage {
  const one = <E extends Entry>(entry: E): E => (entry.id === entryId ? change(entry) : entry);
  return { ...stage, queue: stage.queue.map(one), floor: stage.floor.map(one) };
}

const without = (queue: readonly Entry[], entryId: string): readonly Entry[] =>
  queue.filter((entry) => entry.id !== entryId);

function moved(queue: readonly Entry[], entryId: string, before: string | null): readonly Entry[] {
  const entry = queue.find((candidate) => candidate.id === entryId);
  if (entry === undefined || before === entryId) return queue;
  const rest = without(queue, entryId);
  const at = before === null ? rest.length : rest.findIndex((candidate) => candidate.id === before);
  return at < 0 ? queue : [...rest.slice(0, at), entry, ...rest.slice(at)];
}

function omit<Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
