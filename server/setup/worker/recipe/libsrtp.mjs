// libsrtp 2 with OpenSSL's ciphers. Debian's binary package uses NSS instead, hence from source. A dozen files
// need no build system, only the config.h that it would have written.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch } from "node:os";
import { basename, join } from "node:path";
import { run } from "../../processes.mjs";
import { inParallel } from "./parallel.mjs";

const files = [
  "srtp/srtp.c",
  ...["cipher", "cipher_test_cases", "null_cipher", "aes_icm_ossl", "aes_gcm_ossl"].map((f) => `crypto/cipher/${f}.c`),
  ...["auth", "auth_test_cases", "null_auth", "hmac_ossl"].map((f) => `crypto/hash/${f}.c`),
  ...["alloc", "crypto_kernel", "err", "key"].map((f) => `crypto/kernel/${f}.c`),
  "crypto/math/datatypes.c",
  ...["rdb", "rdbx"].map((f) => `crypto/replay/${f}.c`),
];

function configuration(source) {
  const version = /^project\('libsrtp2'.*version: '([\d.]+)'/m.exec(
    readFileSync(join(source, "meson.build"), "utf8"),
  )?.[1];
  const headers = "ARPA_INET BYTESWAP INTTYPES NETINET_IN STDINT STDLIB SYS_SOCKET SYS_TYPES SYS_UIO UNISTD";
  const types = "INT8 INT16 INT32 UINT8 UINT16 UINT32 UINT64";
  const defines = [
    `PACKAGE_VERSION "${version}"`,
    `PACKAGE_STRING "libsrtp2 ${version}"`,
    ...(["x64", "ia32"].includes(arch()) ? ["CPU_CISC 1", "HAVE_X86 1"] : ["CPU_RISC 1"]),
    ...headers.split(" ").map((name) => `HAVE_${name}_H 1`),
    ...types.split(" ").map((name) => `HAVE_${name}_T 1`),
    "HAVE_INET_ATON 1",
    "HAVE_SIGACTION 1",
    "SIZEOF_UNSIGNED_LONG __SIZEOF_LONG__",
    "SIZEOF_UNSIGNED_LONG_LONG 8",
    "GCM 1",
    "OPENSSL 1",
    "USE_EXTERNAL_CRYPTO 1",
  ];
  return defines.map((line) => `#define ${line}\n`).join("");
}

/**
 * @param {string} source libsrtp 2's source folder
 * @param {string} objects build folder; gets libsrtp2.a and include/
 * @param {string[]} includes -I flags of the libraries
 */
export async function buildLibsrtp(source, objects, includes) {
  const folder = join(objects, "srtp");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config.h"), configuration(source));
  const flags = [
    "-c",
    "-O2",
    "-DNDEBUG",
    "-DHAVE_CONFIG_H",
    `-I${folder}`,
    "-Iinclude",
    "-Icrypto/include",
    ...includes,
  ];
  await inParallel(files, (file) =>
    run("gcc", [...flags, file, "-o", join(folder, `${basename(file, ".c")}.o`)], { cwd: source }),
  );
  const compiled = readdirSync(folder).filter((name) => name.endsWith(".o"));
  await run("ar", ["rcs", join(objects, "libsrtp2.a"), ...compiled.map((name) => join(folder, name))]);

  // The worker is written for libsrtp 3: its <srtp.h> is a thin layer of ours over the real one.
  mkdirSync(join(objects, "include/srtp2"), { recursive: true });
  copyFileSync(join(source, "include/srtp.h"), join(objects, "include/srtp2/srtp.h"));
  copyFileSync(join(import.meta.dirname, "srtp3.h"), join(objects, "include/srtp.h"));
}
