import { expect, test } from "vitest";
import { duck, undisturbed } from "../../../client/media/ducking.ts";
import type { DuckingMode } from "../../../client/media/ducking.ts";

/** Runs the rule over remote levels (dBov), one each 100 ms; answers with 1 where the microphone is open. */
function run(levels: readonly number[], mode: (step: number) => DuckingMode = () => "auto"): string {
  let state = undisturbed;
  return levels
    .map((level, step) => {
      state = duck(state, mode(step), level, step * 100);
      return state.open ? "1" : "0";
    })
    .join("");
}

const quiet = -127;
const loud = -20;

test.each([
  ["silence", [quiet, quiet, quiet], "111"],
  ["noise below the threshold", [-55, -51, -55], "111"],
  ["a remote voice, and 300 ms after it", [quiet, loud, loud, quiet, quiet, quiet, quiet], "1000011"],
  ["pauses between words do not open it", [loud, quiet, quiet, loud, quiet, quiet, quiet], "0000001"],
])("%s", (_what, levels, open) => {
  expect(run(levels)).toBe(open);
});

test("the operator's word holds against every voice, and ends when it is taken back", () => {
  expect(run([loud, loud, loud, loud], (step) => (step === 1 || step === 2 ? "open" : "auto"))).toBe("0110");
});
