import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCaller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { openGround, tokenOf } from "../support/session.ts";
import type { Ground } from "../support/session.ts";

let server: TestServer;
let ground: Ground;
beforeAll(async () => {
  server = await startServer();
  ground = await openGround(server);
});
afterAll(() => server.close());

describe("GET /api/stages/:id", () => {
  test("answers operators of linked rooms and the conference's moderators, and nobody else", async () => {
    const { occurrenceId } = ground.elsewhere;
    const live = (await openCaller(server.invite("moderator"))).welcome.occurrences[0]?.id ?? "";
    const status = async (id: string, authorization: string): Promise<number> =>
      (await fetch(`${server.url}/api/stages/${id}`, { headers: { authorization } })).status;
    const bearer = async (url: string): Promise<string> => `Bearer ${await tokenOf(url)}`;
    const operator = await bearer(server.invite("operator", "Durban"));
    const moderator = await bearer(server.invite("moderator"));
    const foreign = await bearer(ground.elsewhere.moderator);
    expect({
      nobody: await status(live, ""),
      guessed: await status(live, "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
      participant: await status(live, await bearer(server.invite("participant"))),
      organiser: await status(live, await bearer(server.invite("organiser"))),
      moderator: await status(live, moderator),
      operator: await status(live, operator),
      "operator of a room that is not linked": await status(ground.unlinked, operator),
      "moderator of another conference": await status(live, foreign),
      "the same at home": await status(occurrenceId, foreign),
      "no such session": await status("nowhere", moderator),
      "no id at all": await status("%00..%2f", moderator),
    }).toEqual({
      nobody: 401,
      guessed: 401,
      participant: 403,
      organiser: 403,
      moderator: 200,
      operator: 200,
      "operator of a room that is not linked": 404,
      "moderator of another conference": 404,
      "the same at home": 200,
      "no such session": 404,
      "no id at all": 404,
    });
  });
});
