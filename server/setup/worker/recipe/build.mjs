// Builds mediasoup's worker from the C++ source in its npm package, with Debian's libraries. mediasoup's own build takes
// tools from PyPI and libraries from GitHub; this one takes npm's registry, Debian's archive and a compiler, nothing else.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync, copyFileSync } from "node:fs";
import { endianness } from "node:os";
import { basename, join } from "node:path";
import { attempt, run } from "../../processes.mjs";
import { SetUpError } from "../../steps.mjs";
import { buildLibsrtp } from "./libsrtp.mjs";
import { fetchPackages } from "./packages.mjs";
import { inParallel, jobs } from "./parallel.mjs";
import { writeUnits } from "./units.mjs";

/** What the build calls, and the Debian package that has it. */
export const buildTools = {
  "apt-get": "apt",
  "dpkg-deb": "dpkg",
  "g++": "g++",
  ar: "binutils",
  tar: "tar",
  xz: "xz-utils",
};

/** A copy of the worker's source, with one mistake mended. */
function copySource(mediasoup, worker) {
  for (const part of ["src", "include", "deps", "fbs"]) {
    cpSync(join(mediasoup, "worker", part), join(worker, part), { recursive: true });
  }
  // onSslBioOut() means to pass on what the BIO answered, but compares with == what is a flag: so it answers 1 to every BIO_ctrl,
  // "is kernel TLS in use?" among them. An OpenSSL built with kernel TLS (Debian's is) then allocates no write buffer and
  // crashes in the first DTLS handshake.
  const file = join(worker, "src/RTC/DtlsTransport.cpp");
  const text = readFileSync(file, "utf8");
  const wrong = "(operationType == BIO_CB_RETURN) ?";
  if (text.includes(wrong)) {
    writeFileSync(file, text.replace(wrong, "((operationType & BIO_CB_RETURN) != 0) ?"));
  } else if (!text.includes("operationType & BIO_CB_RETURN")) {
    throw new SetUpError("DtlsTransport.cpp has changed: check onSslBioOut() against kernel TLS before building");
  }
}

/** One unit; where its sources do not get along in one unit, each by itself. */
async function compile({ unit, files }, objects, flags) {
  const object = (name) => join(objects, `${name}.o`);
  const name = basename(unit, ".cpp");
  const { code } = await attempt("g++", [...flags, "-c", unit, "-o", object(name)]);
  if (code === 0) return;
  for (const [i, file] of files.entries()) {
    await run("g++", [...flags, "-c", file, "-o", object(`${name}-${i}`)]);
  }
}

/**
 * @param {{ mediasoup: string, work: string, say: (detail: string) => void }} options mediasoup: the npm package's folder; work: an
 *   empty folder for this build
 * @returns {Promise<string>} the binary's path. It is linked statically but for libc and libm.
 */
export async function buildWorker({ mediasoup, work, say }) {
  const { sysroot, libsrtp, ankerl } = await fetchPackages(work, say);
  const triplet = (await run("gcc", ["-print-multiarch"])).trim();
  const libraryFolder = join(sysroot, "usr/lib", triplet);
  const systemIncludes = [`-I${sysroot}/usr/include`, `-I${sysroot}/usr/include/${triplet}`];
  const worker = join(work, "worker");
  const objects = join(work, "objects");

  say("libsrtp");
  await buildLibsrtp(libsrtp, objects, systemIncludes);
  mkdirSync(join(objects, "include/ankerl"), { recursive: true });
  copyFileSync(join(ankerl, "unordered_dense.h"), join(objects, "include/ankerl/unordered_dense.h"));
  copySource(mediasoup, worker);
  const schemas = readdirSync(join(worker, "fbs"))
    .filter((file) => file.endsWith(".fbs"))
    .map((file) => join(worker, "fbs", file));
  const flatc = [
    "--cpp",
    "--cpp-field-case-style",
    "lower",
    "--reflect-names",
    "--scoped-enums",
    "--filename-suffix",
    "",
  ];
  await run(join(sysroot, "usr/bin/flatc"), [...flatc, "-o", join(objects, "include/FBS"), ...schemas]);

  const flags = [
    ..."-std=c++20 -O2 -DNDEBUG -w -pthread -DMS_EXECUTABLE -DFLATBUFFERS_LOCALE_INDEPENDENT=1".split(" "),
    `-DMS_${endianness() === "LE" ? "LITTLE" : "BIG"}_ENDIAN`,
    `-I${objects}/include`,
    `-I${worker}/include`,
    `-I${objects}/include/FBS`,
    `-I${worker}/deps/libwebrtc`,
    `-I${worker}/deps/libwebrtc/libwebrtc`,
    ...systemIncludes,
  ];
  const units = writeUnits(worker, join(work, "units"), Math.max(8, jobs * 2));
  let done = 0;
  const report = () => say(`compiling, ${done} of ${units.length} units done`);
  report();
  await inParallel(units, async (unit) => {
    await compile(unit, objects, flags);
    done += 1;
    report();
  });

  say("linking");
  const compiled = readdirSync(objects).filter((file) => file.endsWith(".o"));
  const fixed = ["libssl.a", "libcrypto.a", "libzstd.a", "libz.a", "libuv_a.a", "libuv.a", "libflatbuffers.a"].map(
    (file) => join(libraryFolder, file),
  );
  const abseil = readdirSync(libraryFolder).filter((file) => /^libabsl_.*\.a$/.test(file));
  const binary = join(work, "mediasoup-worker");
  await run("g++", [
    "-o",
    binary,
    ...compiled.map((file) => join(objects, file)),
    join(objects, "libsrtp2.a"),
    ...fixed.filter((file) => existsSync(file)),
    // Which of abseil's forty libraries need which changes between its versions: the linker finds out.
    "-Wl,--start-group",
    ...abseil.map((file) => join(libraryFolder, file)),
    "-Wl,--end-group",
    ..."-pthread -ldl -lrt -lm -static-libstdc++ -static-libgcc -Wl,--gc-sections -s".split(" "),
  ]);
  return binary;
}
