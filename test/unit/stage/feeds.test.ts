import { describe, expect, test } from "vitest";
import { wantedFeeds } from "../../../shared/stage/feeds.ts";
import type { Viewer } from "../../../shared/stage/feeds.ts";
import { wantedSends } from "../../../shared/stage/sends.ts";
import type { SourceId } from "../../../shared/stage/sources.ts";
import {
  camera1,
  command,
  desk,
  listener,
  mic,
  onAir,
  opened,
  play,
  raise,
  ready,
  room,
  sound,
  station,
} from "./world.ts";
import type { Step } from "./world.ts";

/** What a page hears, in words: the flowing voices, then those that are made ready. */
function hears(steps: readonly Step[], viewer: Viewer, heard: readonly SourceId[] = []): readonly string[] {
  return wantedFeeds(play([...opened, ...steps]), viewer, new Set(heard))
    .filter(({ layer }) => layer === undefined)
    .map(({ source, state }) => (state === "flowing" ? source : `(${source})`));
}

const plenary = [sound("durban"), sound("chennai"), sound("lima"), mic("ana"), mic("dev"), mic("rosa")];
const discuss = command("rosa", { type: "setFormat", format: "discussion" });
const openLima = command("rosa", { type: "openRoom", roomId: room("lima") });
const openChennai = command("rosa", { type: "openRoom", roomId: room("chennai") });
const rosaSpeaks = command("rosa", { type: "openMic" });
const muteAna = command("rosa", { type: "mute", source: mic("ana") });

describe("who hears whom", () => {
  test.each<[string, readonly Step[], Viewer, readonly SourceId[], readonly string[]]>([
    [
      "a listener: the host room",
      [],
      listener("ana"),
      plenary,
      ["room:durban:sound", "(room:chennai:sound)", "(room:lima:sound)"],
    ],
    [
      "before Listen now all is only ready",
      [],
      listener("ana", { listening: false }),
      plenary,
      ["(room:durban:sound)", "(room:chennai:sound)", "(room:lima:sound)"],
    ],
    ["who sits in a room: nothing", [], listener("dev"), plenary, []],
    [
      "the same with headphones: the others",
      [openChennai],
      listener("dev", { headphones: true }),
      plenary,
      ["room:durban:sound", "(room:lima:sound)"],
    ],
    [
      "the host's station: not itself",
      onAir("ana"),
      station("durbanDesk", "durban"),
      plenary,
      ["person:ana:mic", "(room:chennai:sound)", "(room:lima:sound)"],
    ],
    [
      "another station: the host and the speaker",
      onAir("ana"),
      station("chennaiDesk", "chennai"),
      plenary,
      ["room:durban:sound", "person:ana:mic", "(room:lima:sound)"],
    ],
    [
      "a station: not who sits in its room",
      onAir("dev"),
      station("chennaiDesk", "chennai"),
      plenary,
      ["room:durban:sound", "(room:lima:sound)"],
    ],
    [
      "the speaker: not themselves",
      onAir("ana"),
      listener("ana"),
      plenary,
      ["room:durban:sound", "(room:chennai:sound)", "(room:lima:sound)"],
    ],
    [
      "a muted speaker is only ready",
      [...onAir("ana"), muteAna],
      listener("ben"),
      plenary,
      ["room:durban:sound", "(room:chennai:sound)", "(room:lima:sound)", "(person:ana:mic)"],
    ],
    [
      "next in the queue, tried: ready",
      [raise("ana"), ready("ana")],
      listener("ben"),
      plenary,
      ["room:durban:sound", "(room:chennai:sound)", "(room:lima:sound)", "(person:ana:mic)"],
    ],
    [
      "a moderator without the queue",
      [rosaSpeaks],
      desk("kofi"),
      plenary,
      ["room:durban:sound", "person:rosa:mic", "(room:chennai:sound)", "(room:lima:sound)"],
    ],
    [
      "a discussion: host and moderator always, others when they are loud",
      [discuss, openLima, openChennai, rosaSpeaks],
      listener("ana"),
      [sound("lima")],
      ["room:durban:sound", "(room:chennai:sound)", "room:lima:sound", "person:rosa:mic"],
    ],
    [
      "a discussion: the called speaker always",
      [discuss, openLima, ...onAir("ana")],
      listener("ben"),
      [],
      ["room:durban:sound", "(room:lima:sound)", "person:ana:mic", "(room:chennai:sound)"],
    ],
  ])("%s", (_what, steps, viewer, heard, expected) => expect(hears(steps, viewer, heard)).toEqual(expected));
});

describe("who sends what", () => {
  const sends = (steps: readonly Step[], viewer: Viewer, demand: ReadonlyMap<SourceId, number> = new Map()) =>
    wantedSends(play([...opened, ...steps]), viewer, demand).map(({ track, state, layer }) => [track, state, layer]);
  test.each<[string, readonly Step[], Viewer, ReadonlyMap<SourceId, number>, readonly (readonly unknown[])[]]>([
    ["a listener: nothing", [], listener("ana"), new Map(), []],
    ["in the queue without a tried microphone: nothing", [raise("ana")], listener("ana"), new Map(), []],
    ["tried: ready", [raise("ana"), ready("ana")], listener("ana"), new Map(), [["mic", "ready", undefined]]],
    [
      "on air, nobody looks",
      onAir("ana"),
      listener("ana"),
      new Map(),
      [
        ["mic", "flowing", undefined],
        ["camera", "ready", -1],
        ["share", "ready", -1],
      ],
    ],
    [
      "muted",
      [...onAir("ana"), muteAna],
      listener("ana"),
      new Map(),
      [
        ["mic", "ready", undefined],
        ["camera", "ready", -1],
        ["share", "ready", -1],
      ],
    ],
    [
      "a station: the camera that is looked at",
      [],
      station("durbanDesk", "durban"),
      new Map([[camera1("durban"), 1]]),
      [
        ["sound", "flowing", undefined],
        ["camera1", "flowing", 1],
        ["camera2", "ready", -1],
      ],
    ],
    [
      "a station before Start room: nothing",
      [],
      { ...station("durbanDesk", "durban"), listening: false },
      new Map(),
      [],
    ],
    [
      "a moderator's console",
      [rosaSpeaks],
      desk("rosa"),
      new Map(),
      [
        ["mic", "flowing", undefined],
        ["camera", "ready", -1],
        ["share", "ready", -1],
      ],
    ],
    [
      "after the end: nothing",
      [command("rosa", { type: "endSession" })],
      station("durbanDesk", "durban"),
      new Map(),
      [],
    ],
  ])("%s", (_what, steps, viewer, demand, expected) => expect(sends(steps, viewer, demand)).toEqual(expected));
});
