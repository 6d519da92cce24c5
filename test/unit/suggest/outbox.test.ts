import { expect, test } from "vitest";
import { Outbox } from "../../../server/suggest/outbox.ts";

function open() {
  const clock = { now: 0 };
  const out: number[] = [];
  const outbox = new Outbox(() => clock.now);
  return { clock, out, outbox, offer: (content: number) => outbox.offer(() => void out.push(content)) };
}

test("a few at once, then ten a second: the newest, and none after it is old", () => {
  const { clock, out, outbox, offer } = open();
  for (let i = 0; i < 500; i += 1) offer(i);
  expect(out).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  clock.now += 100;
  outbox.breathe();
  expect(out.at(-1)).toBe(499);
  outbox.breathe();
  expect(out).toHaveLength(11);
  const before = out.length;
  for (let i = 500; i < 1500; i += 1) {
    clock.now += 10;
    offer(i);
  }
  expect(out.length - before).toBeGreaterThanOrEqual(99);
  expect(out.length - before).toBeLessThanOrEqual(101);
  expect(out).toEqual([...out].sort((a, b) => a - b));
});

test("what waits goes out at once when the thread is about to be blocked, and once only", () => {
  const { out, outbox, offer } = open();
  for (let i = 0; i < 20; i += 1) offer(i);
  expect(out.at(-1)).toBe(9);
  outbox.flush();
  outbox.flush();
  expect(out.slice(-2)).toEqual([9, 19]);
});
