import { afterAll, beforeAll, expect, test } from "vitest";
import { openCaller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("a participant of the demo raises a hand, the moderator calls, both see it", async () => {
  const ana = await openCaller(server.invite("participant"));
  const rosa = await openCaller(server.invite("moderator"));
  const live = ana.welcome.occurrences[0];
  if (live === undefined) throw new Error("the demo has no session");
  expect(live.phase).toBe("live");
  await ana.attach(live.id, "participant");
  await rosa.attach(live.id, "console");
  await ana.command("introduce", { name: "Ana", place: "Sonsonate", roomId: null });
  await ana.command("raiseHand", {});
  const called = ana.notice("stage", ({ patch }) => "mine" in patch && patch.mine?.state === "called");
  await rosa.command("callNext", {});
  await called;
  await expect(rosa.command("callNext", {})).rejects.toThrow("not-in-queue");
  ana.close();
  rosa.close();
});
