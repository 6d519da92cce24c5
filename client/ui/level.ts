/** The peak programme scale of our level meters runs from 0 to 7; speech belongs between 4 and 6. */
export const fullLevel = 7;

/** dBov (0 loudest, -127 silent) on that scale: 8 dB a step, so that 4 to 6 is -24 to -8 dBov. */
export function levelOf(dbov: number): number {
  return Math.min(fullLevel, Math.max(0, fullLevel + dbov / 8));
}

export type LevelWord = "silent" | "low" | "good" | "high";

/** What a level means to who speaks. */
export function levelWord(level: number): LevelWord {
  if (level < 1) return "silent";
  if (level < 3.5) return "low";
  return level <= 6.3 ? "good" : "high";
}
