// A process of its own that writes a log and says after each acknowledgement how far it is, until it is killed or the
// disk refuses. Arguments: the database, the length of an event's text, and how many rows to write before it only holds
// the database open, as a server does in a quiet hour.
import type { OccurrenceId } from "../../shared/ids.ts";
import { openStore } from "../../server/store/sqlite.ts";

const [path = "", length = "10", most = "Infinity"] = process.argv.slice(2);
const occurrenceId = "written" as OccurrenceId;
const store = await openStore(path);

for (let seq = 1; seq <= Number(most); seq += 2) {
  const event = JSON.stringify({ type: "chatted", text: "x".repeat(Number(length)) });
  const rows = [seq, seq + 1].map((number) => ({ seq: number, at: number, commandId: null, passId: null, event }));
  try {
    // Two rows at a time: an even number must be found afterwards, or an append was torn.
    await store.appendEvents(occurrenceId, rows);
  } catch (error) {
    console.log(`refused ${error instanceof Error && "errcode" in error ? String(error.errcode) : String(error)}`);
    break;
  }
  console.log(`${seq + 1}`);
}
console.log(`kept ${(await store.readEvents(occurrenceId, 0)).length}`);
if (most !== "Infinity") process.stdin.resume();
