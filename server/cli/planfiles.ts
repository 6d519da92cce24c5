import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { z } from "zod";
import type { Detail } from "../../shared/plan/detail.ts";
import { applyChanges, emptyPlan } from "../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../shared/plan/edits/edits.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { planFile } from "../../shared/plan/schema.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import { newId } from "../ids.ts";

/** What was given cannot be used: said in words, without a stack. */
export class Unusable extends Error {}

/** A plan.json as its schema has read it. */
export type ReadFile = z.output<typeof planFile>;

/** Where names of files count from: where the command was typed, which is not where npm runs it. */
const here = process.env["SUGGEST_FROM"] ?? process.cwd();

export const pathOf = (name: string): string => resolve(here, name);

/** A plan.json; "-" is the standard input. Throws `Unusable` for what is none. */
export async function readPlanFile(name: string): Promise<ReadFile> {
  const content = await contentOf(name);
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw new Unusable(`${name} is not JSON`);
  }
  const parsed = planFile.safeParse(json);
  if (!parsed.success) throw new Unusable(`${name} is not a plan.json:\n${faultsOf(parsed.error)}`);
  return parsed.data;
}

async function contentOf(name: string): Promise<string> {
  if (name === "-") {
    if (process.stdin.isTTY) throw new Unusable("nothing comes in by the standard input");
    return text(process.stdin);
  }
  try {
    return await readFile(pathOf(name), "utf8");
  } catch (error) {
    const why = error instanceof Error && "code" in error && error.code === "ENOENT" ? "there is no such file" : error;
    throw new Unusable(`${name} cannot be read: ${why instanceof Error ? why.message : String(why)}`);
  }
}

/** A plan with these conferences, as an installation would have it that had imported them in this order. Throws `Unusable`. */
export function planOf(files: readonly { readonly name: string; readonly file: ReadFile }[], zones: Zones): Plan {
  const ground = { zones, now: Date.now(), newId };
  return files.reduce((plan, { name, file }) => {
    const edit = decideEdit(plan, { name: "importPlan", input: { file } }, ground);
    if (!edit.ok) throw new Unusable(`${name} cannot be used (${edit.code})${detailOf(edit.detail)}`);
    return applyChanges(plan, edit.changes);
  }, emptyPlan);
}

function faultsOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 10)
    .map(({ path, message }) => `  ${path.map(String).join(".") || "the file"}: ${message}`)
    .join("\n");
}

function detailOf(detail: Detail | null): string {
  if (detail?.kind !== "fields") return "";
  return `:\n${detail.fields.map(({ path, why }) => `  ${path}: ${why}`).join("\n")}`;
}
