import { execFile } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { Access } from "../../server/access/access.ts";
import { databaseFile } from "../../server/store/sqlite.ts";
import { databasePath } from "../support/database.ts";
import { openPlanning } from "../support/plans.ts";

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
  const { store, plan, edit } = await openPlanning(now, databaseFile(folder, false));
  const access = await Access.open(store, plan, { now });
  return { folder, edit, access };
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
  const { folder, edit, access } = await server();
  const { id: conferenceId } = await edit("createConference", { name: "C" });
  const hall = { name: "Hall", city: "Durban", zone: "Africa/Johannesburg" };
  const room = await edit("createRoom", { conferenceId, ...hall });

  const operator = secretOf((await run(folder, "operator", `--room=${room.id}`, "--label", "Durban station")).out);
  expect(await access.exchange({ secret: operator, held: [], browser: "one" })).toMatchObject({
    value: { pass: { role: "operator", roomId: room.id, conferenceId, label: "Durban station" } },
  });
  const shared = secretOf((await run(folder, "participant", `--conference=${conferenceId}`)).out);
  for (const browser of ["one", "two"]) {
    expect(await access.exchange({ secret: shared, held: [], browser })).toMatchObject({
      ok: true,
      value: { pass: { role: "participant" } },
    });
  }
});

test("for who plans: a scheduler of everything, the keeper of a room, the contact of a group", async () => {
  const { folder, edit, access } = await server();
  const { id: conferenceId } = await edit("createConference", { name: "C" });
  const place = { city: "Durban", zone: "Africa/Johannesburg" };
  const { id: roomId } = await edit("createRoom", { conferenceId, name: "Hall", ...place });
  const { id: groupId } = await edit("createGroup", { conferenceId, name: "By telephone", ...place });
  const passOf = async (...args: readonly string[]) => {
    const { code, out, said } = await run(folder, ...args);
    expect([code, said]).toEqual([0, ""]);
    const entered = await access.exchange({ secret: secretOf(out), held: [], browser: args.join() });
    return entered.ok ? entered.value.pass : entered.code;
  };
  const all = { conferenceId: null, roomId: null, groupId: null };
  expect(await passOf("scheduler")).toMatchObject({ ...all, role: "scheduler" });
  expect(await passOf("scheduler", `--conference=${conferenceId}`)).toMatchObject({ ...all, conferenceId });
  expect(await passOf("room-keeper", `--room=${roomId}`)).toMatchObject({ ...all, conferenceId, roomId });
  expect(await passOf("group-contact", `--group=${groupId}`)).toMatchObject({ ...all, conferenceId, groupId });
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
