import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examples } from "../../server/gateway/api/examples.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { tokenFor } from "../support/tokens.ts";

// The command lines of the documentation, run as they stand there.

let server: TestServer;
let organiser: Caller;
let folder: string;

beforeAll(async () => {
  server = await startServer({ demo: true });
  organiser = await openCaller(server.invite("organiser"));
  folder = await mkdtemp(join(tmpdir(), "crossroom-examples-"));
});
afterAll(async () => {
  organiser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test("every example does what it says", async () => {
  const token = await tokenFor(organiser, "scheduler");
  // Each step's answer goes to a file of its own; variables go from step to step.
  const script = examples.map(({ shell }, index) => `{ ${shell}\n} > step${index}.json`).join("\n");
  await promisify(execFile)("sh", ["-eu", "-c", `${script}\nprintf %s "$CONFERENCE" > conference`], {
    cwd: folder,
    env: { ...process.env, SERVER: server.url, TOKEN: token },
  });
  const answer = async (title: string): Promise<unknown> => {
    const index = examples.findIndex((example) => example.title === title);
    return JSON.parse(await readFile(join(folder, `step${index}.json`), "utf8"));
  };
  const conferenceId = await readFile(join(folder, "conference"), "utf8");

  expect(await answer("A city’s time zone")).toMatchObject({ places: [{ city: "Chennai", zone: "Asia/Kolkata" }] });
  const { conflicts } = (await answer("What is wrong with it")) as { readonly conflicts: unknown };
  expect(conflicts).toEqual([]);
  expect(await answer("Better link times")).toMatchObject({
    suggestion: {
      state: "done",
      // 16:15 in Durban is early for Sonsonate, and the days are three: there is a time that costs less.
      plans: [{ placed: 1, of: 1, take: { name: "placeOccurrences", input: { conferenceId } } }],
    },
  });
  expect(await answer("Another time, only if nobody was faster")).toMatchObject({ value: null });
  expect(await answer("Taken back")).toMatchObject({ value: null });
  expect(await answer("Released")).toMatchObject({ value: { number: 1 } });
  expect(await answer("The whole plan as a file")).toMatchObject({ value: { id: conferenceId } });
  const file: unknown = JSON.parse(await readFile(join(folder, "plan.json"), "utf8"));
  expect(file).toMatchObject({
    conference: { id: conferenceId, name: "Spring meeting" },
    // The move was taken back.
    occurrences: [{ start: { wall: "2027-03-05T16:15" }, links: [{}, {}, {}] }],
  });
});
