import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { settings } from "../config.ts";

// Writes the README's table of settings from `settings`: `node server/cli/settings-doc.ts`. A test compares the two.

const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const begin = "<!-- settings -->";
const end = "<!-- /settings -->";

/** The table of all settings, as it stands in the README. */
export function settingsTable(): string {
  const known = z.toJSONSchema(settings, { io: "input", unrepresentable: "any" }).properties ?? {};
  const rows = Object.entries(known).map(([name, schema]) => {
    if (typeof schema === "boolean") throw new Error(`${name} has no description`);
    const { description, default: value } = schema;
    if (description === undefined) throw new Error(`${name} has no description`);
    const written = value === undefined ? "" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
    return `| \`${name}\` | ${description.replaceAll("|", "\\|")} | ${written} |`;
  });
  return ["| setting | meaning | default |", "|---|---|---|", ...rows].join("\n");
}

/** A text with that table between its marks. */
export function withSettings(text: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the README has no ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${settingsTable()}\n\n${text.slice(to)}`;
}

if (import.meta.main) await writeFile(readme, withSettings(await readFile(readme, "utf8")));
