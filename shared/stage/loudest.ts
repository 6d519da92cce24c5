import type { Voice } from "./voices.ts";
import type { SourceId } from "./sources.ts";

/** How many voices are forwarded at most, those that always are included. */
export const forwarded = 3;

/** A voice takes another's place when it is louder by this many dB … */
const margin = 3;
/** … and stays for this long at least, so that a cough does not chop a sentence (milliseconds). */
const hold = 400;
/** Levels fall this slowly: a pause between two words is not silence (dB per second). */
const release = 40;
/** What a source that has not been heard yet counts as (dBov). */
const silence = -127;

export interface Loudness {
  /** By source, the level that it is ranked with: fast up, slow down (dBov, 0 is loudest). */
  readonly levels: ReadonlyMap<SourceId, number>;
  /** By forwarded source, since when (milliseconds). */
  readonly since: ReadonlyMap<SourceId, number>;
  readonly at: number;
}

export const quiet: Loudness = { levels: new Map(), since: new Map(), at: 0 };

/**
 * The loudest few with hysteresis, pure: `peaks` are the loudest levels (dBov) since the last step.
 * Voices that are always forwarded take their places first; the others compete for what is left.
 */
export function step(
  before: Loudness,
  voices: readonly Voice[],
  peaks: ReadonlyMap<SourceId, number>,
  now: number,
): Loudness {
  const fallen = (Math.max(0, now - before.at) / 1000) * release;
  const levels = new Map<SourceId, number>();
  for (const { source } of voices) {
    const decayed = (before.levels.get(source) ?? silence) - fallen;
    levels.set(source, Math.max(silence, decayed, peaks.get(source) ?? silence));
  }
  const since = new Map<SourceId, number>();
  for (const voice of voices) {
    if (voice.always) since.set(voice.source, before.since.get(voice.source) ?? now);
  }
  const rank = (source: SourceId): number => {
    const level = levels.get(source) ?? silence;
    const held = before.since.get(source);
    if (held === undefined) return level;
    return now - held < hold ? level + 100 : level + margin;
  };
  const rivals = voices
    .filter((voice) => !voice.always)
    .map(({ source }) => source)
    .sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
  for (const source of rivals.slice(0, Math.max(0, forwarded - since.size))) {
    since.set(source, before.since.get(source) ?? now);
  }
  return { levels, since, at: now };
}
