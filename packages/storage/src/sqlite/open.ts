import type { DocumentLog, Registry, Storage } from '../contract.ts';
import { DatabaseWorker } from './database-worker.ts';

/**
 * Opens the SQLite storage in a folder, which is made when it is missing, as is its `parley.db`. The
 * thread that owns the file keeps the process alive until `close`.
 *
 * @param directory the data folder, on a local disk; nobody else needs to read it.
 * @throws StorageError with what to do, when the folder cannot be written or the file there belongs to
 * another program or to a newer Parley.
 */
export async function openSqliteStorage({ directory }: { directory: string }): Promise<Storage> {
  const worker = await DatabaseWorker.start(directory);
  return {
    documents: documentsOf(worker),
    registry: registryOf(worker),
    ping: () => worker.call('ping', []),
    close: () => worker.close(),
  };
}

function documentsOf(worker: DatabaseWorker): DocumentLog {
  return {
    append(documentId, update, owners) {
      const bytes = ownBytes(update);
      return worker.call('append', [documentId, bytes, owners], [bytes.buffer]);
    },
    load: (documentId) => worker.call('load', [documentId]),
    compact(documentId, snapshot, upTo, folded) {
      const bytes = ownBytes(snapshot);
      return worker.call('compact', [documentId, bytes, upTo, folded], [bytes.buffer]);
    },
    rebuild(documentId, snapshot, retire) {
      const bytes = ownBytes(snapshot);
      return worker.call('rebuild', [documentId, bytes, retire], [bytes.buffer]);
    },
    delete: (documentId) => worker.call('delete', [documentId]),
  };
}

function registryOf(worker: DatabaseWorker): Registry {
  return {
    createProcess: (...args) => worker.call('createProcess', args),
    renameProcess: (...args) => worker.call('renameProcess', args),
    spacesOf: (...args) => worker.call('spacesOf', args),
    spaceFor: (...args) => worker.call('spaceFor', args),
    membersOf: (...args) => worker.call('membersOf', args),
    putMembership: (...args) => worker.call('putMembership', args),
    putPerson: (...args) => worker.call('putPerson', args),
    person: (...args) => worker.call('person', args),
    countPersons: (...args) => worker.call('countPersons', args),
    createInvitation: (...args) => worker.call('createInvitation', args),
    invitationsOf: (...args) => worker.call('invitationsOf', args),
    invitationBySecret: (...args) => worker.call('invitationBySecret', args),
    revokeInvitation: (...args) => worker.call('revokeInvitation', args),
    redeemInvitation: (...args) => worker.call('redeemInvitation', args),
    guestSession: (...args) => worker.call('guestSession', args),
    endGuestSession: (...args) => worker.call('endGuestSession', args),
  };
}

/**
 * A copy that can be handed to the worker. The caller's array may be a view of a larger buffer, and
 * stays the caller's to change.
 */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
