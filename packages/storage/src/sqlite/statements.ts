import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** A prepared statement that changes rows. */
export interface Change {
  /** Returns how many rows were changed. */
  run(values: Readonly<Record<string, SQLInputValue>>): number;
}

/** A prepared statement whose columns are named after the fields of `Row`. */
export interface Query<Row> {
  all(values: Readonly<Record<string, SQLInputValue>>): Row[];
  first(values: Readonly<Record<string, SQLInputValue>>): Row | null;
}

/** Prepares a change. Parameters are named (`:title`), so that a row can be passed as it is. */
export function change(database: DatabaseSync, sql: string): Change {
  const statement = database.prepare(sql);
  return { run: (values) => Number(statement.run(values).changes) };
}

/** A prepared INSERT into a table whose key is its row id. */
export interface Insert {
  /** Takes the values in the order of the statement's parameters and returns the key. */
  run(...values: readonly SQLInputValue[]): number;
}

/**
 * Prepares an insert that is made so often that looking up parameters by name, or a RETURNING clause
 * with its temporary table, would be felt.
 */
export function insert(database: DatabaseSync, sql: string): Insert {
  const statement = database.prepare(sql);
  return { run: (...values) => Number(statement.run(...values).lastInsertRowid) };
}

/**
 * Prepares a query. `Row` is the promise of the one who writes the SELECT: its columns carry the
 * names of the fields, and STRICT tables keep their types.
 */
export function query<Row>(database: DatabaseSync, sql: string): Query<Row> {
  const statement = database.prepare(sql);
  return {
    // The casts state that promise; node:sqlite cannot know the shape of a SELECT.
    all: (values) => statement.all(values) as Row[],
    first: (values) => (statement.get(values) ?? null) as Row | null,
  };
}
