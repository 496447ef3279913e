import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StorageError, type Storage } from '../contract.ts';
import { databaseFile } from './connection.ts';
import { openSqliteStorage } from './open.ts';
import { testFolder } from './test-folder.ts';

interface Damaged {
  readonly storage: Storage;
  /** Every row of the log and the snapshots, as it stands on the disk. */
  readonly rows: () => unknown;
}

/** Two documents with a snapshot and a log each, one of which is then damaged behind our back. */
async function damagedBy(sql: string): Promise<Damaged> {
  const directory = await testFolder();
  const storage = await openSqliteStorage({ directory });
  onTestFinished(() => storage.close());
  const { documents } = storage;
  for (const id of ['sound', 'hurt']) {
    const last = await documents.append(id, Buffer.from('one'));
    await documents.append(id, Buffer.from('two'));
    await documents.compact(id, Buffer.from('snapshot'), last);
  }
  const onlooker = new DatabaseSync(join(directory, databaseFile));
  onTestFinished(() => onlooker.close());
  expect(onlooker.prepare(sql).run().changes).toBe(1);
  const rows = (): unknown =>
    ['updates', 'snapshots'].map((table) => onlooker.prepare(`SELECT * FROM ${table}`).all());
  return { storage, rows };
}

describe('a document with a damaged row', () => {
  it.each([
    [
      'update 4 of its log',
      "UPDATE updates SET data = CAST('twO' AS BLOB) WHERE document_id = 'hurt'",
    ],
    ['update 4 of its log', "UPDATE updates SET data = zeroblob(0) WHERE document_id = 'hurt'"],
    ['update 4 of its log', "UPDATE updates SET checksum = 7 WHERE document_id = 'hurt'"],
    [
      'its snapshot',
      "UPDATE snapshots SET data = CAST('sn*pshot' AS BLOB) WHERE document_id = 'hurt'",
    ],
    ['update 2 of its log', "UPDATE updates SET document_id = 'hurt' WHERE document_id = 'sound'"],
  ])('is set aside by name and place, %s: %s', async (part, sql) => {
    const { storage, rows } = await damagedBy(sql);
    const before = rows();
    const loading = storage.documents.load('hurt');
    await expect(loading).rejects.toThrow(StorageError);
    await expect(loading).rejects.toMatchObject({ code: 'damaged' });
    await expect(loading).rejects.toThrow(`Document hurt is set aside: ${part}`);
    expect(rows()).toEqual(before);
  });

  it('leaves the others as they are', async () => {
    const { storage } = await damagedBy(
      "UPDATE snapshots SET checksum = 0 WHERE document_id = 'hurt'",
    );
    await expect(storage.documents.load('hurt')).rejects.toThrow('restore this document');
    await storage.documents.append('sound', Buffer.from('three'));
    expect((await storage.documents.load('sound')).updates.map(String)).toHaveLength(2);
    await storage.ping();
  });

  it('comes back with the state of a backup', async () => {
    const { storage } = await damagedBy(
      "UPDATE snapshots SET checksum = 0 WHERE document_id = 'hurt'",
    );
    expect(await storage.documents.rebuild('hurt', Buffer.from('backup'))).toBe(2);
    expect((await storage.documents.load('hurt')).snapshot).toEqual(
      new TextEncoder().encode('backup'),
    );
  });
});
