import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { fullLevel, levelWord } from "./level.ts";

interface LevelProps {
  /** 0 to 7; from dBov by `levelOf`. */
  readonly value: number;
  /** What is measured: "Sound of Durban". Default: "Sound level". */
  readonly label?: string;
  /** Low and without a scale: for lists. */
  readonly slim?: boolean;
}

/** A level meter. The word for the level (`common().level[levelWord(value)]`) stands beside or above it in the page. */
export function Level({ value, label, slim = false }: LevelProps): JSX.Element {
  const { level } = common();
  const shown = Math.round(value * 10) / 10;
  return (
    <div
      class={slim ? "level slim" : "level"}
      role="meter"
      aria-label={label ?? level.name}
      aria-valuemin={0}
      aria-valuemax={fullLevel}
      aria-valuenow={shown}
      aria-valuetext={level.value(String(shown), level[levelWord(value)])}
      style={{ "--v": String(shown) }}
    >
      <div class="gauge" />
      {!slim && (
        <div class="scale" aria-hidden="true">
          {[1, 2, 3, 4, 5, 6, 7].map((step) => (
            <span key={step}>{step}</span>
          ))}
        </div>
      )}
    </div>
  );
}
