import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { databaseFile, openDatabase } from './connection.ts';
import { commitTogether } from './group-commit.ts';
import { operationsOn } from './operations.ts';
import type { Outcome, Request } from './protocol.ts';
import { testFolder } from './test-folder.ts';

const append = (number: number, bytes = 10): Request => ({
  number,
  name: 'append',
  args: ['a', new Uint8Array(bytes)],
});
const three = [append(1), append(2), append(3)];

const done = (outcomes: readonly Outcome[]): boolean[] => outcomes.map((outcome) => outcome.done);

const reason = (outcome: Outcome | undefined): string =>
  outcome?.done === false ? outcome.failure.message : 'none';

const stored = (database: DatabaseSync): unknown =>
  database.prepare('SELECT count(*) AS updates FROM updates').get()?.updates;

/** Gathers without regard to time, however slow the machine is that tests. */
const unhurried = Infinity;

describe('a group of writes', () => {
  it('shares one commit', async () => {
    const directory = await testFolder();
    const database = openDatabase(directory);
    const onlooker = new DatabaseSync(join(directory, databaseFile), { readOnly: true });
    const perform = operationsOn(database);
    const seen: unknown[] = [];
    const look = (request: Request): unknown => {
      seen.push(stored(onlooker));
      return perform(request);
    };
    expect(done(commitTogether(database, three, look, unhurried))).toEqual([true, true, true]);
    expect(seen).toEqual([0, 0, 0]);
    expect(stored(onlooker)).toBe(3);
    onlooker.close();
    database.close();
  });

  it('stops gathering after 10 ms and leaves the rest for the next (R6)', async () => {
    const database = openDatabase(await testFolder());
    const perform = operationsOn(database);
    const slow = (request: Request): unknown => {
      const end = performance.now() + 11;
      while (performance.now() < end);
      return perform(request);
    };
    expect(done(commitTogether(database, three, slow))).toEqual([true]);
    expect(stored(database)).toBe(1);
    database.close();
  });

  it('loses only the request that is too large for the disk', async () => {
    const database = openDatabase(await testFolder());
    const perform = operationsOn(database);
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    database.exec(`PRAGMA max_page_count = ${pages + 10}`);
    const requests = [append(1), append(2, 1_000_000), append(3)];
    const outcomes = commitTogether(database, requests, perform, unhurried);
    expect(done(outcomes)).toEqual([true, false]);
    expect(reason(outcomes[1])).toContain('The disk is full');
    // Those behind it are left for the next group.
    expect(done(commitTogether(database, requests.slice(2), perform, unhurried))).toEqual([true]);
    expect(stored(database)).toBe(2);
    database.close();
  });

  it('loses only the request that makes the commit itself fail', async () => {
    const database = openDatabase(await testFolder());
    const perform = operationsOn(database);
    const spoil = (request: Request): unknown => {
      if (request.number === 2) {
        // A reference that is only checked when the transaction is committed.
        database.exec(`PRAGMA defer_foreign_keys = ON;
          INSERT INTO guest_sessions VALUES ('hash', 'nobody', 0, 0)`);
      }
      return perform(request);
    };
    expect(done(commitTogether(database, three, spoil, unhurried))).toEqual([true, false, true]);
    expect(stored(database)).toBe(2);
    database.close();
  });

  it('fails as a whole, after one wait, when another process keeps the lock', async () => {
    const directory = await testFolder();
    const database = openDatabase(directory);
    const perform = operationsOn(database);
    database.exec('PRAGMA busy_timeout = 20');
    const other = openDatabase(directory);
    other.exec('BEGIN IMMEDIATE');
    const outcomes = commitTogether(database, three, perform, unhurried);
    expect(done(outcomes)).toEqual([false, false, false]);
    expect(reason(outcomes[0])).toContain('kept the database locked');
    other.exec('ROLLBACK');
    const again = commitTogether(database, three, perform, unhurried);
    expect(done(again)).toEqual([true, true, true]);
    other.close();
    database.close();
  });
});
