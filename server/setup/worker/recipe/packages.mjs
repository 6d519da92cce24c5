// Fetches what the worker is built from: Debian's static libraries, and two sources out of Debian's archive. A private apt
// does it, with folders of its own: no root, nothing installed, and Debian's signatures are verified as ever.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attempt, run } from "../../processes.mjs";
import { SetUpError } from "../../steps.mjs";
import { debianArchives } from "./sources.mjs";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const libraries = ["libuv1-dev", "libssl-dev", "libabsl-dev", "libflatbuffers-dev", "flatbuffers-compiler"];
// Which Debian's OpenSSL needs since trixie.
const librariesOfOpenssl = ["libzstd-dev", "zlib1g-dev"];

// Libraries of the machine's own release where the recipe has been tried with it, else of the oldest: static
// libraries of an older release link on a newer one, not the other way round.
const tried = ["bookworm", "trixie"];
// Sources: libsrtp2 here is recent enough for the worker, and rspamd's carries ankerl's unordered_dense.h 4.x, which Debian has no package of.
const sourceSuite = "trixie";
const sources = ["libsrtp2", "rspamd"];

function librarySuite() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  const own = /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1] ?? "";
  return tried.includes(own) ? own : tried[0];
}

function privateApt(folder) {
  mkdirSync(join(folder, "lists/partial"), { recursive: true });
  mkdirSync(join(folder, "cache/archives/partial"), { recursive: true });
  const { archive, security } = debianArchives();
  const suite = librarySuite();
  const lines = [
    `deb [signed-by=${keyring}] ${archive} ${suite} main`,
    security && `deb [signed-by=${keyring}] ${security} ${suite}-security main`,
    `deb-src [signed-by=${keyring}] ${archive} ${sourceSuite} main`,
  ];
  writeFileSync(join(folder, "sources.list"), `${lines.filter(Boolean).join("\n")}\n`);
  const settings = {
    "Dir::State::Lists": join(folder, "lists"),
    "Dir::Etc::SourceList": join(folder, "sources.list"),
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::Cache": join(folder, "cache"),
    "Acquire::Languages": "none",
    "Acquire::Retries": "3",
    "Acquire::http::Timeout": "30",
    // The folders are ours: apt need not (and as non-root cannot) change to a user of its own.
    "APT::Sandbox::User": "",
    // Hooks of the machine's own apt (desktop indexes and the like) are none of our business.
    "APT::Update::Post-Invoke-Success": "",
  };
  return ["-q", ...Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`])];
}

/**
 * @param {string} work folder of this build
 * @param {(detail: string) => void} say
 * @returns {Promise<{ sysroot: string, libsrtp: string, ankerl: string, suite: string }>} unpacked folders
 */
export async function fetchPackages(work, say) {
  if (!existsSync(keyring)) throw new SetUpError(`${keyring} is missing: install debian-archive-keyring`);
  const apt = privateApt(join(work, "apt"));
  const downloads = join(work, "downloads");
  mkdirSync(downloads, { recursive: true });

  say("asking Debian's archive");
  await run("apt-get", [...apt, "update"]);
  say("fetching Debian's libraries");
  await run("apt-get", [...apt, "download", ...libraries, ...librariesOfOpenssl], { cwd: downloads });
  say("fetching sources of libsrtp and unordered_dense");
  // May complain that it cannot unpack (that takes dpkg-dev); unpacking is done below, and what is missing shows there.
  const fetched = await attempt(
    "apt-get",
    [...apt, "--download-only", "source", ...sources.map((name) => `${name}/${sourceSuite}`)],
    { cwd: downloads },
  );

  const files = readdirSync(downloads);
  const tarball = (name) => {
    const found = files.find((file) => file.startsWith(`${name}_`) && /\.orig\.tar\.\w+$/.test(file));
    if (!found) throw new SetUpError(`could not fetch the source of ${name}:\n${fetched.output}`);
    return join(downloads, found);
  };

  say("unpacking");
  const sysroot = join(work, "sysroot");
  const libsrtp = join(work, "libsrtp");
  const ankerl = join(work, "ankerl");
  for (const folder of [sysroot, libsrtp, ankerl]) mkdirSync(folder, { recursive: true });
  for (const deb of files.filter((file) => file.endsWith(".deb"))) {
    await run("dpkg-deb", ["-x", join(downloads, deb), sysroot]);
  }
  await run("tar", ["xf", tarball("libsrtp2"), "-C", libsrtp, "--strip-components=1"]);
  const contrib = ["--strip-components=3", "--wildcards", "*/contrib/ankerl/*"];
  await run("tar", ["xf", tarball("rspamd"), "-C", ankerl, ...contrib]);
  if (!existsSync(join(ankerl, "unordered_dense.h"))) throw new SetUpError("no unordered_dense.h in rspamd's source");
  return { sysroot, libsrtp, ankerl, suite: librarySuite() };
}
