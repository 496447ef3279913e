import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../contract.ts';
import { checksumOf } from './checksum.ts';
import { lockPatience } from './failure.ts';
import { applicationId, migrations } from './schema.ts';

/** The file that holds everything, inside the data folder. */
export const databaseFile = 'parley.db';

/**
 * Opens the database of a data folder, makes folder and file when they are missing (readable by this
 * user only) and brings the schema up to date. Several processes may do so at the same time.
 *
 * @throws StorageError when the folder cannot be written, or the file belongs to another program or
 * to a newer Parley. A file that is refused is left as it was.
 */
export function openDatabase(directory: string): DatabaseSync {
  const file = join(directory, databaseFile);
  reserveFile(directory, file);
  const database = new DatabaseSync(file, {
    timeout: lockPatience,
    enableForeignKeyConstraints: true,
    defensive: true,
    // Rows are passed as they are; one with a field more than the statement names is no error.
    allowUnknownNamedParameters: true,
  });
  try {
    inspect(database, file);
    configure(database, file);
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function reserveFile(directory: string, file: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (existsSync(file)) expectWritable(file);
    // SQLite gives the write-ahead log the permissions of the file that it belongs to.
    else closeSync(openSync(file, 'a', 0o600));
    // A new file is only as durable as its entry in the folder (R6).
    const folder = openSync(directory, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch (cause) {
    throw new StorageError(
      `The data folder ${directory} cannot be written. Give the server write access to it, or choose another with PARLEY_DATA_DIR.`,
      { cause },
    );
  }
}

/**
 * A file that is there is not opened but by SQLite: closing it would let go of the locks of every
 * connection that this process has to it (sqlite.org/howtocorrupt.html, 2.2).
 */
function expectWritable(file: string): void {
  accessSync(file, constants.R_OK | constants.W_OK);
  if (!statSync(file).isFile()) throw new Error('It is not a file.');
}

/** Looks before anything is written: the file must be empty or ours, and not from the future. */
function inspect(database: DatabaseSync, file: string): void {
  let empty: boolean;
  try {
    empty = number(database, 'SELECT count(*) AS value FROM sqlite_schema') === 0;
  } catch (cause) {
    throw isLocked(cause) ? cause : foreign(file, cause);
  }
  const owner = number(database, 'SELECT application_id AS value FROM pragma_application_id');
  if (owner !== applicationId && !(owner === 0 && empty)) throw foreign(file);
  refuseNewer(schemaVersion(database), file);
}

function configure(database: DatabaseSync, file: string): void {
  const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
  if (mode !== 'wal') {
    throw new StorageError(
      `The file system of ${file} cannot keep a write-ahead log. Choose a data folder on a local disk.`,
    );
  }
  database.exec(`
    PRAGMA synchronous = FULL;
    -- What is deleted is overwritten with zeros: these pages hold names.
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    -- After a large write the log shrinks back to 16 MiB.
    PRAGMA journal_size_limit = 16777216;
  `);
}

/** One transaction, which takes the lock first: of two processes that start together one migrates. */
function migrate(database: DatabaseSync, file: string): void {
  if (schemaVersion(database) === migrations.length) return;
  // The second migration gives the rows of older versions their checksums.
  database.function('row_checksum', (documentId, data) =>
    data instanceof Uint8Array ? checksumOf(String(documentId), data) : null,
  );
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = schemaVersion(database);
    refuseNewer(version, file);
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function refuseNewer(version: number, file: string): void {
  if (version <= migrations.length) return;
  throw new StorageError(
    `${file} was written by a newer Parley (schema ${version}; this one knows ${migrations.length}). Start the newer version, or restore a backup from before the upgrade.`,
  );
}

function foreign(file: string, cause?: unknown): StorageError {
  return new StorageError(
    `${file} is not a Parley database. Move it away, or choose another folder with PARLEY_DATA_DIR.`,
    { cause },
  );
}

function isLocked(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && thrown.errcode === 5;
}

function schemaVersion(database: DatabaseSync): number {
  return number(database, 'SELECT user_version AS value FROM pragma_user_version');
}

function number(database: DatabaseSync, sql: string): number {
  return Number(database.prepare(sql).get()?.value);
}
