import { validate } from "@readme/openapi-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { january2020 } from "../../server/demo/january2020.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import type { PlanFile } from "../../shared/plan/model.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { Script } from "../support/scripting.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { tokenFor } from "../support/tokens.ts";

// A script that has read the server's description and nothing else makes the conference of January 2020 from nothing, and
// gets it back as a file.

let server: TestServer;
let organiser: Caller;
let script: Script;
/** Of January 2020, once it is made. */
let conferenceId = "";

beforeAll(async () => {
  server = await startServer();
  organiser = await openCaller(server.invite("organiser"));
  script = await Script.read(server.url, await tokenFor(organiser, "scheduler"));
});
afterAll(async () => {
  organiser.close();
  await server.close();
});

test("the description is valid OpenAPI", async () => {
  const description: unknown = await (await fetch(`${server.url}/api/openapi.json`)).json();
  const result = await validate(structuredClone(description) as Parameters<typeof validate>[0]);
  expect(result).toMatchObject({ valid: true });
});

test("January 2020 by script, from nothing", async () => {
  const wanted = january2020((await ZoneData.load()).zones);
  const ids = new Map<string, string>();
  const idOf = (old: string | null): string | null => (old === null ? null : (ids.get(old) ?? old));
  const { id: _id, createdAt: _at, ...conference } = wanted.conference;
  conferenceId = (await script.command("createConference", conference))["id"] ?? "";
  ids.set(wanted.conference.id, conferenceId);

  for (const { id, name, uplink } of wanted.venues)
    keep(ids, id, await script.command("createVenue", { conferenceId, name, uplink }));
  for (const { id, conferenceId: _conference, position: _position, venueId, ...room } of wanted.rooms) {
    const audience = wanted.groups.find(({ roomId }) => roomId === id);
    const made = await script.command("createRoom", {
      ...room,
      conferenceId,
      venueId: idOf(venueId),
      people: audience?.people,
    });
    keep(ids, id, made);
    ids.set(audience?.id ?? "", made["audienceId"] ?? "");
  }
  for (const { id, roomId, ...group } of wanted.groups)
    if (roomId === null) keep(ids, id, await script.command("createGroup", { ...group, conferenceId }));
  for (const { id, places, travel, ...person } of wanted.people) {
    const made = await script.command("createPerson", {
      ...person,
      conferenceId,
      places: places.map((place) => ({ ...place, roomId: idOf(place.roomId) })),
      travel: travel.map(({ from, to, why }) => ({ from: said(from), to: said(to), why })),
    });
    keep(ids, id, made);
  }
  for (const { id, ...pool } of wanted.pools)
    keep(ids, id, await script.command("createPool", { ...pool, conferenceId }));
  for (const { id, conferenceId: _conference, ...session } of wanted.sessions) {
    const [occurrence] = wanted.occurrences.filter(({ sessionId }) => sessionId === id);
    const made = await script.command("createSession", {
      ...session,
      conferenceId,
      hostRoomId: idOf(session.hostRoomId),
      personIds: session.personIds.map(idOf),
      after: session.after.map(idOf),
      start: occurrence?.start == null ? null : said(occurrence.start),
      pinned: occurrence?.pinned,
      links: occurrence?.links.map((link) => ({ ...link, id: idOf(link.id) })),
    });
    ids.set(id, made["sessionId"] ?? "");
    ids.set(occurrence?.id ?? "", made["occurrenceId"] ?? "");
  }

  const back = (await script.done("plan", { conferenceId })) as PlanFile;
  expect(sorted(back)).toEqual(sorted(renamed(wanted, ids, back.conference.createdAt)));
});

test("plan.json out, in and out again is the same text", async () => {
  const read = async (): Promise<string> => {
    const response = await fetch(`${server.url}/api/conferences/${conferenceId}/plan.json`, {
      headers: { authorization: `Bearer ${await tokenFor(organiser, "scheduler")}` },
    });
    return response.text();
  };
  const out = await read();
  await script.command("importPlan", { file: JSON.parse(out) as unknown });
  expect(await read()).toBe(out);
  // Into a place where nothing of it is.
  await script.command("removeConference", { conferenceId });
  await script.command("importPlan", { file: JSON.parse(out) as unknown });
  expect(await read()).toBe(out);
});

test("the conflicts are told in words, and a mend that is offered works", async () => {
  type Told = {
    readonly conflicts: readonly { readonly key: string; readonly text: string; readonly localFrom: string }[];
  };
  const before = (await script.done("conflicts", { conferenceId })) as Told;
  const told = before.conflicts.find(({ text }) => text.includes("Migration and work"));
  expect(told?.text).toContain("Durban");
  // The room closes at 19:00 there.
  expect(told?.localFrom).toBe("2020-01-10T19:00:00+02:00");
  const { mends } = (await script.done("mends", { conferenceId, conflict: told?.key })) as {
    readonly mends: readonly {
      readonly text: string;
      readonly command: { readonly name: string; readonly input: Record<string, unknown> };
    }[];
  };
  const [mend] = mends;
  expect(mend?.text).not.toBe("");
  if (mend === undefined) throw new Error("no mend");
  await script.command(mend.command.name, mend.command.input);
  const after = (await script.done("conflicts", { conferenceId })) as Told;
  expect(after.conflicts.map(({ key }) => key)).toEqual(
    before.conflicts.map(({ key }) => key).filter((key) => key !== told?.key),
  );
});

const said = ({ wall, zone, offset }: NonNullable<PlanFile["occurrences"][number]["start"]>) => ({
  wall,
  zone,
  offset,
});

function keep(ids: Map<string, string>, old: string, made: Readonly<Record<string, string>>): void {
  ids.set(old, made["id"] ?? "");
}

/** The plan with the ids that the server gave. */
function renamed(file: PlanFile, ids: ReadonlyMap<string, string>, createdAt: number): PlanFile {
  let text = JSON.stringify({ ...file, conference: { ...file.conference, createdAt } });
  for (const [old, made] of ids) text = text.replaceAll(`"${old}"`, `"${made}"`);
  return JSON.parse(text) as PlanFile;
}

/** Lists in one order, whatever ids they have. */
function sorted(file: PlanFile): unknown {
  const byId = <One extends { readonly id: string }>(list: readonly One[]): readonly One[] =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...file,
    venues: byId(file.venues),
    rooms: byId(file.rooms),
    groups: byId(file.groups),
    people: byId(file.people),
    pools: byId(file.pools),
    sessions: byId(file.sessions),
    occurrences: byId(file.occurrences),
  };
}
