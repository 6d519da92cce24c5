import type { EntryId, MessageId, OccurrenceId, PassId, RoomId } from "../../../shared/ids.ts";
import type { Actor, Context, Observation, StageCommand, StageRole } from "../../../shared/stage/commands.ts";
import { decide, observe } from "../../../shared/stage/decide.ts";
import type { StageEvent } from "../../../shared/stage/events.ts";
import { evolve } from "../../../shared/stage/evolve.ts";
import type { Viewer } from "../../../shared/stage/feeds.ts";
import { newStage } from "../../../shared/stage/model.ts";
import type { Stage } from "../../../shared/stage/model.ts";
import { personSource, roomSource } from "../../../shared/stage/sources.ts";
import type { SourceId } from "../../../shared/stage/sources.ts";

export const room = (name: string): RoomId => name as RoomId;
export const pass = (name: string): PassId => name as PassId;
export const entry = (name: string): EntryId => name as EntryId;
export const message = (name: string): MessageId => name as MessageId;
export const mic = (name: string): SourceId => personSource(pass(name), "mic");
export const camera = (name: string): SourceId => personSource(pass(name), "camera");
export const share = (name: string): SourceId => personSource(pass(name), "share");
export const sound = (name: string): SourceId => roomSource(room(name), "sound");
export const camera1 = (name: string): SourceId => roomSource(room(name), "camera1");

/** Three linked rooms, the first of them the host; "athens" exists elsewhere. */
export const linked = [room("durban"), room("chennai"), room("lima")] as const;
export const seed = { occurrenceId: "plenary" as OccurrenceId, hostRoomId: linked[0], roomIds: linked };

interface Part {
  readonly role: StageRole;
  readonly roomId: RoomId | null;
}

function part(role: StageRole, roomName?: string): Part {
  return { role, roomId: roomName === undefined ? null : room(roomName) };
}

/** Everybody's role and, for operators, their room. Some ids are words that every JavaScript object knows. */
export const cast: Readonly<Record<string, Part>> = {
  rosa: part("moderator"),
  kofi: part("moderator"),
  durbanDesk: part("operator", "durban"),
  chennaiDesk: part("operator", "chennai"),
  ana: part("participant"),
  ben: part("participant"),
  chi: part("participant"),
  dev: part("participant", "chennai"),
  constructor: part("participant"),
};
export const everybody = Object.keys(cast).map(pass);

export function actor(name: string, change: Partial<Actor> = {}): Actor {
  const known = cast[name];
  if (known === undefined) throw new Error(`${name} is not in the cast`);
  const passId = pass(name);
  return { passId, ...known, moderatorPresent: true, present: new Set(everybody), ...change };
}

/** One thing that happens: somebody's command, or what the server observed. */
export type Step =
  | {
      readonly by: string;
      readonly command: StageCommand;
      /** How far behind the stage was what the person saw; undefined: not said. */
      readonly behind?: number | undefined;
      readonly moderatorPresent?: boolean;
    }
  | { readonly observation: Observation };

export interface Turn {
  readonly before: Stage;
  readonly after: Stage;
  readonly events: readonly StageEvent[];
  /** The refusal's code; null: done. */
  readonly refused: string | null;
}

/** Plays steps from the beginning: the n-th new identity is `e1`, `e2`, …, and a second passes at each step. */
export function play(steps: readonly Step[], look: (turn: Turn, step: Step) => void = () => undefined): Stage {
  let stage = frozen(newStage(seed));
  let made = 0;
  for (const [index, step] of steps.entries()) {
    const context: Context = { now: 1_000_000 + index * 1000, newId: () => `e${(made += 1)}` };
    const before = stage;
    const { events, refused } = happen(before, step, context);
    for (const event of events) stage = frozen(evolve(stage, event));
    look({ before, after: stage, events, refused }, step);
  }
  return stage;
}

function happen(stage: Stage, step: Step, context: Context): Pick<Turn, "events" | "refused"> {
  if ("observation" in step) return { events: observe(stage, step.observation, context), refused: null };
  const who = actor(step.by, { moderatorPresent: step.moderatorPresent ?? true });
  const baseSeq = step.behind === undefined ? undefined : Math.max(0, stage.seq - step.behind);
  const decision = decide(stage, step.command, who, context, baseSeq);
  return decision.ok ? { events: decision.value, refused: null } : { events: [], refused: decision.code };
}

/** Whoever changes a stage in place is found out at once. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** The steps by which everybody is introduced and the session is opened. */
export const opened: readonly Step[] = [
  ...Object.entries(cast).map(([by, { roomId }]): Step => ({
    by,
    command: { type: "introduce", name: by, place: "", roomId },
  })),
  { by: "rosa", command: { type: "openSession" } },
];

export const command = (by: string, content: StageCommand): Step => ({ by, command: content });
export const raise = (by: string): Step => command(by, { type: "raiseHand" });
export const ready = (by: string): Step => command(by, { type: "makeReady" });
export const callNext: Step = command("rosa", { type: "callNext" });
export const heardAt = (source: SourceId): Step => ({ observation: { type: "soundObserved", source } });

/** Raised, tried, called and heard. */
export const onAir = (by: string): readonly Step[] => [
  raise(by),
  ready(by),
  command("rosa", { type: "callPerson", passId: pass(by) }),
  heardAt(mic(by)),
];

export const listener = (name: string, change: Partial<Extract<Viewer, { page: "participant" }>> = {}): Viewer => ({
  page: "participant",
  passId: pass(name),
  listening: true,
  headphones: false,
  glass: 720,
  ...change,
});

export const station = (name: string, roomName: string, glass = 720): Viewer => ({
  page: "station",
  passId: pass(name),
  roomId: room(roomName),
  listening: true,
  glass,
});

export const desk = (name: string, change: Partial<Extract<Viewer, { page: "console" }>> = {}): Viewer => ({
  page: "console",
  passId: pass(name),
  roomId: cast[name]?.roomId ?? null,
  listening: true,
  glass: 360,
  preview: null,
  ...change,
});
