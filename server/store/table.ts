import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";

/** How a value of a row stands in a column. */
export interface Column<Value> {
  toSql(value: Value): SQLInputValue;
  fromSql(value: SQLOutputValue | undefined, name: string): Value;
}

export type Columns<Row> = { readonly [Name in keyof Row]-?: Column<Row[Name]> };

/** Text, or a type that is text with a brand. */
export function text<Value extends string>(): Column<Value> {
  return {
    toSql: (value) => value,
    fromSql(value, name) {
      if (typeof value !== "string") throw new TypeError(`column ${name}: not a text`);
      return value as Value;
    },
  };
}

export const integer: Column<number> = {
  toSql: (value) => value,
  fromSql(value, name) {
    if (typeof value !== "number") throw new TypeError(`column ${name}: not a number`);
    return value;
  },
};

export const truth: Column<boolean> = {
  toSql: (value) => (value ? 1 : 0),
  fromSql: (value, name) => integer.fromSql(value, name) === 1,
};

/** A value as JSON: its shape is that with which it was written. */
export function json<Value>(): Column<Value> {
  return {
    toSql: (value) => JSON.stringify(value),
    fromSql: (value, name) => JSON.parse(text().fromSql(value, name)) as Value,
  };
}

export function nullable<Value>(column: Column<Value>): Column<Value | null> {
  return {
    toSql: (value) => (value === null ? null : column.toSql(value)),
    fromSql: (value, name) => (value === null ? null : column.fromSql(value, name)),
  };
}

/**
 * A table whose rows are objects: columns and keys have the same names. Names come from this program, never from input.
 * `key` lists the primary key's columns.
 */
export class Table<Row> {
  readonly #database: DatabaseSync;
  readonly #name: string;
  readonly #columns: readonly (readonly [keyof Row & string, Column<Row[keyof Row & string]>])[];
  readonly #add: string;
  readonly #insert: string;
  readonly #list: string;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, name: string, columns: Columns<Row>, key: readonly (keyof Row & string)[]) {
    this.#database = database;
    this.#name = name;
    // Object.entries forgets which key goes with which column; the type of `columns` has made sure of it.
    this.#columns = Object.entries(columns) as [keyof Row & string, Column<Row[keyof Row & string]>][];
    const names = this.#columns.map(([column]) => column);
    this.#list = names.map(quoted).join(", ");
    const changes = names
      .filter((column) => !key.includes(column))
      .map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
    this.#add = `INSERT INTO ${name} (${this.#list}) VALUES (${names.map(() => "?").join(", ")})`;
    // Not INSERT OR REPLACE: that deletes the old row first, and with it what refers to it.
    this.#insert = `${this.#add} ON CONFLICT (${key.map(quoted).join(", ")}) DO UPDATE SET ${changes.join(", ")}`;
  }

  /** Inserts the row, or changes the one with the same key. */
  put(row: Row): void {
    this.#run(this.#insert, row);
  }

  /** Inserts the row. Throws if there is one with the same key. */
  add(row: Row): void {
    this.#run(this.#add, row);
  }

  /** All rows that fit; `where` is SQL after SELECT … FROM …, its `?` are `values`. */
  select(where: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(`SELECT ${this.#list} FROM ${this.#name} ${where}`)
      .all(...values)
      .map((found) => this.#read(found));
  }

  delete(where: string, ...values: SQLInputValue[]): void {
    this.#prepare(`DELETE FROM ${this.#name} ${where}`).run(...values);
  }

  #run(sql: string, row: Row): void {
    this.#prepare(sql).run(...this.#columns.map(([name, column]) => column.toSql(row[name])));
  }

  #read(found: Record<string, SQLOutputValue>): Row {
    return Object.fromEntries(
      this.#columns.map(([name, column]) => [name, column.fromSql(found[name], `${this.#name}.${name}`)]),
    ) as Row;
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}
