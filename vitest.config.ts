import { defineConfig } from "vitest/config";

/** For a second try in CI (`server/setup/tries.mjs`): the only file to run. */
const only = process.env["CROSSROOM_TEST_FILE"];

function filesOf(name: string): string[] {
  if (only === undefined) return [`test/${name}/**/*.test.ts`];
  return only.startsWith(`test/${name}/`) ? [only] : [];
}

/**
 * One kind of test after the other: those on a real worker or browser measure time and must not share two cores. `group` is
 * that order (from 1: vitest puts group 0 last where it has one worker).
 */
const kind = (name: string, group: number, settings: { alone?: boolean; limit: number }) => ({
  extends: true as const,
  test: {
    name,
    include: filesOf(name),
    testTimeout: settings.limit,
    hookTimeout: settings.limit,
    fileParallelism: !settings.alone,
    sequence: { groupOrder: group },
  },
});

export default defineConfig({
  test: {
    // Forks: the tests start servers, workers and browsers, and a thread cannot answer for those.
    pool: "forks",
    globalSetup: ["test/support/global.ts"],
    projects: [
      kind("unit", 1, { limit: 20_000 }),
      kind("store", 2, { limit: 20_000 }),
      kind("server", 3, { limit: 60_000, alone: true }),
      kind("browser", 4, { limit: 180_000, alone: true }),
      kind("setup", 5, { limit: 300_000, alone: true }),
    ],
  },
});
