import { DatabaseSync } from 'node:sqlite';
import type { StoredUpdates, UpdateStore } from '../server/index.ts';

/** The smallest real store: one SQLite file, each call its own durable transaction. */
export class SqliteStore implements UpdateStore {
  readonly #db: DatabaseSync;

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS updates (
        position INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, bytes BLOB NOT NULL
      );
      CREATE TABLE IF NOT EXISTS snapshots (
        document TEXT PRIMARY KEY, position INTEGER NOT NULL, bytes BLOB NOT NULL
      );`);
  }

  append(documentId: string, update: Uint8Array): Promise<number> {
    const { lastInsertRowid } = this.#db
      .prepare('INSERT INTO updates (document, bytes) VALUES (?, ?)')
      .run(documentId, update);
    return Promise.resolve(Number(lastInsertRowid));
  }

  load(documentId: string): Promise<StoredUpdates> {
    const snapshot = this.#db
      .prepare('SELECT position, bytes FROM snapshots WHERE document = ?')
      .get(documentId) as Row | undefined; // the columns of the table above
    const updates = this.#db
      .prepare('SELECT position, bytes FROM updates WHERE document = ? ORDER BY position')
      .all(documentId) as unknown as Row[]; // the columns of the table above
    return Promise.resolve({
      snapshot: snapshot?.bytes ?? null,
      updates: updates.map(({ bytes }) => bytes),
      position: updates.at(-1)?.position ?? snapshot?.position ?? 0,
    });
  }

  compact(documentId: string, snapshot: Uint8Array, upTo: number): Promise<boolean> {
    this.#db.exec('BEGIN IMMEDIATE');
    const { changes } = this.#db
      .prepare(
        `INSERT INTO snapshots VALUES (?, ?, ?) ON CONFLICT (document) DO UPDATE
         SET position = excluded.position, bytes = excluded.bytes WHERE position < excluded.position`,
      )
      .run(documentId, upTo, snapshot);
    this.#db
      .prepare('DELETE FROM updates WHERE document = ? AND position <= ?')
      .run(documentId, changes === 0 ? 0 : upTo);
    this.#db.exec('COMMIT');
    return Promise.resolve(changes !== 0);
  }

  delete(documentId: string): Promise<void> {
    this.#db.prepare('DELETE FROM updates WHERE document = ?').run(documentId);
    this.#db.prepare('DELETE FROM snapshots WHERE document = ?').run(documentId);
    return Promise.resolve();
  }

  close(): void {
    this.#db.close();
  }
}

interface Row {
  readonly position: number;
  readonly bytes: Uint8Array;
}
