import type { DatabaseSync } from 'node:sqlite';
import type { LogOperations } from './protocol.ts';
import { change, query } from './statements.ts';

interface Entry {
  readonly position: number;
  readonly data: Uint8Array;
}

/** The update log on SQLite. Each call must run inside one transaction. */
export function documentLog(database: DatabaseSync): LogOperations {
  const append = query<{ position: number }>(
    database,
    'INSERT INTO updates (document_id, data) VALUES (:documentId, :update) RETURNING position',
  );
  const updatesOf = query<Entry>(
    database,
    'SELECT position, data FROM updates WHERE document_id = :documentId ORDER BY position',
  );
  const snapshotOf = query<Entry>(
    database,
    'SELECT position, data FROM snapshots WHERE document_id = :documentId',
  );
  const updateAt = query<{ position: number }>(
    database,
    'SELECT position FROM updates WHERE document_id = :documentId AND position = :upTo',
  );
  const putSnapshot = change(
    database,
    `INSERT INTO snapshots (document_id, position, data) VALUES (:documentId, :upTo, :snapshot)
     ON CONFLICT (document_id) DO UPDATE SET position = excluded.position, data = excluded.data`,
  );
  const dropUpTo = change(
    database,
    'DELETE FROM updates WHERE document_id = :documentId AND position <= :upTo',
  );
  const dropUpdates = change(database, 'DELETE FROM updates WHERE document_id = :documentId');
  const dropSnapshot = change(database, 'DELETE FROM snapshots WHERE document_id = :documentId');

  return {
    append(documentId, update) {
      const entry = append.first({ documentId, update });
      if (entry === null) throw new Error('An append returned no position');
      return entry.position;
    },

    load(documentId) {
      const snapshot = snapshotOf.first({ documentId });
      const updates = updatesOf.all({ documentId });
      return {
        snapshot: snapshot?.data ?? null,
        updates: updates.map((update) => update.data),
        position: updates.at(-1)?.position ?? snapshot?.position ?? 0,
      };
    },

    compact(documentId, snapshot, upTo) {
      // Positions are never reused, so an update at `upTo` proves that neither a deletion nor another
      // compaction came between (R14).
      if (updateAt.first({ documentId, upTo }) === null) return false;
      putSnapshot.run({ documentId, upTo, snapshot });
      dropUpTo.run({ documentId, upTo });
      return true;
    },

    delete(documentId) {
      dropUpdates.run({ documentId });
      dropSnapshot.run({ documentId });
    },
  };
}
