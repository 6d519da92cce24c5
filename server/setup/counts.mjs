// A vitest reporter that writes down how many tests passed, failed and were skipped, for the last line of `npm test`, and
// the same of each file that failed, for its second try.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";

export default class Counts {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: 0, skipped: 0, failedFiles: [] };
    const ofNoFile = new Set(unhandledErrors);
    for (const module of modules) {
      const errors = unhandledErrors.filter((error) => error.VITEST_TEST_PATH === module.moduleId);
      for (const error of errors) ofNoFile.delete(error);
      const file = { ...countsOf(module), kind: module.project.name };
      file.failed += errors.length;
      for (const state of ["passed", "failed", "skipped"]) counts[state] += file[state];
      if (file.failed > 0) counts.failedFiles.push({ file: pathOf(module), ...file });
    }
    counts.failed += ofNoFile.size;
    writeFileSync(process.env["CROSSROOM_TEST_COUNTS"], JSON.stringify(counts));
  }
}

const pathOf = (module) => relative(module.project.config.root, module.moduleId);

function countsOf(module) {
  // A file that could not be loaded, or whose hooks failed, has no test that would show it.
  const counts = { passed: 0, failed: module.errors().length, skipped: 0 };
  for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    counts[state === "passed" || state === "skipped" ? state : "failed"] += 1;
  }
  return counts;
}
