import { z } from "zod";
import { define } from "./define.ts";
import type { Role } from "./define.ts";
import {
  commandId,
  entryId,
  line,
  messageId,
  microphone,
  optionalLine,
  passId,
  roomId,
  scene,
  source,
  text,
} from "./schemas.ts";

/** What a command answers: the stage's `seq` after it. The same `commandId` again gives the same answer and does nothing. */
export interface Done {
  readonly seq: number;
}

const everyone: readonly Role[] = ["operator", "moderator", "participant"];
const staff: readonly Role[] = ["operator", "moderator"];
const moderators: readonly Role[] = ["moderator"];
const desk = "a moderator, or the operator who has the desk";
const ownRoomOrDesk = "the operator of that room; of others, a moderator or the operator with the desk";

/** Every command carries this. `baseSeq`: the `seq` that the person saw; a later change of the same thing is a `conflict`. */
const command = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ commandId, baseSeq: z.number().int().nonnegative().optional(), ...shape });

const done = define<Done>();
const returns = "the stage's `seq`";

/** The stage's commands: each becomes one command of `decide`. They act on the stage that the page has joined. */
export const stageCommands = {
  introduce: done(
    {
      who: everyone,
      errors: ["not-found"],
      returns,
      doc: "Says one's name, place, and the room one sits in (null: none).",
    },
    command({ name: line(40), place: optionalLine(60), roomId: roomId.nullable() }),
  ),
  raiseHand: done(
    { who: everyone, errors: ["already", "introduce-first"], returns, doc: "Takes a place at the end of the queue." },
    command({}),
  ),
  lowerHand: done(
    {
      who: everyone,
      right: "own hand; operators also hands typed in their room; with the desk all",
      errors: ["not-in-queue", "forbidden"],
      returns,
      doc: "Gives a place in the queue up.",
    },
    command({ entryId }),
  ),
  typeHand: done(
    {
      who: staff,
      right: ownRoomOrDesk,
      errors: ["not-found", "forbidden"],
      returns,
      doc: 'Puts somebody in a room into the queue ("mic 2").',
    },
    command({ roomId, label: line(40) }),
  ),
  moveInQueue: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-in-queue", "conflict"],
      returns,
      doc: "Moves a place before another, or to the end (null).",
    },
    command({ entryId, before: entryId.nullable() }),
  ),
  callNext: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-live", "not-in-queue", "conflict"],
      returns,
      doc: "Calls the first of the queue who was not skipped.",
    },
    command({}),
  ),
  call: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-live", "not-in-queue", "conflict"],
      returns,
      doc: "Calls one of the queue.",
    },
    command({ entryId }),
  ),
  callPerson: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-live", "not-found", "already"],
      returns,
      doc: "Calls anybody present, also without a hand; they accept first.",
    },
    command({ passId }),
  ),
  skip: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-in-queue", "already", "conflict"],
      returns,
      doc: 'Puts a called person who does not answer back to the head of the queue; "call next" passes them over.',
    },
    command({ entryId }),
  ),
  reportMicrophone: done(
    {
      who: everyone,
      errors: ["not-in-queue"],
      returns,
      doc: "Says how far one is with the microphone; the consoles see it.",
    },
    command({ microphone }),
  ),
  makeReady: done(
    {
      who: everyone,
      errors: ["not-in-queue"],
      returns,
      doc: '"I am ready": the level is checked; if called, one is heard from now on.',
    },
    command({}),
  ),
  decline: done(
    {
      who: everyone,
      errors: ["not-on-floor"],
      returns,
      doc: '"Not now": a called person goes back to the queue, the place is kept.',
    },
    command({}),
  ),
  yieldFloor: done({ who: everyone, errors: ["not-on-floor"], returns, doc: '"I have spoken."' }, command({})),
  withdrawFloor: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-on-floor", "conflict"],
      returns,
      doc: "Ends somebody's turn.",
    },
    command({ entryId }),
  ),
  openRoom: done(
    {
      who: staff,
      right: "with the desk any room; in a discussion an operator also the own one",
      errors: ["forbidden", "not-found", "not-live", "already"],
      returns,
      doc: "Puts a room's sound on air.",
    },
    command({ roomId }),
  ),
  closeRoom: done(
    {
      who: staff,
      right: ownRoomOrDesk,
      errors: ["forbidden", "not-found", "already"],
      returns,
      doc: "Takes a room's sound off air.",
    },
    command({ roomId }),
  ),
  openMic: done(
    {
      who: moderators,
      errors: ["not-live", "introduce-first"],
      returns,
      doc: "The moderator speaks, without the queue.",
    },
    command({}),
  ),
  closeMic: done({ who: moderators, returns, doc: "The moderator's microphone goes off air." }, command({})),
  mute: done(
    {
      who: everyone,
      right: "own microphone; operators the own room; with the desk anybody on air",
      errors: ["not-on-floor", "forbidden"],
      returns,
      doc: "Mutes a voice on the server.",
    },
    command({ source }),
  ),
  unmute: done(
    {
      who: everyone,
      right: "own microphone; operators the own room",
      errors: ["forbidden"],
      returns,
      doc: "Lifts a mute; nobody can do that to another.",
    },
    command({ source }),
  ),
  take: done(
    {
      who: staff,
      right: "the program: the desk; a room's screen: also its operator",
      errors: ["forbidden", "not-found", "wrong-count", "not-a-picture", "conflict"],
      returns,
      doc: "Puts a scene on the program or on one room's screen.",
    },
    command({ to: z.union([z.literal("program"), roomId]), scene }),
  ),
  followProgram: done(
    {
      who: staff,
      right: ownRoomOrDesk,
      errors: ["forbidden", "not-found", "conflict"],
      returns,
      doc: "Lets a room's screen show the program again.",
    },
    command({ roomId }),
  ),
  remove: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-found"],
      returns,
      doc: "Ends a person's pass and media at once and keeps that browser out of this session.",
    },
    command({ passId }),
  ),
  openSession: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "already", "not-found"],
      returns,
      doc: "waiting → live. `not-found`: a release has taken it from the schedule.",
    },
    command({}),
  ),
  endSession: done(
    { who: staff, right: desk, errors: ["forbidden", "not-live"], returns, doc: "live → ended." },
    command({}),
  ),
  setFormat: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden"],
      returns,
      doc: "Plenary: rooms are opened one by one. Discussion: many may be open, the loudest three are heard.",
    },
    command({ format: z.enum(["plenary", "discussion"]) }),
  ),
  setSpeakingTime: done(
    { who: staff, right: desk, errors: ["forbidden"], returns, doc: "Seconds granted to who is called from now on." },
    command({ seconds: z.number().int().min(10).max(7200) }),
  ),
  giveDesk: done(
    {
      who: staff,
      right: desk,
      errors: ["forbidden", "not-found", "conflict"],
      returns,
      doc: "Hands the desk to a console, or lays it down (null).",
    },
    command({ passId: passId.nullable() }),
  ),
  takeDesk: done(
    {
      who: staff,
      right: "a moderator always; an operator when no moderator is here",
      errors: ["moderator-present", "conflict"],
      returns,
      doc: "Takes the desk.",
    },
    command({}),
  ),
  say: done(
    { who: everyone, errors: ["chat-off", "introduce-first"], returns, doc: "A chat message to everybody." },
    command({ text: text(1000) }),
  ),
  deleteMessage: done(
    { who: staff, right: desk, errors: ["forbidden", "not-found"], returns, doc: "Takes a chat message away." },
    command({ messageId }),
  ),
  switchChat: done(
    { who: staff, right: desk, errors: ["forbidden"], returns, doc: "Chat on or off; moderators may always write." },
    command({ on: z.boolean() }),
  ),
} as const;
