import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../contract.ts';
import { databaseFile } from './connection.ts';
import { openSqliteStorage } from './open.ts';
import { applicationId, migrations } from './schema.ts';
import { testFolder } from './test-folder.ts';

const script = fileURLToPath(new URL('./test-processes/stop-before.ts', import.meta.url));

interface Ended {
  /** The statements that were done, one a line. */
  readonly statements: readonly string[];
  readonly killed: boolean;
}

/** Performs an operation in a process that is killed before statement `stop`, or never. */
function perform(
  directory: string,
  operation: string,
  position: number,
  stop?: number,
): Promise<Ended> {
  const args = [
    script,
    directory,
    operation,
    String(position),
    ...(stop === undefined ? [] : [String(stop)]),
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      const killed = error?.signal === 'SIGKILL';
      if (error !== null && !killed) reject(new Error(stderr, { cause: error }));
      else resolve({ statements: stdout.split('\n').filter(Boolean), killed });
    });
  });
}

async function copyOf(directory: string): Promise<string> {
  const copy = await testFolder();
  await cp(directory, copy, { recursive: true });
  return copy;
}

async function load(directory: string): Promise<StoredDocument> {
  const storage = await openSqliteStorage({ directory });
  const stored = await storage.documents.load('a');
  await storage.close();
  return stored;
}

function read(directory: string, sql: string): unknown {
  const database = new DatabaseSync(join(directory, databaseFile));
  const row = database.prepare(sql).get();
  database.close();
  return Object.values(row ?? {})[0];
}

/** A document with a snapshot, a log, two owners and a former epoch; nobody has it open. */
async function prepared(): Promise<string> {
  const directory = await testFolder();
  const storage = await openSqliteStorage({ directory });
  const { documents } = storage;
  await documents.append('a', Uint8Array.of(1), [{ clientId: 1, ownerId: 'of a former epoch' }]);
  await documents.rebuild('a', Uint8Array.of(2));
  await documents.append('a', Uint8Array.of(3), [{ clientId: 2, ownerId: 'anna' }]);
  await documents.append('a', Uint8Array.of(4), [{ clientId: 3, ownerId: 'badr' }]);
  await storage.close();
  return directory;
}

describe('a process that is killed between any two statements', () => {
  it.each(['append', 'compact', 'rebuild', 'delete'])(
    'has done all of its %s or nothing (R6, R12, R14)',
    async (operation) => {
      const origin = await prepared();
      const before = await load(origin);
      const unharmed = await copyOf(origin);
      const { statements } = await perform(unharmed, operation, before.position);
      const after = await load(unharmed);
      expect(after).not.toEqual(before);
      expect(statements).toContain('COMMIT');

      await Promise.all(
        statements.map(async (_, stop) => {
          const directory = await copyOf(origin);
          const ended = await perform(directory, operation, before.position, stop);
          expect(ended).toEqual({ killed: true, statements: statements.slice(0, stop) });
          const committed = ended.statements.includes('COMMIT');
          expect(await load(directory)).toEqual(committed ? after : before);
          expect(read(directory, 'PRAGMA integrity_check')).toBe('ok');
        }),
      );
    },
  );

  it('has brought an older database up to date or left it as it was', async () => {
    const origin = await testFolder();
    const older = new DatabaseSync(join(origin, databaseFile));
    older.exec(migrations[0] ?? '');
    older.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1`);
    older
      .prepare('INSERT INTO updates (document_id, data) VALUES (?, ?)')
      .run('a', Uint8Array.of(1));
    older.prepare('INSERT INTO snapshots VALUES (?, 0, ?)').run('a', Uint8Array.of(2));
    older.close();
    const { statements } = await perform(await copyOf(origin), 'open', 0);
    expect(statements).toContain('COMMIT');

    await Promise.all(
      statements.map(async (_, stop) => {
        const directory = await copyOf(origin);
        const ended = await perform(directory, 'open', 0, stop);
        expect(ended.killed).toBe(true);
        const version = read(directory, 'PRAGMA user_version');
        expect(version).toBe(ended.statements.includes('COMMIT') ? migrations.length : 1);
        // Whoever comes next finishes it, and finds every byte.
        const { snapshot, updates, epoch } = await load(directory);
        expect({ snapshot, updates, epoch }).toEqual({
          snapshot: Uint8Array.of(2),
          updates: [Uint8Array.of(1)],
          epoch: 1,
        });
      }),
    );
  });
});
