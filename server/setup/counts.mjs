// A vitest reporter that writes down how many tests passed, failed and were skipped, for the last line of `npm test`.
import { writeFileSync } from "node:fs";

export default class Counts {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      // A file that could not be loaded, or whose hooks failed, has no test that would show it.
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "passed" || state === "skipped" ? state : "failed"] += 1;
      }
    }
    writeFileSync(process.env["CROSSROOM_TEST_COUNTS"], JSON.stringify(counts));
  }
}
