import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { ClientIdOwner, Folded, StoredUpdates, UpdateStore } from '../server/index.ts';

/** The smallest real store: one SQLite file, each call its own durable transaction. */
export class SqliteStore implements UpdateStore {
  readonly #db: DatabaseSync;

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    // A client id without an owner is retired.
    this.#db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS updates (
        position INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, bytes BLOB NOT NULL
      );
      CREATE TABLE IF NOT EXISTS snapshots (
        document TEXT PRIMARY KEY, position INTEGER NOT NULL, bytes BLOB NOT NULL,
        epoch INTEGER NOT NULL DEFAULT 1
      );
      CREATE TABLE IF NOT EXISTS client_ids (
        document TEXT NOT NULL, clientId INTEGER NOT NULL, ownerId TEXT,
        PRIMARY KEY (document, clientId)
      );`);
  }

  append(
    documentId: string,
    update: Uint8Array,
    owners: readonly ClientIdOwner[] = [],
  ): Promise<number> {
    if (owners.length === 0) return Promise.resolve(this.#append(documentId, update));
    return this.#transaction(() => {
      for (const { clientId, ownerId } of owners) this.#know(documentId, clientId, ownerId);
      return this.#append(documentId, update);
    });
  }

  load(documentId: string): Promise<StoredUpdates> {
    const snapshot = this.#snapshotOf(documentId);
    const updates = this.#db
      .prepare('SELECT position, bytes FROM updates WHERE document = ? ORDER BY position')
      .all(documentId) as unknown as Row[]; // the columns of the table above
    const ids = this.#db
      .prepare('SELECT clientId, ownerId FROM client_ids WHERE document = ?')
      .all(documentId) as unknown as ClientIdRow[]; // the columns of the table above
    return Promise.resolve({
      snapshot: snapshot?.bytes ?? null,
      updates: updates.map(({ bytes }) => bytes),
      position: updates.at(-1)?.position ?? snapshot?.position ?? 0,
      snapshotPosition: snapshot?.position ?? 0,
      owners: ids.flatMap(({ clientId, ownerId }) =>
        ownerId === null ? [] : [{ clientId, ownerId }],
      ),
      retired: ids.flatMap(({ clientId, ownerId }) => (ownerId === null ? [clientId] : [])),
      epoch: snapshot?.epoch ?? 1,
    });
  }

  compact(
    documentId: string,
    snapshot: Uint8Array,
    upTo: number,
    folded: Folded,
  ): Promise<boolean> {
    return this.#transaction(() => {
      const before = this.#snapshotOf(documentId)?.position ?? 0;
      const there = this.#db
        .prepare('SELECT count(*) AS updates FROM updates WHERE document = ? AND position <= ?')
        .get(documentId, upTo);
      if (before !== folded.snapshotPosition || there?.updates !== folded.updates) return false;
      this.#run(
        `INSERT INTO snapshots (document, position, bytes) VALUES (?, ?, ?)
         ON CONFLICT (document) DO UPDATE SET position = excluded.position, bytes = excluded.bytes`,
        documentId,
        upTo,
        snapshot,
      );
      this.#run('DELETE FROM updates WHERE document = ? AND position <= ?', documentId, upTo);
      return true;
    });
  }

  rebuild(
    documentId: string,
    snapshot: Uint8Array,
    retire: readonly number[] = [],
  ): Promise<number> {
    return this.#transaction(() => {
      const position = this.#append(documentId, new Uint8Array());
      this.#run('DELETE FROM updates WHERE document = ?', documentId);
      this.#run('UPDATE client_ids SET ownerId = NULL WHERE document = ?', documentId);
      for (const clientId of retire) this.#know(documentId, clientId, null);
      const stored = this.#db
        .prepare(
          `INSERT INTO snapshots VALUES (?, ?, ?, 2) ON CONFLICT (document) DO UPDATE
           SET position = excluded.position, bytes = excluded.bytes, epoch = epoch + 1
           RETURNING epoch`,
        )
        .get(documentId, position, snapshot);
      return Number(stored?.epoch);
    });
  }

  delete(documentId: string): Promise<void> {
    return this.#transaction(() => {
      for (const table of ['updates', 'snapshots', 'client_ids']) {
        this.#run(`DELETE FROM ${table} WHERE document = ?`, documentId);
      }
    });
  }

  close(): void {
    this.#db.close();
  }

  #snapshotOf(documentId: string): SnapshotRow | undefined {
    return this.#db
      .prepare('SELECT position, bytes, epoch FROM snapshots WHERE document = ?')
      .get(documentId) as SnapshotRow | undefined; // the columns of the table above
  }

  #append(documentId: string, update: Uint8Array): number {
    const { lastInsertRowid } = this.#db
      .prepare('INSERT INTO updates (document, bytes) VALUES (?, ?)')
      .run(documentId, update);
    return Number(lastInsertRowid);
  }

  #know(documentId: string, clientId: number, ownerId: string | null): void {
    this.#run('INSERT OR IGNORE INTO client_ids VALUES (?, ?, ?)', documentId, clientId, ownerId);
  }

  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#db.prepare(sql).run(...values).changes);
  }

  /** Rejects, with nothing changed, when `act` throws. */
  #transaction<Result>(act: () => Result): Promise<Result> {
    return new Promise((resolve) => {
      this.#db.exec('BEGIN IMMEDIATE');
      try {
        const result = act();
        this.#db.exec('COMMIT');
        resolve(result);
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    });
  }
}

interface Row {
  readonly position: number;
  readonly bytes: Uint8Array;
}

interface SnapshotRow extends Row {
  readonly epoch: number;
}

interface ClientIdRow {
  readonly clientId: number;
  readonly ownerId: string | null;
}
