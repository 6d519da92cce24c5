import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../server/store/migrate.ts";
import { openStore } from "../../server/store/sqlite.ts";
import { databasePath } from "../support/database.ts";

const steps = ["CREATE TABLE a (x TEXT)", "INSERT INTO a VALUES ('kept'); CREATE TABLE b (y TEXT)"];

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  onTestFinished(() => database.close());
  return database;
}

const namesIn = (database: DatabaseSync) =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((row) => row["name"]);

test("from nothing, from half way, and again", () => {
  const database = open(databasePath());
  migrate(database, steps.slice(0, 1));
  expect(namesIn(database)).toEqual(["a"]);
  migrate(database, steps);
  migrate(database, steps);
  expect(namesIn(database)).toEqual(["a", "b"]);
  expect(database.prepare("SELECT x FROM a").all()).toEqual([{ x: "kept" }]);
});

test("a step that fails leaves the database as it was", () => {
  const database = open(databasePath());
  expect(() => migrate(database, [...steps, "CREATE TABLE c (z TEXT); CREATE TABLE a (x TEXT)"])).toThrow(
    "already exists",
  );
  expect(namesIn(database)).toEqual([]);
  migrate(database, steps);
  expect(namesIn(database)).toEqual(["a", "b"]);
});

test("the program's own: opening twice makes the same tables", async () => {
  const path = databasePath();
  await (await openStore(path)).close();
  const before = open(path).prepare("SELECT sql FROM sqlite_schema ORDER BY name").all();
  await (await openStore(path)).close();
  expect(before.length).toBeGreaterThan(10);
  expect(open(path).prepare("SELECT sql FROM sqlite_schema ORDER BY name").all()).toEqual(before);
});

test("a database of a later program is refused in words, and so is a file that is none", async () => {
  const later = databasePath();
  const database = open(later);
  database.exec("PRAGMA user_version = 99");
  await expect(openStore(later)).rejects.toThrow(/version 99/);

  const none = databasePath();
  writeFileSync(none, "a letter to the editor, by no means a database".repeat(100));
  await expect(openStore(none)).rejects.toThrow("not a database");
});
