import { defineConfig } from "vitest/config";

/**
 * One kind of test after the other: those on a real worker or browser measure time and must not share two cores. `group` is
 * that order (from 1: vitest puts group 0 last where it has one worker).
 */
const kind = (name: string, group: number, settings: { alone?: boolean; limit: number }) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: settings.limit,
    hookTimeout: settings.limit,
    fileParallelism: !settings.alone,
    sequence: { groupOrder: group },
    // On a shared machine a neighbour's load can starve a browser of its share for seconds: there, and only there, a test of
    // a real browser gets a second try.
    retry: settings.alone === true && process.env["CI"] !== undefined ? 1 : 0,
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
