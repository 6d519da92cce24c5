// Which of a machine's apt sources the media worker's build takes Debian from.
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

interface Source {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
}
interface Sources {
  readonly parseSources: (files: readonly (readonly [string, string])[]) => Source[];
  readonly archivesIn: (sources: readonly Source[]) => { archive: string | undefined; security: string | undefined };
}
// The set-up is plain JavaScript, because it runs before there is a Node that reads TypeScript.
const script = resolve(import.meta.dirname, "../../server/setup/worker/recipe/sources.mjs");
const { archivesIn, parseSources }: Sources = await import(script);

const archives = (...files: (readonly [string, string])[]) => archivesIn(parseSources(files));

const stanzas = `
# a comment
Types: deb deb-src
URIs: http://mirror.example/debian
# in the middle
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security/
Suites: bookworm-security
Components: main
`;

describe("apt's sources", () => {
  test("in deb822 style", () => {
    expect(archives(["debian.sources", stanzas])).toEqual({
      archive: "http://mirror.example/debian",
      security: "http://mirror.example/debian-security/",
    });
  });

  test("in one-line style, with options and a comment", () => {
    const list = `
# deb http://old.example/debian buster main
deb [arch=amd64 signed-by=/k.gpg] https://mirror.example/debian trixie main contrib # ours
deb-src https://sources.example/debian trixie main
deb https://mirror.example/debian-security trixie-security main
`;
    expect(archives(["sources.list", list])).toEqual({
      archive: "https://mirror.example/debian",
      security: "https://mirror.example/debian-security",
    });
  });

  test("Debian's own before another vendor's with Debian's suite names", () => {
    const vendor =
      "deb https://packages.example/debian/12/prod bookworm main\ndeb https://engine.example/linux/debian bookworm stable";
    expect(archives(["a.list", vendor], ["debian.sources", stanzas]).archive).toBe("http://mirror.example/debian");
  });

  test("a list of mirrors, as on cloud images", () => {
    const cloud = `
Types: deb
URIs: mirror+file:///etc/apt/mirrors/debian.list
Suites: trixie trixie-updates
Components: main

Types: deb
URIs: mirror+file:///etc/apt/mirrors/debian-security.list
Suites: trixie-security
Components: main
`;
    expect(archives(["debian.sources", cloud])).toEqual({
      archive: "mirror+file:///etc/apt/mirrors/debian.list",
      security: "mirror+file:///etc/apt/mirrors/debian-security.list",
    });
  });

  test("none on a machine without Debian's, or with it switched off", () => {
    expect(
      archives(["debian.sources", stanzas.replace("Types: deb deb-src", "Types: deb deb-src\nEnabled: no")]).archive,
    ).toBeUndefined();
    expect(archives(["sources.list", "deb http://archive.example/ubuntu noble main"])).toEqual({
      archive: undefined,
      security: undefined,
    });
  });
});
