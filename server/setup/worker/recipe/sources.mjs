// The Debian archives that this machine's own apt is set up with, so that a build works wherever apt does, through whatever mirror.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SetUpError } from "../../steps.mjs";

const suites = ["bookworm", "trixie", "forky", "sid", "stable", "oldstable", "testing", "unstable"];

/** @typedef {{ uri: string, suite: string, components: string[] }} Source */

/** One-line style: `deb [options] uri suite component…` */
function readList(text) {
  return [...text.matchAll(/^deb\s+(?:\[[^\]]*\]\s*)?(\S+)\s+(\S+)\s*(.*)$/gm)].map(([, uri, suite, rest]) => ({
    uri,
    suite,
    components: rest.replace(/#.*/, "").split(/\s+/).filter(Boolean),
  }));
}

/** deb822 style: stanzas of `Field: words`, continued by indented lines */
function readStanzas(text) {
  const bare = text.replace(/^#.*\n?/gm, "").replace(/\n[ \t]+/g, " ");
  return bare.split(/\n\s*\n/).flatMap((stanza) => {
    const words = (field) =>
      (new RegExp(`^${field}:\\s*(.*)$`, "im").exec(stanza)?.[1] ?? "").split(/\s+/).filter(Boolean);
    if (!words("Types").includes("deb") || words("Enabled")[0] === "no") return [];
    return words("URIs").flatMap((uri) =>
      words("Suites").map((suite) => ({ uri, suite, components: words("Components") })),
    );
  });
}

/** @returns {Source[]} */
export function parseSources(files) {
  return files.flatMap(([name, text]) => (name.endsWith(".sources") ? readStanzas(text) : readList(text)));
}

function sourceFiles(folder = "/etc/apt") {
  const parts = join(folder, "sources.list.d");
  const names = existsSync(parts) ? readdirSync(parts).filter((name) => /\.(list|sources)$/.test(name)) : [];
  return [join(folder, "sources.list"), ...names.sort().map((name) => join(parts, name))]
    .filter((name) => existsSync(name))
    .map((name) => [name, readFileSync(name, "utf8")]);
}

/**
 * Which archive serves Debian itself, and which its security updates. Other vendors also use Debian's suite names: an address that
 * ends like a Debian archive's comes first, and a wrong guess ends at the check of Debian's signature.
 * @param {Source[]} sources
 */
export function archivesIn(sources) {
  const main = sources.filter(({ components }) => components.includes("main"));
  const pick = (fits, ending) => {
    const found = main.filter(({ suite }) => fits(suite)).map(({ uri }) => uri);
    return found.find((uri) => ending.test(uri)) ?? found[0];
  };
  return {
    archive: pick((suite) => suites.includes(suite), /\/debian(\.list)?\/?$/),
    security: pick((suite) => suite.endsWith("-security"), /\/debian-security(\.list)?\/?$/),
  };
}

/** @returns {{ archive: string, security: string | undefined }} */
export function debianArchives(env = process.env) {
  const found = archivesIn(parseSources(sourceFiles()));
  const archive = env["DEBIAN_MIRROR"] || found.archive;
  if (!archive) {
    throw new SetUpError(
      "apt on this machine knows no Debian archive. Set DEBIAN_MIRROR (and DEBIAN_SECURITY_MIRROR), as they would stand in sources.list.",
    );
  }
  // Without the security archive the build is the same, from the versions of the last point release.
  return { archive, security: env["DEBIAN_SECURITY_MIRROR"] || found.security };
}
