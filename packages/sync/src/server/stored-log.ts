import * as Y from 'yjs';
import type { StoredUpdates } from './update-store.ts';

/** The part of a stored document that its content is made of. */
export type StoredLog = Pick<StoredUpdates, 'snapshot' | 'updates'>;

/**
 * Makes the document that a log holds. One transaction around all: Yjs tidies up once, and not after
 * each of what may be thousands of updates.
 *
 * @param doc an empty document to put it into
 * @throws Error when an update cannot be read, or builds on one that is not there
 */
export function readLog(
  documentId: string,
  { snapshot, updates }: StoredLog,
  doc = new Y.Doc(),
): Y.Doc {
  doc.transact(() => {
    if (snapshot !== null) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error(
      `The log of document ${documentId} has a hole: a stored update builds on one that is not there. ` +
        'It was left as it is; restore the document from a backup.',
    );
  }
  return doc;
}

/** Bytes of snapshot and updates together. */
export function bytesOf({ snapshot, updates }: StoredLog): number {
  return updates.reduce((sum, update) => sum + update.length, snapshot?.length ?? 0);
}

/**
 * One update that takes the place of a whole log.
 *
 * @throws as `readLog` does
 */
export function folded(documentId: string, log: StoredLog): Uint8Array {
  const doc = readLog(documentId, log);
  try {
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
