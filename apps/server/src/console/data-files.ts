import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConsoleProblem } from './console-problem.ts';

/** The two databases of a data folder; `parley.db` must be copied first (see backup.ts). */
export const databases = ['parley.db', 'accounts.db'] as const;

/** The secret of a server whose settings do not name one. */
export const secretFile = 'secret';

/** What of a data folder is Parley's, with what SQLite puts beside a database. */
export function ownFilesIn(directory: string): string[] {
  const names = databases.flatMap((name) => [name, `${name}-wal`, `${name}-shm`]);
  return [...names, secretFile].filter((name) => existsSync(join(directory, name)));
}

/**
 * Copies a database as it is at this moment, while others write in it; theirs goes on undisturbed. What
 * had been deleted is not in the copy.
 *
 * @param to a file that is not there yet; it will be readable by this user alone
 */
export function copyDatabase(from: string, to: string): void {
  closeSync(openSync(to, 'wx', 0o600));
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
  syncToDisk(to);
}

/** The version of a database's schema, as its owner numbers it. */
export function schemaOf(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('PRAGMA user_version').get()?.user_version);
  } finally {
    database.close();
  }
}

/**
 * Makes sure that nobody has the databases of a folder open: whoever has keeps a lock on the
 * write-ahead log, which is put away here. A file that is no database any more is in nobody's way.
 *
 * @throws ConsoleProblem when somebody has
 */
export function expectClosed(directory: string): void {
  for (const name of databases) {
    const file = join(directory, name);
    if (!existsSync(file)) continue;
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec('PRAGMA journal_mode = DELETE');
    } catch (cause) {
      if (!isLocked(cause)) continue;
      throw new ConsoleProblem(
        `A Parley has ${directory} open, and nothing was restored: stop it first.`,
        { cause },
      );
    } finally {
      database.close();
    }
  }
}

const isLocked = (cause: unknown): boolean =>
  cause instanceof Error && 'errcode' in cause && cause.errcode === 5;

/** Waits until a file, or the names in a folder, have reached the disk. */
export function syncToDisk(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
