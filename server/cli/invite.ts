// npm run invite -- ROLE [options]: makes an invite on the server's own machine, also while the server runs, and
// prints its URL and nothing else.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ConferenceId, GroupId, RoomId } from "../../shared/ids.ts";
import { roles } from "../../shared/protocol/define.ts";
import type { Role } from "../../shared/protocol/define.ts";
import { Access } from "../access/access.ts";
import { organiserInvite } from "../access/invites.ts";
import type { InviteInput, Places } from "../access/invites.ts";
import { inviteUrl } from "../access/secrets.ts";
import { readConfig } from "../config.ts";
import { Draft } from "../plan/draft.ts";
import { Plan } from "../plan/plan.ts";
import { ZoneData } from "../plan/zonedata.ts";
import type { Store } from "../store/port.ts";
import { databaseFile, openStore } from "../store/sqlite.ts";

const usage = `npm run invite -- organiser
npm run invite -- moderator|participant --conference=ID
npm run invite -- operator --room=ID
npm run invite -- scheduler [--conference=ID]
npm run invite -- room-keeper --room=ID
npm run invite -- group-contact --group=ID [--conference=ID]

--label=TEXT    what the organiser's page calls it
--hours=NUMBER  how long it is good for; an organiser's: 24 to open it, others: no end
--shared        several browsers may use it (a participant's always)
--demo          in the demo's database`;

/** What was asked for cannot be done: said in words, without a stack. */
class Unusable extends Error {}

async function main(args: readonly string[]): Promise<string> {
  const { values, role } = parse(args);
  const config = readConfig(process.env, values.demo);
  const file = databaseFile(config.DATA_DIR, config.demo);
  if (!existsSync(file)) throw new Unusable(`there is no database ${file} yet: start the server once`);
  const store = await openStore(file, "tool");
  try {
    const zones = await ZoneData.load(config.ZONE_DATA);
    const plan = new Plan(await Draft.open(store, zones, { now: Date.now }), zones);
    return inviteUrl(config.publicUrl, await make(store, plan, inputFor(role, values, plan)));
  } finally {
    await store.close();
  }
}

function parse(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      conference: { type: "string" },
      room: { type: "string" },
      group: { type: "string" },
      label: { type: "string" },
      hours: { type: "string" },
      shared: { type: "boolean", default: false },
      demo: { type: "boolean", default: false },
    },
  });
  const role = roles.find((one) => one === positionals[0]);
  if (role === undefined || positionals.length !== 1) throw new Unusable(usage);
  return { values, role };
}

function inputFor(role: Role, values: ReturnType<typeof parse>["values"], plan: Plan): InviteInput {
  const hours = values.hours === undefined ? null : Number(values.hours);
  if (hours !== null && !(hours > 0)) throw new Unusable("--hours: a number above 0");
  const expiresAt = hours === null ? null : Date.now() + Math.round(hours * 3_600_000);
  const label = values.label ?? role;
  if (role === "organiser") {
    const invite = organiserInvite(label, Date.now());
    return { ...invite, shared: values.shared, expiresAt: expiresAt ?? invite.expiresAt };
  }
  const roomId = (values.room ?? null) as RoomId | null;
  const groupId = (values.group ?? null) as GroupId | null;
  const given = (values.conference ?? null) as ConferenceId | null;
  const conferenceId =
    given ??
    (roomId === null ? null : plan.conferenceOfRoom(roomId)) ??
    (groupId === null ? null : (plan.conferencesOfGroup(groupId)[0] ?? null));
  return {
    role,
    conferenceId,
    roomId,
    groupId,
    occurrenceId: null,
    label,
    expiresAt,
    shared: values.shared || role === "participant",
  };
}

async function make(store: Store, places: Places, input: InviteInput): Promise<string> {
  const access = await Access.open(store, places, { now: Date.now });
  const made = await access.makeInvite(input);
  if (made.ok) return made.value.secret;
  throw new Unusable(
    made.code === "not-found" ? "there is no such conference, room or group" : `that does not fit together\n\n${usage}`,
  );
}

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Unusable ? error.message : String(error));
  process.exitCode = 1;
}
