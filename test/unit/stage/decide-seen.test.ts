import { describe, expect, test } from "vitest";
import type { StageCommand } from "../../../shared/stage/commands.ts";
import { decide, observe } from "../../../shared/stage/decide.ts";
import type { StageEvent } from "../../../shared/stage/events.ts";
import { giveDesk, now, one, takes } from "./table.ts";
import { actor, callNext, camera1, command, entry, heardAt, mic, onAir, opened, pass } from "./world.ts";
import { play, raise, ready, room, sound } from "./world.ts";
import type { Step } from "./world.ts";

const typed = command("durbanDesk", { type: "typeHand", roomId: room("durban"), label: "mic 2" });

describe("what was seen (baseSeq)", () => {
  const conflicts = (before: readonly Step[], after: readonly Step[], by: string, asked: StageCommand): string => {
    const seen = play([...opened, ...before]).seq;
    const decision = decide(
      play([...opened, ...before, ...after]),
      asked,
      actor(by),
      { now, newId: () => "new" },
      seen,
    );
    return decision.ok ? "done" : decision.code;
  };
  const takeLima = command("kofi", takes("program", one(camera1("lima"))));
  const skip1: StageCommand = { type: "skip", entryId: entry("e1") };
  test.each<[string, readonly Step[], readonly Step[], string, StageCommand, string]>([
    ["the same thing, the program", [], [takeLima], "rosa", takes("program", one(camera1("chennai"))), "conflict"],
    ["another thing, a screen", [], [takeLima], "rosa", takes("durban", one(camera1("chennai"))), "done"],
    ["called meanwhile by another", [raise("ana"), raise("ben")], [callNext], "kofi", { type: "callNext" }, "conflict"],
    ["somebody raised a hand meanwhile", [raise("ana")], [raise("ben")], "rosa", { type: "callNext" }, "done"],
    [
      "this entry was moved",
      [raise("ana"), raise("ben")],
      [command("kofi", { type: "moveInQueue", entryId: entry("e1"), before: null })],
      "rosa",
      skip1,
      "conflict",
    ],
    [
      "another entry was moved",
      [raise("ben"), raise("ana")],
      [command("kofi", { type: "moveInQueue", entryId: entry("e2"), before: entry("e1") })],
      "rosa",
      skip1,
      "done",
    ],
    [
      "the desk went elsewhere",
      [],
      [giveDesk("durbanDesk")],
      "kofi",
      { type: "giveDesk", passId: pass("chennaiDesk") },
      "conflict",
    ],
  ])("%s", (_what, before, after, by, asked, expected) => {
    expect(conflicts(before, after, by, asked)).toBe(expected);
  });
});

describe("what the server observes", () => {
  const seen = (before: readonly Step[], observation: Parameters<typeof observe>[1]): readonly StageEvent[] =>
    observe(play([...opened, ...before]), observation, { now, newId: () => "new" });
  const away = (name: string) => ({ type: "awayTooLong", passId: pass(name) }) as const;
  test.each<[string, readonly Step[], Parameters<typeof observe>[1], readonly StageEvent[]]>([
    [
      "sound of who is called: on air",
      [raise("ana"), ready("ana"), callNext],
      { type: "soundObserved", source: mic("ana") },
      [{ type: "wentOnAir", entryId: entry("e1"), at: now }],
    ],
    [
      "not before the microphone was tried",
      [raise("ana"), callNext],
      { type: "soundObserved", source: mic("ana") },
      [],
    ],
    ["not twice", onAir("ana"), { type: "soundObserved", source: mic("ana") }, []],
    [
      "a room's sound puts its speaker on air",
      [typed, callNext],
      { type: "soundObserved", source: sound("durban") },
      [{ type: "wentOnAir", entryId: entry("e1"), at: now }],
    ],
    [
      "away too long in the queue",
      [raise("ana")],
      away("ana"),
      [{ type: "handLowered", entryId: entry("e1"), why: "away" }],
    ],
    [
      "away too long on the floor",
      onAir("ana"),
      away("ana"),
      [{ type: "floorLeft", entryId: entry("e1"), why: "away" }],
    ],
    [
      "a moderator away too long does not come back on air",
      [command("kofi", { type: "openMic" })],
      away("kofi"),
      [{ type: "micClosed", passId: pass("kofi") }],
    ],
    ["away, but with nothing to lose", [], away("ana"), []],
  ])("%s", (_what, before, observation, expected) => expect(seen(before, observation)).toEqual(expected));

  test("a hand typed in a room that was skipped can be called again and go on air", () => {
    const stage = play([...opened, typed, callNext, command("rosa", { type: "skip", entryId: entry("e1") }), callNext]);
    expect(stage.floor).toMatchObject([{ id: "e1", ready: true, onAirAt: null }]);
    expect(play([...opened, typed, callNext, heardAt(sound("durban"))]).floor).toMatchObject([
      { onAirAt: expect.any(Number) },
    ]);
  });
});
