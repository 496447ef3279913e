import type { DatabaseSync } from 'node:sqlite';
import type { ClientIdOwner } from '../contract.ts';
import { change, query } from './statements.ts';

/** The Yjs client ids of documents: whose each is (R5), and which are retired (R12). */
export interface ClientIds {
  /** Gives ids to their first writers; one that is owned or retired stays as it is. */
  claim(documentId: string, owners: readonly ClientIdOwner[]): void;
  of(documentId: string): { owners: readonly ClientIdOwner[]; retired: readonly number[] };
  /** Takes every known id, and these too, out of use. */
  retire(documentId: string, further: readonly number[]): void;
  forget(documentId: string): void;
}

interface Row {
  readonly clientId: number;
  readonly ownerId: string | null;
}

/** Each call must run inside a transaction. */
export function clientIds(database: DatabaseSync): ClientIds {
  const add = change(
    database,
    `INSERT INTO client_ids (document_id, client_id, owner_id)
     VALUES (:documentId, :clientId, :ownerId) ON CONFLICT DO NOTHING`,
  );
  const all = query<Row>(
    database,
    `SELECT client_id AS clientId, owner_id AS ownerId FROM client_ids
     WHERE document_id = :documentId ORDER BY client_id`,
  );
  const disown = change(
    database,
    'UPDATE client_ids SET owner_id = NULL WHERE document_id = :documentId',
  );
  const drop = change(database, 'DELETE FROM client_ids WHERE document_id = :documentId');

  return {
    claim(documentId, owners) {
      for (const { clientId, ownerId } of owners) add.run({ documentId, clientId, ownerId });
    },

    of(documentId) {
      const owners: ClientIdOwner[] = [];
      const retired: number[] = [];
      for (const { clientId, ownerId } of all.all({ documentId })) {
        if (ownerId === null) retired.push(clientId);
        else owners.push({ clientId, ownerId });
      }
      return { owners, retired };
    },

    retire(documentId, further) {
      disown.run({ documentId });
      for (const clientId of further) add.run({ documentId, clientId, ownerId: null });
    },

    forget(documentId) {
      drop.run({ documentId });
    },
  };
}
