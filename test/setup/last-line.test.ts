// The last line of `npm test`, and the counts behind it: whatever can go wrong with a test counts as failed, and in CI what
// counts of a file is its second try.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";

const countsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
type Counts = z.output<typeof countsSchema>;

const root = resolve(import.meta.dirname, "../..");
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

type Files = Readonly<Record<string, string>>;

function folderOf(files: Files): string {
  // Inside the project, so that the files find vitest.
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache/last-line-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `import { beforeAll, describe, expect, test } from "vitest";\n${text}\n`);
  }
  return folder;
}

function countsOf(files: Files): { code: number | null; counts: Counts } {
  const folder = folderOf(files);
  writeFileSync(join(folder, "vitest.config.js"), "export default {};\n");
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

/** As CI or a person calls it: `npm test` over these files, by the project's own settings. */
function testsOf(
  files: Files,
  { ci }: { readonly ci: boolean },
): { code: number | null; last: string; tries: string[] } {
  const folder = folderOf({ ...files, "test/support/global.ts": "export const setup = () => {};" });
  const settings = ["--root", folder, "--config", join(root, "vitest.config.ts")];
  const kept = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$|CI$|CROSSROOM_)/.test(name));
  const { status, stdout } = spawnSync(process.execPath, [join(root, "server/setup/test.mjs"), ...settings], {
    env: { ...Object.fromEntries(kept), ...(ci ? { CI: "1" } : {}) },
    encoding: "utf8",
  });
  const lines = stdout.trimEnd().split("\n");
  return { code: status, last: lines.at(-1) ?? "", tries: lines.filter((line) => /\btr(y|ies)\b/.test(line)) };
}

const fine = `test("a", () => {}); test("b", () => {});`;
/** Has it run before? */
const ran = `
  import { existsSync, writeFileSync } from "node:fs";
  const again = existsSync(import.meta.filename + ".was");
  writeFileSync(import.meta.filename + ".was", "");`;
/** The second test fails, and with it the third, which builds on it; but only the first time. */
const once = `${ran}
  let reached = false;
  test("a", () => {});
  test("b", () => { expect(again).toBe(true); reached = true; });
  test("c", () => expect(reached).toBe(true));`;
/** An error outside of any test, the first time. */
const late = `${ran}
  test("a", async () => {
    if (!again) void Promise.reject(new Error("late"));
    await new Promise((r) => setTimeout(r, 50));
  });`;
const always = `test("a", () => {}); test("b", () => expect(1).toBe(2));`;

test("in CI a file that fails once and then passes counts as passed, and is named", () => {
  const files = {
    "test/unit/fine.test.ts": fine,
    "test/server/late.test.ts": late,
    "test/browser/fine.test.ts": fine,
    "test/browser/once.test.ts": once,
  };
  expect(testsOf(files, { ci: true })).toEqual({
    code: 0,
    last: "8 passed, 0 failed",
    tries: [
      "Second try: test/server/late.test.ts",
      "Second try: test/browser/once.test.ts",
      "Passed at its second try: test/server/late.test.ts",
      "Passed at its second try: test/browser/once.test.ts",
    ],
  });
});

test("in CI a file that fails both times counts as failed; others of its kind, too, have their second try", () => {
  const files = { "test/server/always.test.ts": always, "test/setup/once.test.ts": once };
  expect(testsOf(files, { ci: true })).toEqual({
    code: 1,
    last: "4 passed, 1 failed",
    tries: [
      "Second try: test/server/always.test.ts",
      "Second try: test/setup/once.test.ts",
      "Failed at both tries: test/server/always.test.ts",
      "Passed at its second try: test/setup/once.test.ts",
    ],
  });
});

test("no second try for unit and store tests, and none outside of CI", () => {
  const quick = { "test/unit/once.test.ts": once, "test/store/once.test.ts": once };
  expect(testsOf(quick, { ci: true })).toEqual({ code: 1, last: "2 passed, 4 failed", tries: [] });
  const here = testsOf({ "test/browser/once.test.ts": once }, { ci: false });
  expect(here).toEqual({ code: 1, last: "1 passed, 2 failed", tries: [] });
});
