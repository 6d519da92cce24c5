import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forwarded, quiet, step } from "../../../shared/stage/loudest.ts";
import type { Loudness } from "../../../shared/stage/loudest.ts";
import type { SourceId } from "../../../shared/stage/sources.ts";
import type { Voice } from "../../../shared/stage/voices.ts";
import { mic } from "./world.ts";

const voice = (source: SourceId, always = false): Voice => ({ source, homeRoomId: null, passId: null, always });
const [a, b, c, d] = ["ana", "ben", "chi", "dev"].map(mic) as [SourceId, SourceId, SourceId, SourceId];
const four = [a, b, c, d].map((source) => voice(source));

/** What a source's loudest packet of the last 100 ms was; null: no packet came. */
type Sound = (at: number) => number | null;
const steady =
  (level: number): Sound =>
  () =>
    level;
/** 4 Hz: 125 ms of tone, 125 ms of nothing, beginning `phase` milliseconds late. */
const chopped =
  (level: number, phase: number): Sound =>
  (at) =>
    [0, 20, 40, 60, 80].some((back) => (at - back + phase) % 250 < 125) ? level : null;

interface Heard {
  readonly at: number;
  readonly sources: ReadonlySet<SourceId>;
}

/** Steps of 100 ms, as the server makes them. */
function simulate(
  voices: readonly Voice[],
  sounds: (at: number) => readonly Sound[],
  length: number,
): readonly Heard[] {
  let loudness: Loudness = quiet;
  const heard: Heard[] = [];
  for (let at = 1_000_000; at < 1_000_000 + length; at += 100) {
    const peaks = new Map<SourceId, number>();
    for (const [index, sound] of sounds(at - 1_000_000).entries()) {
      const level = sound(at);
      const source = voices[index]?.source;
      if (level !== null && source !== undefined) peaks.set(source, level);
    }
    loudness = step(loudness, voices, peaks, at);
    heard.push({ at: at - 1_000_000, sources: new Set(loudness.since.keys()) });
  }
  return heard;
}

const phases = fc.tuple(fc.nat(249), fc.nat(249), fc.nat(249), fc.nat(249));
const steps = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 6, max: 12 })));
const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });

describe("of four voices at least 6 dB apart", () => {
  test("the quietest is left out once all have been heard for a second, whoever it is", () => {
    fc.assert(
      fc.property(phases, steps, order, (late, gaps, ranks) => {
        const loud = [-10, -10 - gaps[0]!, -10 - gaps[0]! - gaps[1]!, -10 - gaps[0]! - gaps[1]! - gaps[2]!];
        const sounds = ranks.map((rank, i) => chopped(loud[rank]!, late[i]!));
        const quietest = four[ranks.indexOf(3)]!.source;
        for (const { at, sources } of simulate(four, () => sounds, 6000)) {
          if (at < 1000) continue;
          expect(sources.has(quietest), `after ${at} ms`).toBe(false);
          expect(sources.size).toBe(3);
        }
      }),
    );
  });

  test("the quietest is heard within a second once it is the loudest by 6 dB, and one of the others goes", () => {
    fc.assert(
      fc.property(phases, order, fc.integer({ min: 2000, max: 2999 }), (late, ranks, turn) => {
        const loud = (rank: number, at: number): number => (rank === 3 && at >= turn ? -4 : -10 - 6 * rank);
        const sounds = (at: number) => ranks.map((rank, i) => chopped(loud(rank, at), late[i]!));
        const rising = four[ranks.indexOf(3)]!.source;
        for (const { at, sources } of simulate(four, sounds, 6000)) {
          if (at >= turn + 1000) expect([at, sources.has(rising), sources.size]).toEqual([at, true, 3]);
        }
      }),
    );
  });

  test("the same when it stays and the others grow quiet", () => {
    const sounds = (at: number) => (at < 2000 ? [-10, -16, -22, -28] : [-34, -40, -46, -28]).map(steady);
    const heard = simulate(four, sounds, 4000);
    expect(heard.find(({ at }) => at === 1900)?.sources).toEqual(new Set([a, b, c]));
    expect(heard.filter(({ at }) => at >= 3000).every(({ sources }) => sources.has(d))).toBe(true);
  });
});

describe("hysteresis", () => {
  test("two voices of the same loudness do not take turns", () => {
    const sounds = (at: number) =>
      [-10, -12, -20 + (at % 200 === 0 ? 1 : -1), -20 + (at % 200 === 0 ? -1 : 1)].map(steady);
    const heard = simulate(four, sounds, 6000).filter(({ at }) => at >= 1000);
    expect(new Set(heard.map(({ sources }) => [...sources].sort().join()))).toHaveProperty("size", 1);
  });

  test("a pause between two words does not lose the place to a murmur", () => {
    const words: Sound = (at) => (at % 1000 < 600 ? -20 : null);
    const heard = simulate(four, () => [steady(-10), steady(-12), words, steady(-45)], 6000);
    expect(heard.filter(({ at }) => at >= 1000).every(({ sources }) => !sources.has(d))).toBe(true);
  });
});

describe("those who are always forwarded", () => {
  test("have their places however quiet they are; the others compete for the rest", () => {
    const voices = [voice(a), voice(b), voice(c), voice(d, true)];
    const heard = simulate(voices, () => [-10, -16, -22, -90].map(steady), 2000);
    expect(heard.at(-1)?.sources).toEqual(new Set([a, b, d]));
  });

  test("are all forwarded, also when they are more than three: then nobody else is", () => {
    const voices = [voice(a, true), voice(b, true), voice(c, true), voice(d, true), voice(mic("eva"))];
    const heard = simulate(voices, () => [-90, -90, -90, -90, -1].map(steady), 2000);
    expect(heard.at(-1)?.sources).toEqual(new Set([a, b, c, d]));
  });
});

test("never more than three are forwarded, unless more are protected; nobody whose voice is not open", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const someVoice = fc.record({ name: fc.constantFrom(...names), always: fc.boolean() });
  const moment = fc.record({
    voices: fc.uniqueArray(someVoice, { selector: ({ name }) => name, maxLength: 8 }),
    peaks: fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: -127, max: 0 })), { maxLength: 8 }),
    later: fc.integer({ min: 0, max: 5000 }),
  });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
      let loudness = quiet;
      let now = 1_000_000;
      for (const { voices, peaks, later } of moments) {
        now += later;
        const open = voices.map(({ name, always }) => voice(mic(name), always));
        loudness = step(loudness, open, new Map(peaks.map(([name, level]) => [mic(name), level])), now);
        const fixed = open.filter(({ always }) => always).map(({ source }) => source);
        expect(loudness.since.size).toBe(Math.min(open.length, Math.max(forwarded, fixed.length)));
        expect([...loudness.since.keys()]).toEqual(expect.arrayContaining(fixed));
        for (const source of loudness.since.keys()) expect(open.map((one) => one.source)).toContain(source);
      }
    }),
  );
});
