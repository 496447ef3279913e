import type { DatabaseSync } from 'node:sqlite';
import { hashSecret } from '../secrets.ts';

/** A code is good for its own half minute and the ones before and after; longer than that, in ms. */
const keptFor = 3 * 60 * 1000;

/**
 * The codes of authenticator apps that have opened something already: each opens one thing and no
 * more, so that who saw it typed cannot use it too (RFC 6238, section 5.2). Kept beside the accounts,
 * so that several processes agree.
 */
export class UsedCodes {
  readonly #forget: ReturnType<DatabaseSync['prepare']>;
  readonly #add: ReturnType<DatabaseSync['prepare']>;

  constructor(database: DatabaseSync) {
    database.exec(
      `CREATE TABLE IF NOT EXISTS used_codes (
         hash TEXT NOT NULL PRIMARY KEY, used_at INTEGER NOT NULL
       ) STRICT, WITHOUT ROWID`,
    );
    this.#forget = database.prepare('DELETE FROM used_codes WHERE used_at <= ?');
    this.#add = database.prepare('INSERT OR IGNORE INTO used_codes (hash, used_at) VALUES (?, ?)');
  }

  /** Uses a right code up; false when it was used before. @param now ms since 1970 (UTC) */
  take(accountId: string, code: string, now: number): boolean {
    this.#forget.run(now - keptFor);
    return this.#add.run(hashSecret(`${accountId} ${code}`), now).changes > 0;
  }
}
