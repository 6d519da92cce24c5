import { execFile } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { CommandId, PassId } from "../../shared/ids.ts";
import { Access } from "../../server/access/access.ts";
import { Plan } from "../../server/plan/plan.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import { databaseFile } from "../../server/store/sqlite.ts";
import { databasePath, freshStore } from "../support/database.ts";

const command = resolve(import.meta.dirname, "../../server/cli/invite.ts");
const now = () => Date.now();

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

function run(folder: string, ...args: readonly string[]): Promise<Ran> {
  const env = { PATH: process.env["PATH"], DATA_DIR: folder, PUBLIC_URL: "https://crossroom.example" };
  return new Promise((done) => {
    execFile(process.execPath, [command, ...args], { env }, (error, out, said) => {
      done({ code: error === null ? 0 : Number(error.code), out, said });
    });
  });
}

/** A server's plan and access, running on the database of a folder. */
async function server() {
  const folder = join(dirname(databasePath()), "data");
  const store = await freshStore(databaseFile(folder, false));
  const plan = await Plan.open(store, await ZoneData.load(), { now });
  const access = await Access.open(store, plan, { now });
  return { folder, plan, access };
}

const secretOf = (out: string) => /^https:\/\/crossroom\.example\/join#([\w-]{32})\n$/.exec(out)?.[1] ?? "";

test("an organiser's invite, beside a running server, which takes it: once", async () => {
  const { folder, access } = await server();
  const { code, out, said } = await run(folder, "organiser");
  expect([code, said]).toEqual([0, ""]);
  const secret = secretOf(out);
  expect(await access.exchange({ secret, held: [], browser: "one" })).toMatchObject({
    ok: true,
    value: { pass: { role: "organiser" } },
  });
  expect(await access.exchange({ secret, held: [], browser: "two" })).toEqual({ ok: false, code: "expired" });
});

test("an operator's invite for a room; one for participants, shared", async () => {
  const { folder, plan, access } = await server();
  const by = "organiser" as PassId;
  const conference = await plan.createConference({ commandId: "1" as CommandId, name: "C" }, by);
  if (!conference.ok) throw new Error(conference.code);
  const conferenceId = conference.value.id;
  const room = await plan.createRoom(
    { commandId: "2" as CommandId, conferenceId, name: "Hall", city: "Durban", zone: "Africa/Johannesburg", venue: "" },
    by,
  );
  if (!room.ok) throw new Error(room.code);

  const operator = secretOf(
    (await run(folder, "operator", `--room=${room.value.id}`, "--label", "Durban station")).out,
  );
  expect(await access.exchange({ secret: operator, held: [], browser: "one" })).toMatchObject({
    value: { pass: { role: "operator", roomId: room.value.id, conferenceId, label: "Durban station" } },
  });
  const shared = secretOf((await run(folder, "participant", `--conference=${conferenceId}`)).out);
  for (const browser of ["one", "two"]) {
    expect(await access.exchange({ secret: shared, held: [], browser })).toMatchObject({
      ok: true,
      value: { pass: { role: "participant" } },
    });
  }
});

test("says in words what is wrong, prints no URL and no stack", async () => {
  const { folder } = await server();
  const wrong = await Promise.all([
    run(folder),
    run(folder, "king"),
    run(folder, "operator", "--room=none"),
    run(folder, "organiser", "--hours=never"),
    run(folder, "organiser", "--nonsense"),
    run(join(folder, "elsewhere"), "organiser"),
  ]);
  for (const { code, out, said } of wrong) {
    expect([code, out]).toEqual([1, ""]);
    expect(said).not.toMatch(/\n {4}at /);
  }
  expect(wrong[0]?.said).toContain("npm run invite -- organiser");
  expect(wrong[5]?.said).toContain("start the server once");
});
