import * as fc from "fast-check";
import type { StageCommand } from "../../../shared/stage/commands.ts";
import { layoutSize } from "../../../shared/stage/model.ts";
import type { Layout, Scene } from "../../../shared/stage/model.ts";
import { camera, camera1, cast, entry, linked, message, mic, opened, pass, room, share, sound } from "./world.ts";
import type { Step } from "./world.ts";

/** Random things that random people do: most of them sensible, some not. */

const names = Object.keys(cast);
const somebody = fc.constantFrom(...names);
const somePass = fc.constantFrom(...names, "nobody", "toString").map(pass);
const someRoom = fc.constantFrom(...linked, room("athens"), room("constructor"));
// Few identities, so that they are hit.
const someEntry = fc.constantFrom(...Array.from({ length: 12 }, (_, i) => entry(`e${i + 1}`)), entry("valueOf"));
const someVoice = fc.oneof(someRoom.map(sound), somePass.map(mic));
const somePicture = fc.oneof(someRoom.map(camera1), somePass.map(camera), somePass.map(share));
const someScene: fc.Arbitrary<Scene> = fc
  .constantFrom<Layout>("one", "two", "strip", "four", "holding")
  .chain((layout) =>
    fc
      .uniqueArray(fc.oneof({ weight: 9, arbitrary: somePicture }, { weight: 1, arbitrary: someVoice }), {
        minLength: layoutSize[layout][0],
        maxLength: layoutSize[layout][1],
      })
      .map((sources): Scene => ({ layout, sources })),
  );

const bare = [
  "raiseHand",
  "callNext",
  "makeReady",
  "decline",
  "yieldFloor",
  "openMic",
  "closeMic",
  "takeDesk",
] as const;

const someCommand: fc.Arbitrary<StageCommand> = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom(...bare).map((type): StageCommand => ({ type })) },
  fc.record({
    type: fc.constant("introduce"),
    name: fc.constantFrom("Ana", "Rosa"),
    place: fc.constant(""),
    roomId: fc.option(someRoom),
  }),
  fc.record({ type: fc.constantFrom("lowerHand", "call", "skip", "withdrawFloor"), entryId: someEntry }),
  fc.record({ type: fc.constantFrom("call", "skip"), entryId: someEntry }),
  fc.record({ type: fc.constant("typeHand"), roomId: someRoom, label: fc.constant("mic 2") }),
  fc.record({ type: fc.constant("moveInQueue"), entryId: someEntry, before: fc.option(someEntry) }),
  fc.record({ type: fc.constant("callPerson"), passId: somePass }),
  fc.record({
    type: fc.constant("reportMicrophone"),
    microphone: fc.constantFrom("unknown", "asked", "refused", "none", "granted"),
  }),
  fc.record({ type: fc.constantFrom("openRoom", "closeRoom", "followProgram"), roomId: someRoom }),
  fc.record({ type: fc.constantFrom("mute", "unmute"), source: someVoice }),
  fc.record({ type: fc.constant("take"), to: fc.oneof(fc.constant("program"), someRoom), scene: someScene }),
  fc.record({ type: fc.constant("setFormat"), format: fc.constantFrom("plenary", "discussion") }),
  fc.record({ type: fc.constant("setSpeakingTime"), seconds: fc.integer({ min: 10, max: 7200 }) }),
  fc.record({ type: fc.constant("giveDesk"), passId: fc.option(somePass) }),
  fc.record({ type: fc.constant("say"), text: fc.constant("Hello") }),
  fc.record({ type: fc.constant("deleteMessage"), messageId: fc.constantFrom(message("e1"), message("e2")) }),
  fc.record({ type: fc.constant("switchChat"), on: fc.boolean() }),
);

/** What ends things is rare, or there would be nothing to end. */
const rareCommand: fc.Arbitrary<StageCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("remove"), passId: somePass }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: "openSession" }, { type: "endSession" }) },
);

const someStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.record({
      by: somebody,
      command: someCommand,
      behind: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
      moderatorPresent: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ by: somebody, command: rareCommand }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(somebody, fc.constantFrom("mute", "unmute"))
      .map(([by, type]): Step => ({ by, command: { type, source: mic(by) } })),
  },
  { weight: 4, arbitrary: someVoice.map((source): Step => ({ observation: { type: "soundObserved", source } })) },
  { weight: 1, arbitrary: somePass.map((passId): Step => ({ observation: { type: "awayTooLong", passId } })) },
);

/** A session from its beginning: mostly one that was opened with everybody in it. */
export const someSteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.boolean(), fc.boolean(), fc.array(someStep, { maxLength: 80, size: "max" }))
  .map(([cold, colder, steps]) => [...(cold && colder ? [] : opened), ...steps]);
