import { afterAll, beforeAll, expect, test } from "vitest";
import type { Stage } from "../../shared/stage/model.ts";
import { exchange, openCaller } from "../support/caller.ts";
import { allInPlace, hears, openFivePages, pageNames } from "../support/fivepages.ts";
import type { FivePages } from "../support/fivepages.ts";
import { clock, keepHearing, momentsOf } from "../support/hearing.ts";
import { eventually, heard, tonesIn } from "../support/senses.ts";
import { stageOf } from "../support/session.ts";
import { stageState } from "../support/stagestate.ts";
import type { StageState } from "../support/stagestate.ts";

// The server is killed in the middle of a session with five pages, and started again on the same data and ports: all of it is
// back, without a touch.

/** From the first answer of the new server to the sound (seconds). */
const most = 3;

let five: FivePages;
let before: { readonly state: StageState; readonly stage: Stage };
let first: { readonly at: number; readonly state: StageState };

beforeAll(async () => {
  five = await openFivePages();
});
afterAll(() => five?.close());

test("five pages are in the middle of a session", async () => {
  await allInPlace(five);
  const { moderator, session, server } = five;
  before = { stage: await stageOf(moderator, session), state: await stageState(server, moderator.token, session) };
  expect(before.stage.queue.map(({ hand }) => hand.kind)).toEqual(["room", "person"]);
  expect(before.stage.floor).toHaveLength(1);
});

test("killed: everywhere silence", async () => {
  await five.server.kill("SIGKILL");
  await eventually(async () => {
    const levels = await Promise.all(pageNames.map((name) => tonesIn(five.pages[name], marks(), 4)));
    expect(levels.map((tones) => heard(tones, []))).toEqual(pageNames.map(() => []));
  });
  for (const name of pageNames) await keepHearing(five.pages[name], marks());
});

test("started again: its first answer names the stage that was", async () => {
  const { server, moderator, session } = five;
  const started = server.start();
  const answered = firstAnswer(() => stageState(server, moderator.token, session));
  [, first] = await Promise.all([started, answered]);
  expect(first.state).toMatchObject({ seq: before.state.seq, hash: before.state.hash, phase: "live" });
});

test(`everybody hears everybody again within ${most} s`, async () => {
  const took: Record<string, number> = {};
  for (const name of pageNames) {
    await eventually(async () => {
      const moments = await momentsOf(five.pages[name], marks());
      const firsts = hears[name].flatMap((source) => moments.get(source)?.[0] ?? []);
      expect(firsts, `${name} hears ${hears[name].join(", ")}`).toHaveLength(hears[name].length);
      took[name] = (Math.max(...firsts) - first.at) / 1000;
    });
  }
  console.log(`seconds from the first answer to all sounds: ${JSON.stringify(took)}`);
  for (const name of pageNames) expect(took[name], name).toBeLessThanOrEqual(most);
});

test("queue, floor, screens, preview and desk are as before, and nothing was added to the log", async () => {
  await allInPlace(five);
  const { server, moderator, session } = five;
  const back = await openCaller(server.url, { token: moderator.token });
  const stage = await stageOf(back, session);
  back.close();
  expect(stage).toEqual(before.stage);
  const state = await stageState(server, moderator.token, session);
  expect([state.seq, state.hash]).toEqual([before.state.seq, before.state.hash]);
});

test("the same invites open it", async () => {
  const { server } = five;
  const invites = [server.invite("participant"), server.invite("moderator"), server.invite("operator", "Durban")];
  const answers = await Promise.all(invites.map((invite) => exchange(invite)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});

const marks = () => [...five.marks.values()];

/** Asks over and over; what comes first once somebody listens. */
async function firstAnswer<Answer>(
  ask: () => Promise<Answer>,
): Promise<{ readonly at: number; readonly state: Answer }> {
  const until = clock() + 20_000;
  for (;;) {
    try {
      const state = await ask();
      return { at: clock(), state };
    } catch (error) {
      // Nobody listens yet: that, and nothing else, is what fetch calls a TypeError.
      if (!(error instanceof TypeError) || clock() > until) throw error;
    }
  }
}
