import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { openCaller } from "./caller.ts";
import { startServer } from "./server.ts";
import type { TestServer } from "./server.ts";
import { valueOf } from "./session.ts";

// A server on its first day, and how one gets into it: nobody has planned anything.

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The server's clock begins on Friday 10 January 2020 at 16:10 in Durban: participants' pages list what is held in the
 * next 36 hours, and the tests' days lie there whenever they run.
 */
const clock = { NODE_OPTIONS: `--import ${new URL("../pictures/clock.mjs", import.meta.url).href}` };

export const startEmpty = (): Promise<TestServer> => startServer({ demo: false, env: clock });

/** An invite as the server's owner makes it at the command line, e.g. `inviteAt(server, "scheduler")`. */
export async function inviteAt(server: TestServer, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["server/cli/invite.ts", ...args], {
    cwd: root,
    env: { ...process.env, ...clock, DATA_DIR: server.dataDir, PUBLIC_URL: server.url },
  });
  const invite = /http\S+#\S+/.exec(stdout)?.[0];
  if (invite === undefined) throw new Error(`no invite in: ${stdout}`);
  return invite;
}

/** A participants' invite for the only conference there is. */
export async function participantsInvite(server: TestServer): Promise<string> {
  const organiser = await openCaller(await inviteAt(server, "organiser"));
  const { conferences } = valueOf(await organiser.call("plan", {}));
  organiser.close();
  const [only, ...more] = conferences;
  if (only === undefined || more.length > 0) throw new Error(`${conferences.length} conferences`);
  return inviteAt(server, "participant", `--conference=${only.id}`);
}

/** What the table says: by session, the local start in each linked city, and nothing of those that are not linked. */
export async function readTable(page: Page): Promise<Record<string, Record<string, string>>> {
  const table = page.getByRole("table", { name: /^Sessions with the local start/ });
  await table.waitFor();
  return table.evaluate((element) => {
    const heads = [...element.querySelectorAll("thead th")].map((head) => head.textContent.replace(/[▲▼]/, "").trim());
    const rows = [...element.querySelectorAll("tbody tr")].filter((row) => row.querySelector("a") !== null);
    return Object.fromEntries(
      rows.map((row) => {
        const times = [...row.children].flatMap((cell, i) =>
          cell.querySelector("[role=img]") === null ? [] : [[heads[i] ?? "", /\d\d:\d\d/.exec(cell.textContent)?.[0]]],
        );
        return [row.querySelector("a")?.textContent ?? "", Object.fromEntries(times)];
      }),
    );
  });
}

/** The conference that the tests plan: four rooms, three groups, eight sessions. */
export const gathering = {
  name: "Four Halls",
  firstDay: "2020-01-10",
  lastDay: "2020-01-12",
  rooms: ["Durban", "Chennai", "Los Angeles", "San Salvador"],
  groups: ["Sonsonate", "Berlin", "Kathmandu"],
} as const;

/** Those that come out of a spreadsheet. Times are the host's. */
const rows = [
  ["Title", "Day", "Time", "Length", "Host", "Rooms", "Groups"],
  ["East meets", "2020-01-11", "09:00", "60", "Chennai", "", "Kathmandu"],
  ["Law and the courts", "2020-01-11", "14:00", "45", "Durban", "Chennai", "Berlin"],
  ["Health workers", "2020-01-11", "10:00", "60", "San Salvador", "", "Sonsonate"],
  ["Hands and tools", "2020-01-11", "10:00", "60", "Los Angeles", "", ""],
  ["Closing plenary", "2020-01-12", "16:30", "45", "Durban", "Chennai, San Salvador", ""],
] as const;

/** As the clipboard has it. */
export const pasted = rows.map((cells) => cells.join("\t")).join("\n");
/** With a room that the plan does not have. */
export const mistyped = pasted.replace("Durban\tChennai\tBerlin", "Durban\tChenai\tBerlin");

/** What the table says of all eight: the local start in the cities that are linked. *Farewell* is not placed. */
export const localTimes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Opening plenary": {
    Durban: "16:15",
    Chennai: "19:45",
    "Los Angeles": "06:15",
    "San Salvador": "08:15",
    Berlin: "15:15",
    Kathmandu: "20:00",
  },
  Reports: {
    Durban: "18:30",
    "Los Angeles": "08:30",
    "San Salvador": "10:30",
    Berlin: "17:30",
    Kathmandu: "22:15",
  },
  Farewell: {},
  "East meets": { Chennai: "09:00", Kathmandu: "09:15" },
  "Law and the courts": { Durban: "14:00", Chennai: "17:30", Berlin: "13:00" },
  "Health workers": { "San Salvador": "10:00" },
  "Hands and tools": { "Los Angeles": "10:00" },
  "Closing plenary": { Durban: "16:30", Chennai: "20:00", "San Salvador": "08:30" },
};
