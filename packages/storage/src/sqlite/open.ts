import type { DocumentLog, Registry, Storage } from '../contract.ts';
import { DatabaseWorker } from './database-worker.ts';
import { unpack } from './packed-updates.ts';
import { registryOperations, type Operations } from './protocol.ts';

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
    onForeignChange: (listener) => worker.onForeignChange(listener),
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
    async load(documentId) {
      const { updates, ...stored } = await worker.call('load', [documentId]);
      return { ...stored, updates: unpack(updates) };
    },
    compact(documentId, snapshot, upTo, folded) {
      const bytes = ownBytes(snapshot);
      return worker.call('compact', [documentId, bytes, upTo, folded], [bytes.buffer]);
    },
    rebuild(documentId, snapshot, retire, atLeast) {
      const bytes = ownBytes(snapshot);
      return worker.call('rebuild', [documentId, bytes, retire, atLeast], [bytes.buffer]);
    },
    delete: (documentId) => worker.call('delete', [documentId]),
  };
}

/** Each of the registry's methods asks the worker for the operation of its name. */
function registryOf(worker: DatabaseWorker): Registry {
  const methods = registryOperations.map((name) => [
    name,
    (...args: Parameters<Operations[typeof name]>) => worker.call(name, args),
  ]);
  // Names and signatures are those of `RegistryOperations`; building it by name loses that.
  return Object.fromEntries(methods) as Registry;
}

/**
 * A copy that can be handed to the worker. The caller's array may be a view of a larger buffer, and
 * stays the caller's to change.
 */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
