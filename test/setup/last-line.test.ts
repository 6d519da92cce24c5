// The counts behind the last line of `npm test`: whatever can go wrong with a test counts as failed.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";

const countsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
type Counts = z.output<typeof countsSchema>;

const root = resolve(import.meta.dirname, "../..");
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function countsOf(files: Readonly<Record<string, string>>): { code: number | null; counts: Counts } {
  // Inside the project, so that the files find vitest.
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache/last-line-"));
  folders.push(folder);
  writeFileSync(join(folder, "vitest.config.js"), "export default {};\n");
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { beforeAll, describe, expect, test } from "vitest";\n${text}\n`);
  }
  const counts = join(folder, "counts.json");
  const vitest = [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder];
  const { status } = spawnSync(process.execPath, [...vitest, `--reporter=${join(root, "server/setup/counts.mjs")}`], {
    env: { PATH: process.env["PATH"], CROSSROOM_TEST_COUNTS: counts },
  });
  return { code: status, counts: countsSchema.parse(JSON.parse(readFileSync(counts, "utf8"))) };
}

test("passed, failed and skipped tests", () => {
  const text = `test("a", () => {}); test("b", () => expect(1).toBe(2)); test.skip("c", () => {}); test("d", () => {});`;
  expect(countsOf({ "one.test.js": text })).toEqual({ code: 1, counts: { passed: 2, failed: 1, skipped: 1 } });
});

test("a file that cannot be loaded", () => {
  const { code, counts } = countsOf({ "one.test.js": `import "./nowhere.js";`, "two.test.js": `test("a", () => {});` });
  expect(code).toBe(1);
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("an error outside of any test", () => {
  const late = `test("a", async () => { void Promise.reject(new Error("late")); await new Promise((r) => setTimeout(r, 50)); });`;
  expect(countsOf({ "one.test.js": late })).toEqual({ code: 1, counts: { passed: 1, failed: 1, skipped: 0 } });
});

test("a suite whose hook fails", () => {
  const text = `describe("s", () => { beforeAll(() => { throw new Error("no"); }); test("a", () => {}); });`;
  const { code, counts } = countsOf({ "one.test.js": text });
  expect(code).toBe(1);
  expect(counts.failed).toBeGreaterThan(0);
});
