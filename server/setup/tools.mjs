// Programs that single tests call besides the browsers. A test that calls another one adds it here.
import { hasProgram, installDebian, isDebianRoot } from "./debian.mjs";
import { SetUpError, step } from "./steps.mjs";

const tools = [
  { program: "git", package: "git", usedFor: "the clean clone that the set-up is tried in" },
  ...(process.env["CROSSROOM_NO_NETNS"] === "1"
    ? []
    : [
        { program: "ip", package: "iproute2", usedFor: "several hosts on one machine (network namespaces)" },
        { program: "nsenter", package: "util-linux", usedFor: "running a program on one of them" },
        // g++ brings the C library's headers along.
        { program: "gcc", package: "g++", usedFor: "the slow line between them, which is built from its source" },
      ]),
];

/** Makes sure that they are there. */
export function testTools() {
  return step("Tools of the tests", async (say) => {
    const missing = tools.filter(({ program }) => !hasProgram(program));
    if (missing.length === 0) return "in place";
    const packages = missing.map((tool) => tool.package);
    if (isDebianRoot()) {
      await installDebian(packages, say);
      return `installed ${packages.join(", ")}`;
    }
    throw new SetUpError(
      `The tests call programs that are not here:\n` +
        missing.map((tool) => `  ${tool.program}, for ${tool.usedFor} (Debian: ${tool.package})\n`).join("") +
        `Install them and run this again.`,
    );
  });
}
