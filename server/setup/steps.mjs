// What the set-up tells the person who waits: one line a step, with its time. On standard error, so that standard
// output holds only what the command itself prints.
const terminal = process.stderr.isTTY;
const quietLineEvery = 10_000; // ms between progress lines where no terminal can overwrite them

let hushed = false;

/** From here on only steps that take longer than a second are shown. For commands that people pipe. */
export function hush() {
  hushed = true;
}

/** A failure that the person can do something about: shown as its text, without a stack. */
export class SetUpError extends Error {}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step and shows it.
 * @template T
 * @param {string} title
 * @param {(say: (detail: string) => void) => Promise<T>} work may report how far it is
 * @param {(result: T) => string} outcome what to say at the end
 * @returns {Promise<T>}
 */
export async function step(title, work, outcome = (result) => String(result)) {
  const started = performance.now();
  let detail = "";
  let shown = 0;
  const draw = () => {
    const elapsed = performance.now() - started;
    if (hushed && elapsed < 1000) return;
    const line = `  … ${title}${detail && `: ${detail}`} (${Math.round(elapsed / 1000)} s)`;
    if (terminal) {
      process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    } else if (performance.now() - shown > quietLineEvery) {
      process.stderr.write(`${line}\n`);
      shown = performance.now();
    }
  };
  shown = performance.now();
  const ticking = setInterval(draw, 1000);
  const end = (mark, text) => {
    clearInterval(ticking);
    if (hushed && mark === "✔" && performance.now() - started < 1000) return;
    process.stderr.write(`${terminal ? "\r\x1b[2K" : ""}  ${mark} ${title}: ${text} (${seconds(started)})\n`);
  };
  try {
    const result = await work((text) => {
      detail = text;
      if (terminal) draw();
    });
    end("✔", outcome(result));
    return result;
  } catch (error) {
    end("✘", "failed");
    throw error;
  }
}

/**
 * Runs a command's whole body: a SetUpError ends it with its text and code 1, anything else with its stack.
 * @param {() => Promise<number>} body returns the exit code
 */
export async function command(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    process.stderr.write(`\n${error instanceof SetUpError ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
  // Timers of ours may still be waiting (the watch over the parent); nothing of the command is left to do.
  process.exit();
}
