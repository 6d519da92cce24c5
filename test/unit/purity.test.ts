import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
let copy: string;

/** A copy of what is checked, with the project's own settings: each forbidden kind is planted in it in turn. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "crossroom-purity-"));
  for (const part of ["shared", "server", "client", "package.json", "tsconfig.base.json", ".oxlintrc.json"]) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** The two tools of `npm run check` that keep the directions and the purity; both print `file:line` or `file(line`. */
const tools = {
  lint: (...paths: readonly string[]) => run("oxlint/bin/oxlint", "--format=unix", "--deny-warnings", ...paths),
  types: () => run("typescript/bin/tsc", "-p", "shared", "--pretty", "false"),
};

function run(tool: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: copy, maxBuffer: 1e8 };
    execFile(process.execPath, [join(root, "node_modules", tool), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}

async function planted(files: Readonly<Record<string, string>>, look: () => Promise<Outcome>): Promise<Outcome> {
  for (const [path, text] of Object.entries(files)) await writeFile(join(copy, path), text);
  try {
    return await look();
  } finally {
    for (const path of Object.keys(files)) await rm(join(copy, path));
  }
}

test("what is planted nothing in passes", async () => {
  expect(await tools.types()).toEqual({ code: 0, output: "" });
  expect(await tools.lint("shared", "server", "client")).toMatchObject({ code: 0 });
});

describe("the linter names the place of", () => {
  const restrictedImport = "no-restricted-imports";
  test.each<[string, string, string, string]>([
    ["shared → server", "shared/plan/planted.ts", `export { newId } from "../../server/ids.ts";`, restrictedImport],
    ["shared → client", "shared/stage/planted.ts", `import "../../client/ui/level.ts";`, restrictedImport],
    ["shared → a library that does I/O", "shared/planted.ts", `import "mediasoup/types";`, restrictedImport],
    [
      "shared → server, a dynamic import",
      "shared/plan/planted.ts",
      `export const load = () => import("../../server/ids.ts");`,
      restrictedImport,
    ],
    [
      "shared → server, a type expression",
      "shared/plan/planted.ts",
      `export type T = typeof import("../../server/ids.ts").newId;`,
      "consistent-type-imports",
    ],
    ["client → server", "client/ui/planted.ts", `import type {} from "../../server/ids.ts";`, restrictedImport],
    [
      "client → server, a type expression",
      "client/ui/planted.ts",
      `export type T = typeof import("../../server/ids.ts").newId;`,
      "consistent-type-imports",
    ],
    ["one page → another", "client/participant/planted.ts", `import "../console/main.tsx";`, restrictedImport],
    ["one page → the screen", "client/station/planted.ts", `import "../screen/page.tsx";`, restrictedImport],
    ["what pages share → a page", "client/session/planted.ts", `import "../join/state.ts";`, restrictedImport],
    ["stage → media", "server/stage/planted.ts", `import "../media/codecs.ts";`, restrictedImport],
    [
      "stage → media, a dynamic import",
      "server/stage/planted.ts",
      `export const load = () => import("../media/codecs.ts");`,
      restrictedImport,
    ],
    ["stage → plan", "server/stage/planted.ts", `import "../plan/book.ts";`, restrictedImport],
    ["plan → gateway", "server/plan/planted.ts", `import "../gateway/refusal.ts";`, restrictedImport],
    ["plan → media", "server/plan/planted.ts", `import "../media/codecs.ts";`, restrictedImport],
    ["media → gateway", "server/media/planted.ts", `import "../gateway/refusal.ts";`, restrictedImport],
    ["media → stage", "server/media/planted.ts", `import "../stage/presence.ts";`, restrictedImport],
    ["access → gateway", "server/access/planted.ts", `import "../gateway/refusal.ts";`, restrictedImport],
    ["store → stage", "server/store/planted.ts", `import "../stage/presence.ts";`, restrictedImport],
    ["store → config", "server/store/planted.ts", `import "../config.ts";`, restrictedImport],
    ["gateway → store", "server/gateway/planted.ts", `import "../store/port.ts";`, restrictedImport],
    ["gateway → app", "server/gateway/planted.ts", `import "../app.ts";`, restrictedImport],
    ["server → client", "server/gateway/planted.ts", `import "../../client/ui/level.ts";`, restrictedImport],
    ["app → client", "server/planted.ts", `import "../client/ui/level.ts";`, restrictedImport],
    ["Date.now in shared", "shared/stage/planted.ts", `export const at = (): number => Date.now();`, "'Date'"],
    ["new Date in shared", "shared/stage/planted.ts", `export const at = () => new Date();`, "'Date'"],
    ["Math.random in shared", "shared/stage/planted.ts", `export const dice = () => Math.random();`, "'Math.random'"],
    [
      "Math.random taken apart",
      "shared/stage/planted.ts",
      `const { random } = Math; export const dice = () => random();`,
      "'Math.random'",
    ],
    ["Intl in shared", "shared/plan/planted.ts", `export const f = new Intl.NumberFormat("de");`, "'Intl'"],
    [
      "Intl by another name",
      "shared/plan/planted.ts",
      `export const text = (value: number) => value.toLocaleString();`,
      "'toLocaleString'",
    ],
    [
      "a clock by way of globalThis",
      "shared/plan/planted.ts",
      `export const at = () => globalThis.Date.now();`,
      "'globalThis'",
    ],
    ["Node in shared", "shared/plan/planted.ts", `import "node:fs";`, "no-nodejs-modules"],
    ["an empty catch", "server/stage/planted.ts", `try { JSON.parse("{"); } catch {}`, "no-empty"],
    ["any", "shared/planted.ts", `export const anything = (value: any): boolean => value === 1;`, "no-explicit-any"],
  ])("%s", async (_kind, path, text, complaint) => {
    const { code, output } = await planted({ [path]: `${text}\n` }, () => tools.lint(path));
    expect(code).not.toBe(0);
    const line = output.split("\n").find((candidate) => candidate.startsWith(`${path}:1:`));
    expect(line).toContain(complaint);
  });

  test.each<[string, string]>([
    ["of values", `import { b } from "./planted-b.ts";\nexport const a = (): number => b() + 1;\n`],
    ["of types", `import type { b } from "./planted-b.ts";\nexport const a = (): ReturnType<typeof b> => 1;\n`],
  ])("a cycle %s", async (_kind, text) => {
    const files = {
      "server/stage/planted-a.ts": text,
      "server/stage/planted-b.ts": `import { a } from "./planted-a.ts";\nexport const b = (): number => a() + 1;\n`,
    };
    const { code, output } = await planted(files, () => tools.lint(...Object.keys(files)));
    expect(code).not.toBe(0);
    expect(output).toMatch(/server\/stage\/planted-a\.ts:1:\d+: Dependency cycle/);
  });
});

describe("the compiler names the place of", () => {
  test.each<[string, string, string]>([
    ["the DOM", `export const title = document.title;`, "'document'"],
    ["window", `export const width = window.innerWidth;`, "'window'"],
    ["Node's process", `export const pid = process.pid;`, "'process'"],
    ["Node's modules", `import { readFileSync } from "node:fs";\nexport const read = readFileSync;`, "'node:fs'"],
    ["Buffer", `export const bytes = Buffer.from("a");`, "'Buffer'"],
    ["a timer", `setTimeout(() => undefined, 1);`, "'setTimeout'"],
    ["console", `console.log("a");`, "'console'"],
    ["performance", `export const at = performance.now();`, "'performance'"],
    ["crypto", `export const id = crypto.randomUUID();`, "'crypto'"],
    ["fetch", `export const got = fetch("/");`, "'fetch'"],
    ["a file of the server", `export type T = typeof import("../../server/ids.ts").newId;`, "server/ids.ts"],
    ["the same by reference", `/// <reference path="../../server/ids.ts" />\nexport const a = 1;`, "server/ids.ts"],
  ])("%s in shared", async (_kind, text, complaint) => {
    const path = "shared/stage/planted.ts";
    const { code, output } = await planted({ [path]: `${text}\n` }, tools.types);
    expect(code).not.toBe(0);
    const line = output.split("\n").find((candidate) => candidate.startsWith(`${path}(1,`));
    expect(line).toContain(complaint);
  });
});
