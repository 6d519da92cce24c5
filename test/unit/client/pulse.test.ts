import { expect, test } from "vitest";
import { Pulse } from "../../../client/media/pulse.ts";

/** A pulse on a clock of ours, looked at twice a second as the page does. */
function patient() {
  let now = 1000;
  const pulse = new Pulse(() => now);
  return {
    pulse,
    /** Lets time pass; `beats`: with a heartbeat each second. */
    pass(seconds: number, beats: boolean) {
      let health = pulse.health();
      for (let half = 0; half < seconds * 2; half++) {
        now += 500;
        if (beats && half % 2 === 1) pulse.beat();
        health = pulse.health();
      }
      return health;
    },
    sleep(seconds: number) {
      now += seconds * 1000;
      return pulse.health();
    },
  };
}

test("opening, well, stalled after three seconds, broken after five", () => {
  const { pulse, pass } = patient();
  expect(pass(9, false)).toBe("opening");
  pulse.beat();
  expect(pass(3, true)).toBe("well");
  expect(pass(3, false)).toBe("well");
  expect(pass(0.5, false)).toBe("stalled");
  expect(pass(1.5, false)).toBe("stalled");
  expect(pass(0.5, false)).toBe("broken");
  pulse.beat();
  expect(pass(0.5, false)).toBe("well");
});

test("a path that never opens is broken after ten seconds", () => {
  expect(patient().pass(10.5, false)).toBe("broken");
});

test("failed is broken at once, disconnected after three seconds", () => {
  const { pulse, pass } = patient();
  pass(2, true);
  pulse.connection("disconnected");
  expect(pass(3, true)).toBe("well");
  expect(pass(0.5, true)).toBe("broken");
  pulse.connection("connected");
  expect(pass(0.5, true)).toBe("well");
  pulse.connection("failed");
  expect(pulse.health()).toBe("broken");
});

test("a phone that slept has proof of nothing: it listens for the heartbeat first", () => {
  const { pass, sleep } = patient();
  pass(2, true);
  expect(sleep(60)).toBe("well");
  expect(pass(3.5, false)).toBe("stalled");
});
