import { expect, onTestFinished, test } from "vitest";
import { ZoneData } from "../../server/plan/zonedata.ts";
import { Jobs } from "../../server/suggest/jobs.ts";
import type { JobPorts } from "../../server/suggest/jobs.ts";
import { isOpen } from "../../server/suggest/kept.ts";
import type { CommandId, ConferenceId, PassId } from "../../shared/ids.ts";
import type { Plan } from "../../shared/plan/model.ts";
import type { Suggestion, Wish } from "../../shared/plan/suggest/suggestion.ts";
import { databasePath, freshStore } from "../support/database.ts";
import { planInstance } from "../support/planinstances.ts";
import { conferenceId, planWith } from "../support/planmaker.ts";

// A thread that breaks, or hears no clock, takes nothing with it: the next search runs.

const sound = planWith({
  conference: { firstDay: "2027-03-05", lastDay: "2027-03-05" },
  rooms: { durban: {} },
  sessions: { plenary: { in: "durban", at: null } },
});
/** No zone data have this zone: whoever reckons with it throws. */
const broken: Plan = {
  ...sound,
  rooms: Object.fromEntries(
    Object.entries(sound.rooms).map(([id, room]) => [id, room && { ...room, zone: "Nowhere/Nowhere" }]),
  ),
};

const wish: Wish = { conferenceId, mode: "plan", days: null, occurrenceIds: null, carry: false, seconds: 10 };

async function openJobs(more: Partial<JobPorts> = {}) {
  const zones = await ZoneData.load();
  const store = await freshStore(databasePath());
  const draft = { plan: broken, seq: 7 };
  const trouble: unknown[] = [];
  let ids = 0;
  const jobs = await Jobs.open({
    store,
    draft,
    releasedFile: () => null,
    pack: (names) => zones.packed(names),
    now: Date.now,
    newId: () => `suggestion-${(ids += 1)}`,
    anyLive: () => true,
    ...more,
    log: { error: (entry: unknown) => void trouble.push(entry), warn: (entry: unknown) => void trouble.push(entry) },
  });
  onTestFinished(() => jobs.close());
  const ask = async (id: ConferenceId = conferenceId, seconds = wish.seconds): Promise<Suggestion> => {
    const asking = { commandId: `c${ids}` as CommandId, passId: "p" as PassId, author: "Thabo" };
    const asked = await jobs.suggest({ ...wish, conferenceId: id, seconds }, asking);
    if (!asked.ok) throw new Error(asked.code);
    return asked.value;
  };
  const heard = (fits: (suggestion: Suggestion) => boolean): Promise<unknown> =>
    new Promise((resolve) => {
      jobs.onChange((suggestion) => {
        if (fits(suggestion)) resolve(suggestion);
      });
    });
  const ended = (id: string) => heard((suggestion) => suggestion.id === id && !isOpen(suggestion));
  return { jobs, store, draft, trouble, ask, ended, heard };
}

test("a thread that throws: the search has failed and says so; the next one runs to its end", async () => {
  const { jobs, store, draft, trouble, ask, ended } = await openJobs();
  const first = await ask();
  expect(first).toMatchObject({ state: "running", seq: 7 });
  await ended(first.id);
  expect(jobs.find(first.id)).toMatchObject({ state: "failed", plans: [] });
  expect(trouble).toHaveLength(1);
  expect(await store.readSuggestions()).toMatchObject([{ id: first.id, state: "failed" }]);

  Object.assign(draft, { plan: sound, seq: 8 });
  const second = await ask();
  await ended(second.id);
  expect(jobs.find(second.id)).toMatchObject({ state: "done", seq: 8, plans: [{ placed: 1, proof: { best: true } }] });
  expect(trouble).toHaveLength(1);
});

test("five of a conference are kept, the newest", async () => {
  const { jobs, store, draft, ask } = await openJobs();
  draft.plan = sound;
  const ids: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    const { id } = await ask();
    ids.push(id);
    await jobs.stop(id);
  }
  expect((await store.readSuggestions()).map(({ id }) => id)).toEqual(ids.slice(2));
  expect(jobs.latest(conferenceId)?.id).toBe(ids.at(-1));
  expect(jobs.find(ids[0] ?? "")).toBeNull();
});

test("a conference that is not there: it has failed, and nobody asks for its days", async () => {
  const { jobs, draft, ask, ended } = await openJobs();
  draft.plan = sound;
  const { id } = await ask("gone" as ConferenceId);
  await ended(id);
  expect(jobs.find(id)?.state).toBe("failed");
});

test("a search that is not over long after its time is ended: its best plan is the result, and is explained", async () => {
  const { jobs, store, draft, trouble, ask, ended, heard } = await openJobs({ patience: -57, anyLive: () => false });
  draft.plan = planInstance("small", 1);
  // It has three seconds, but believes that it has a minute.
  const { id } = await ask(conferenceId, 60);
  await ended(id);
  const found = jobs.find(id);
  expect(found).toMatchObject({
    state: "done",
    stage: "over",
    plans: [{ kinds: ["fairest"], proof: { best: false } }],
  });
  expect(found?.plans[0]?.placed).toBe(40);
  expect(trouble).toHaveLength(1);
  expect(await store.readSuggestions()).toMatchObject([{ id, state: "done" }]);
  await heard(({ plans }) => (plans[0]?.reasons.length ?? 0) > 0);
  const written = async (): Promise<number> => (await store.readSuggestions())[0]?.plans[0]?.reasons.length ?? 0;
  await expect.poll(written).toBeGreaterThan(0);
}, 60_000);
