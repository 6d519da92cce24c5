import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runsTheStage } from "../../../shared/stage/rights.ts";
import type { StageEvent } from "../../../shared/stage/events.ts";
import { evolve } from "../../../shared/stage/evolve.ts";
import { newStage } from "../../../shared/stage/model.ts";
import type { Entry, Hand, Stage } from "../../../shared/stage/model.ts";
import { someSteps } from "./steps.ts";
import { actor, cast, everybody, frozen, play, seed } from "./world.ts";
import type { Step, Turn } from "./world.ts";

const runs = { numRuns: 400 };

/** Plays random sessions and looks at every turn of them. */
function always(look: (turn: Turn, step: Step) => void): void {
  fc.assert(
    fc.property(someSteps, (steps) => {
      play(steps, look);
    }),
    runs,
  );
}

const places = (stage: Stage): readonly Entry[] => [...stage.queue, ...stage.floor];
const ids = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);

describe("the queue", () => {
  test("has nobody twice, neither in it nor on the floor besides", () => {
    always(({ after }) => {
      const people = places(after).flatMap(({ hand }) => (hand.kind === "person" ? [hand.passId] : []));
      expect(people).toEqual([...new Set(people)]);
      expect(ids(places(after))).toEqual([...new Set(ids(places(after)))]);
    });
  });

  test("loses nobody: a place goes by an event that says so, and no other way", () => {
    always(({ before, after, events }) => {
      const ended = events.some(({ type }) => type === "ended");
      const left = new Set(
        events.flatMap((event): string[] =>
          event.type === "handLowered" || event.type === "floorLeft" ? [event.entryId] : [],
        ),
      );
      const kept = ids(places(before)).filter((id) => !ended && !left.has(id));
      expect(ids(places(after))).toEqual(expect.arrayContaining(kept));
      for (const id of left) expect(ids(places(after))).not.toContain(id);
    });
  });

  test("loses a place only by its owner, by who runs the stage, or after a long absence", () => {
    always(({ before, events }, step) => {
      for (const event of events) {
        if (event.type !== "handLowered" && event.type !== "floorLeft") continue;
        const gone = places(before).find(({ id }) => id === event.entryId);
        if ("observation" in step) expect(event.why).toBe("away");
        else if (gone !== undefined && !isOwn(gone.hand, step.by)) expect(mayRun(before, step.by)).toBe(true);
      }
    });
  });

  test("keeps the order of all whom a command is not about", () => {
    always(({ before, after, events }) => {
      const about = new Set(
        events.flatMap((event): string[] => [
          ...("entryId" in event ? [event.entryId] : []),
          ...("entry" in event ? [event.entry.id] : []),
        ]),
      );
      const others = (stage: Stage): readonly string[] => ids(stage.queue).filter((id) => !about.has(id));
      if (after.phase !== "ended") expect(others(after)).toEqual(others(before));
    });
  });
});

const isOwn = (hand: Hand, by: string): boolean =>
  hand.kind === "person" ? hand.passId === by : cast[by]?.role === "operator" && cast[by].roomId === hand.roomId;

/** Written from the product's rights: a moderator, or the operator who has the desk. */
const mayRun = (stage: Stage, by: string): boolean =>
  cast[by]?.role === "moderator" || (cast[by]?.role === "operator" && stage.desk === by);

describe("rights", () => {
  test("nobody without the right changes program, screens, rooms, queue, floor, phase, format, times, chat switch, desk", () => {
    always(({ before, after }, step) => {
      if ("observation" in step || mayRun(before, step.by)) return;
      const own = cast[step.by]?.role === "operator" ? (cast[step.by]?.roomId ?? null) : null;
      expect(untouchable(after, step.by, own)).toEqual(untouchable(before, step.by, own));
      const takesDesk = step.command.type === "takeDesk" && own !== null && step.moderatorPresent === false;
      if (!takesDesk) expect(after.desk).toBe(before.desk);
    });
  });

  test("nobody's mute is lifted by another, and none is made without the right", () => {
    always(({ before, events }, step) => {
      for (const event of events) {
        if ("observation" in step || (event.type !== "unmuted" && event.type !== "muted")) continue;
        const [owner, id] = event.source.split(":");
        const own =
          owner === "person" ? id === step.by : cast[step.by]?.role === "operator" && cast[step.by]?.roomId === id;
        if (event.type === "unmuted") expect(own).toBe(true);
        else expect(own || mayRun(before, step.by)).toBe(true);
      }
    });
  });

  test("one console at most has the desk, and nobody who was removed", () => {
    always(({ after }) => {
      const operators = everybody.filter((passId) => cast[passId]?.role === "operator");
      expect(operators.filter((passId) => runsTheStage(after, actor(passId))).length).toBeLessThanOrEqual(1);
      if (after.desk !== null) expect(after.removed).not.toContain(after.desk);
    });
  });

  test("who was removed changes nothing any more", () => {
    always(({ before, after }, step) => {
      if ("observation" in step || !before.removed.some((passId) => passId === step.by)) return;
      expect(after).toBe(before);
    });
  });
});

