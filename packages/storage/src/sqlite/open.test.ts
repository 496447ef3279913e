import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import { databaseFile, openDatabase } from './connection.ts';
import { openSqliteStorage } from './open.ts';
import { migrations } from './schema.ts';
import { testFolder } from './test-folder.ts';

describe('opening a data folder', () => {
  it('makes the folder and a database that only its user can read', async () => {
    const directory = join(await testFolder(), 'deep', 'data');
    const storage = await openSqliteStorage({ directory });
    await storage.documents.append('a', Uint8Array.of(1));
    const modes = await Promise.all(
      ['', databaseFile, `${databaseFile}-wal`].map(
        async (name) => (await stat(join(directory, name))).mode & 0o777,
      ),
    );
    await storage.close();
    expect(modes).toEqual([0o700, 0o600, 0o600]);
  });

  it('commits with a full sync to a write-ahead log (R6)', async () => {
    const database = openDatabase(await testFolder());
    const setting = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {});
    expect(setting('journal_mode')).toEqual(['wal']);
    expect(setting('synchronous')).toEqual([2]);
    expect(setting('foreign_keys')).toEqual([1]);
    expect(setting('busy_timeout')).toEqual([5000]);
    database.close();
  });

  it.each([
    ['a folder that cannot be made', (folder: string) => writeFile(join(folder, 'data'), '')],
    [
      'a file that cannot be written',
      (folder: string) => mkdir(join(folder, 'data', databaseFile), { recursive: true }),
    ],
  ])('says what to do about %s', async (_, prepare) => {
    const folder = await testFolder();
    await prepare(folder);
    const directory = join(folder, 'data');
    const opening = openSqliteStorage({ directory });
    await expect(opening).rejects.toThrow(StorageError);
    await expect(opening).rejects.toThrow(`The data folder ${directory} cannot be written.`);
  });

  it("leaves another program's database as it was", async () => {
    const directory = await testFolder();
    const file = join(directory, databaseFile);
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    const before = await readFile(file);
    await expect(openSqliteStorage({ directory })).rejects.toThrow(
      `${file} is not a Parley database.`,
    );
    expect(await readFile(file)).toEqual(before);
  });

  it('leaves a file that is no database at all as it was', async () => {
    const directory = await testFolder();
    const file = join(directory, databaseFile);
    await writeFile(
      file,
      'A diary, and long enough not to be taken for an empty file. '.repeat(50),
    );
    const opening = openSqliteStorage({ directory });
    await expect(opening).rejects.toThrow(StorageError);
    await expect(opening).rejects.toThrow(`${file} is not a Parley database.`);
    expect(await readFile(file, 'utf8')).toMatch(/^A diary/);
  });

  it('leaves the database of a newer Parley as it was, and names both schemas', async () => {
    const directory = await testFolder();
    const database = openDatabase(directory);
    // A newer Parley may have chosen another journal: that too must stay as it is.
    database.exec(`PRAGMA user_version = ${migrations.length + 6}; PRAGMA journal_mode = DELETE`);
    database.close();
    const before = await readFile(join(directory, databaseFile));
    await expect(openSqliteStorage({ directory })).rejects.toThrow(
      `written by a newer Parley (schema ${migrations.length + 6}; this one knows ${migrations.length})`,
    );
    expect(await readFile(join(directory, databaseFile))).toEqual(before);
  });
});
