import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { withSettings } from "../../server/cli/settings-doc.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const texts = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { encoding: "utf8", recursive: true }).flatMap((name) =>
    name.endsWith(".md") ? [`docs/${name}`] : [],
  ),
];

test("the README's table of settings is that of the server", () => {
  expect(read("README.md"), "run `npx node server/cli/settings-doc.ts`").toBe(withSettings(read("README.md")));
});

test.each(texts)("%s: what it links to is there", (text) => {
  const links = [...read(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) => link ?? []);
  const local = links.filter((link) => !/^[a-z]+:/.test(link));
  const missing = local.filter((link) => !existsSync(join(root, dirname(text), link.replace(/#.*$/, ""))));
  expect(missing).toEqual([]);
});

test("commands that the texts name are there", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Readonly<Record<string, string>> };
  const named = texts.flatMap((text) =>
    [...read(text).matchAll(/npm run ([a-z]+)/g)].flatMap(([, name]) => name ?? []),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every picture is shown somewhere and is small enough for a page of them", () => {
  const pictures = readdirSync(join(root, "docs/pictures")).filter((name) => name.endsWith(".png"));
  const all = texts.map(read).join("\n");
  expect(pictures.filter((name) => !all.includes(name))).toEqual([]);
  expect(pictures.filter((name) => statSync(join(root, "docs/pictures", name)).size > 250_000)).toEqual([]);
});
