import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { ZoneData } from "../../../server/plan/zonedata.ts";
import { january2020 } from "../../../server/demo/january2020.ts";
import { burdens, unavoidable } from "../../../shared/plan/burden.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { applyChanges, emptyPlan } from "../../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../../shared/plan/edits/edits.ts";
import { columnOf } from "../../../shared/plan/paste/columns.ts";
import { planFile } from "../../../shared/plan/schema.ts";

// docs/scheduling.md says what is: its figures are those of the sample, its columns are read, its fields are all there.

const guide = readFileSync(new URL("../../../docs/scheduling.md", import.meta.url), "utf8");
const { zones } = await ZoneData.load();

/** The cells of the table's rows under a heading. */
function rowsUnder(heading: string, columns: string): readonly (readonly string[])[] {
  const part = guide.slice(guide.indexOf(`## ${heading}\n`));
  const lines = part.slice(part.indexOf(columns)).split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(0, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.replaceAll("**", "").trim()),
  );
}

const quarters = (hours: number): string => {
  const part = ["", "¼", "½", "¾"][Math.round((hours % 1) * 4)] ?? "";
  return Math.floor(hours) === 0 && part !== "" ? part : `${Math.floor(hours)}${part}`;
};

test("the January draft's burdens are those of the table, with their sums; it has one conflict", () => {
  const file = january2020(zones);
  const ground = { zones, now: 0, newId: () => "made" };
  const made = decideEdit(emptyPlan, { name: "importPlan", input: { file: planFile.parse(file) } }, ground);
  if (!made.ok) throw new Error(made.code);
  const plan = applyChanges(emptyPlan, made.changes);
  const { total } = burdens(plan, zones, file.conference.id);
  const least = unavoidable(plan, zones, file.conference.id);
  const groups = file.groups.map(({ id, name }) => ({ name, pays: total.get(id) ?? 0, least: least.get(id) ?? 0 }));
  const sum = (of: "pays" | "least"): number => groups.reduce((all, group) => all + group[of], 0);
  const said = rowsUnder("Who is awake, and what it costs", "| group | pays so far | unavoidable |");
  const sorted = groups.map(({ name, pays, least: part }) => [name, quarters(pays), quarters(part)]);
  expect(new Set(said.slice(0, -1).map(String))).toEqual(new Set(sorted.map(String)));
  expect(said.at(-1)).toEqual(["together", quarters(sum("pays")), quarters(sum("least"))]);
  expect(conflicts(plan, zones, file.conference.id).map(({ kind }) => kind)).toEqual(["room-closed"]);
});

test("every name of a column is read, as the column under which it stands", () => {
  const rows = rowsUnder("Pasting a table", "| column | other names");
  expect(rows).toHaveLength(12);
  for (const [column = "", others = ""] of rows) {
    const means = columnOf(column);
    expect(means).not.toBeNull();
    for (const name of others.split(/[,;]/)) expect([name, columnOf(name)]).toEqual([name, means]);
  }
});

test("every field of plan.json is in its reference", () => {
  const reference = guide.slice(guide.indexOf("## plan.json\n"), guide.indexOf("## Limits\n"));
  const missing = [...fieldsOf(z.toJSONSchema(planFile, { io: "input", unrepresentable: "any" }))].filter(
    (field) => !reference.includes(`\`${field}\``) && !reference.includes(`"${field}"`),
  );
  expect(missing).toEqual([]);
});

/** Every name of a property, wherever it is. */
function* fieldsOf(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "properties" && typeof inner === "object" && inner !== null) yield* Object.keys(inner);
    yield* fieldsOf(inner);
  }
}
