import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Names the build of the pages: a hash of its HTML files, which name all other files by their content. */
export async function buildId(dist: string): Promise<string> {
  const names = (await readdir(dist)).filter((name) => name.endsWith(".html")).sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(await readFile(join(dist, name)));
  return hash.digest("hex").slice(0, 12);
}
