import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { openStore } from "../../server/store/sqlite.ts";
import { databasePath, freshStore } from "../support/database.ts";

const writer = join(import.meta.dirname, "writer.ts");
const written = "written" as OccurrenceId;

function start(command: string, args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function linesOf(child: ChildProcess): AsyncIterable<string> {
  if (child.stdout === null) throw new Error("the writer has no output");
  return createInterface({ input: child.stdout });
}

test("what was acknowledged is there after SIGKILL, whole, and the database opens at once", async () => {
  const path = databasePath();
  const child = start(process.execPath, [writer, path]);
  let acknowledged = 0;
  for await (const line of linesOf(child)) {
    acknowledged = Number(line);
    if (acknowledged === 200) child.kill("SIGKILL");
  }
  expect(acknowledged).toBeGreaterThanOrEqual(200);

  const began = performance.now();
  const store = await freshStore(path);
  expect(performance.now() - began).toBeLessThan(1000);
  const rows = await store.readEvents(written, 0);
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
  expect(rows.length % 2).toBe(0);
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
});

test("a second server on the same database is refused in words; a tool beside it is not; after its end another may", async () => {
  const path = databasePath();
  const child = start(process.execPath, [writer, path, "10", "2"]);
  for await (const line of linesOf(child)) {
    if (line !== "kept 2") continue;
    await expect(openStore(path)).rejects.toThrow(`another server is using ${path}`);
    const tool = await openStore(path, "tool");
    await tool.writeSetting("by", "the tool");
    expect(await tool.readEvents(written, 0)).toHaveLength(2);
    await tool.close();
    child.kill("SIGKILL");
  }
  const store = await freshStore(path);
  expect(await store.readSetting("by")).toBe("the tool");
});

test("a full disk rejects the write, keeps what was acknowledged, and tears nothing", async () => {
  const path = databasePath();
  // The limit of a file's size (in blocks of 512 or 1024 bytes) stands for the full disk: writing beyond it fails.
  const child = start("/bin/sh", ["-c", `ulimit -f 600 && exec "$0" "$@"`, process.execPath, writer, path, "20000"]);
  let acknowledged = 0;
  let said: string[] = [];
  for await (const line of linesOf(child)) {
    if (/^\d+$/.test(line)) acknowledged = Number(line);
    else said = [...said, line];
  }
  if (child.exitCode === null) await once(child, "exit");
  // SQLITE_FULL (13) or a kind of SQLITE_IOERR (10), as the system names it.
  expect(said).toEqual([expect.stringMatching(/^refused \d+$/), `kept ${acknowledged}`]);
  expect([10, 13]).toContain(Number(said[0]?.split(" ")[1]) & 0xff);
  expect(acknowledged).toBeGreaterThan(0);

  const store = await freshStore(path);
  expect(await store.readEvents(written, 0)).toHaveLength(acknowledged);
});