/** All of a stage that `by` may not change, who runs neither program nor queue; `own`: an operator's room. */
function untouchable(stage: Stage, by: string, own: string | null): unknown {
  const others = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ hand }) => !isOwn(hand, by));
  const withoutOwn = (record: Readonly<Record<string, unknown>>): unknown =>
    Object.fromEntries(Object.entries(record).filter(([roomId]) => roomId !== own));
  return {
    program: stage.program,
    phase: stage.phase,
    format: stage.format,
    speakingTime: stage.speakingTime,
    chatOn: stage.chatOn,
    removed: stage.removed,
    deleted: stage.chat.filter(({ text }) => text === null).map(({ id }) => id),
    queue: others(stage.queue),
    floor: others(stage.floor),
    screens: withoutOwn(stage.screens),
    openRooms: withoutOwn(stage.openRooms),
    openMics: stage.openMics.filter((passId) => passId !== by),
  };
}

describe("the log", () => {
  test("replayed gives the same stage, also when it went through the database's JSON, also from any snapshot", () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (steps, at) => {
        const log: StageEvent[] = [];
        const stages: Stage[] = [newStage(seed)];
        const last = play(steps, ({ before, events }) => {
          let stage = before;
          for (const event of events) {
            stage = evolve(stage, event);
            log.push(event);
            stages.push(stage);
          }
        });
        expect(log.reduce(evolve, newStage(seed))).toEqual(last);
        const stored = log.map((event) => JSON.parse(JSON.stringify(event)) as StageEvent);
        expect(stored.reduce(evolve, newStage(seed))).toEqual(last);
        const from = at % stages.length;
        const snapshot = JSON.parse(JSON.stringify(stages[from])) as Stage;
        expect(stored.slice(from).reduce(evolve, frozen(snapshot))).toEqual(last);
      }),
      runs,
    );
  });

  test("counts: the stage's number is how many events made it", () => {
    always(({ before, after, events }) => expect(after.seq).toBe(before.seq + events.length));
  });

  test("a refused command makes no event, and the same stage stays", () => {
    always(({ before, after, refused }) => {
      if (refused !== null) expect(after).toBe(before);
    });
  });
});

test("random sessions reach what they should: queues, speakers, mutes, screens, refusals", () => {
  const reached = new Set<string>();
  const look = ({ after, refused, events }: Turn): void => {
    if (after.queue.length >= 3) reached.add("a queue of three");
    if (after.floor.length >= 2) reached.add("two on the floor");
    if (after.floor.some(({ onAirAt }) => onAirAt !== null)) reached.add("on air");
    if (Object.keys(after.muted).length > 0) reached.add("muted");
    if (Object.keys(after.screens).length > 0) reached.add("a screen of its own");
    if (after.desk !== null && cast[after.desk]?.role === "operator") reached.add("an operator with the desk");
    if (after.format === "discussion" && Object.keys(after.openRooms).length >= 2) reached.add("a discussion");
    if (refused !== null) reached.add(`refused: ${refused}`);
    for (const event of events) reached.add(event.type);
  };
  // One seed: this is about the tests, not about the stage.
  for (const steps of fc.sample(someSteps, { numRuns: 600, seed: 7 })) play(steps, look);
  const events =
    "introduced opened ended formatSet speakingTimeSet handRaised handLowered queueMoved called skipped wentOnAir " +
    "microphoneReported madeReady floorLeft roomOpened roomClosed micOpened micClosed muted unmuted programTaken " +
    "screenTaken personRemoved deskMoved chatted chatDeleted chatSwitched";
  const refusals =
    "forbidden not-found not-live ended conflict already not-in-queue not-on-floor not-a-picture removed " +
    "moderator-present chat-off introduce-first";
  const states = ["a queue of three", "two on the floor", "on air", "a screen of its own", "a discussion"];
  const expected = [
    ...events.split(" "),
    ...refusals.split(" ").map((code) => `refused: ${code}`),
    ...states,
    "an operator with the desk",
  ];
  expect([...reached].sort()).toEqual(expected.sort());
});
