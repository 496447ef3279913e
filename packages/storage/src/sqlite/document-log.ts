import type { DatabaseSync } from 'node:sqlite';
import { checksumOf, expectIntact } from './checksum.ts';
import { StorageError } from '../contract.ts';
import { clientIds } from './client-ids.ts';
import { deletedDocument } from './failure.ts';
import { pack } from './packed-updates.ts';
import type { LogOperations } from './protocol.ts';
import { change, insert, query } from './statements.ts';

interface Entry {
  readonly position: number;
  readonly data: Uint8Array;
  readonly checksum: number;
}

/** The update log on SQLite. Each call must run inside one transaction. */
export function documentLog(database: DatabaseSync): LogOperations {
  const ids = clientIds(database);
  const append = insert(
    database,
    'INSERT INTO updates (document_id, data, checksum) VALUES (?, ?, ?)',
  );
  const updatesOf = query<Entry>(
    database,
    'SELECT position, data, checksum FROM updates WHERE document_id = :documentId ORDER BY position',
  );
  const snapshotOf = query<Entry & { epoch: number }>(
    database,
    'SELECT position, data, checksum, epoch FROM snapshots WHERE document_id = :documentId',
  );
  const headOf = query<{ position: number; epoch: number }>(
    database,
    'SELECT position, epoch FROM snapshots WHERE document_id = :documentId',
  );
  const upToThere = query<{ updates: number; last: number | null }>(
    database,
    `SELECT count(*) AS updates, max(position) AS last FROM updates
     WHERE document_id = :documentId AND position <= :upTo`,
  );
  // Whoever puts a snapshot says whether it begins an epoch: null leaves the epoch as it is.
  const putSnapshot = change(
    database,
    `INSERT INTO snapshots (document_id, position, data, checksum, epoch)
     VALUES (:documentId, :position, :snapshot, :checksum, coalesce(:epoch, 1))
     ON CONFLICT (document_id) DO UPDATE SET position = excluded.position, data = excluded.data,
       checksum = excluded.checksum, epoch = coalesce(:epoch, epoch)`,
  );
  const dropUpTo = change(
    database,
    'DELETE FROM updates WHERE document_id = :documentId AND position <= :upTo',
  );
  const isDeleted = query(
    database,
    'SELECT 1 FROM deleted_documents WHERE document_id = :documentId',
  );
  const dropSnapshot = change(database, 'DELETE FROM snapshots WHERE document_id = :documentId');

  const appended = (documentId: string, update: Uint8Array): number =>
    append.run(documentId, update, checksumOf(documentId, update));

  return {
    append(documentId, update, owners = []) {
      ids.claim(documentId, owners);
      return appended(documentId, update);
    },

    load(documentId) {
      const snapshot = snapshotOf.first({ documentId });
      const updates = updatesOf.all({ documentId });
      if (snapshot === null && updates.length === 0 && isDeleted.first({ documentId }) !== null) {
        throw new StorageError(deletedDocument.message, deletedDocument);
      }
      expectIntact(documentId, snapshot === null ? [] : [snapshot], () => 'its snapshot');
      expectIntact(documentId, updates, ({ position }) => `update ${position} of its log`);
      return {
        snapshot: snapshot?.data ?? null,
        updates: pack(updates.map(({ data }) => data)),
        position: updates.at(-1)?.position ?? snapshot?.position ?? 0,
        snapshotPosition: snapshot?.position ?? 0,
        ...ids.of(documentId),
        epoch: snapshot?.epoch ?? 1,
      };
    },

    compact(documentId, snapshot, upTo, folded) {
      // Positions are never reused, so an update at `upTo` proves that neither a deletion nor a later
      // compaction came between (R14).
      const log = upToThere.first({ documentId, upTo });
      if (log?.last !== upTo) return false;
      if (folded !== undefined) {
        const before = headOf.first({ documentId })?.position ?? 0;
        if (before !== folded.snapshotPosition || log.updates !== folded.updates) return false;
      }
      const checksum = checksumOf(documentId, snapshot);
      putSnapshot.run({ documentId, position: upTo, snapshot, checksum, epoch: null });
      dropUpTo.run({ documentId, upTo });
      return true;
    },

    rebuild(documentId, snapshot, retire = [], atLeast = 0) {
      // A position of its own, later than all that it replaces; its entry goes with the others.
      const position = appended(documentId, new Uint8Array());
      const epoch = Math.max((headOf.first({ documentId })?.epoch ?? 1) + 1, atLeast);
      const checksum = checksumOf(documentId, snapshot);
      putSnapshot.run({ documentId, position, snapshot, checksum, epoch });
      dropUpTo.run({ documentId, upTo: position });
      ids.retire(documentId, retire);
      return epoch;
    },

    delete(documentId) {
      dropUpTo.run({ documentId, upTo: Number.MAX_SAFE_INTEGER });
      dropSnapshot.run({ documentId });
      ids.forget(documentId);
    },
  };
}
