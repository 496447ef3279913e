import type { StoredDocument } from '@parley/storage';
import * as Y from 'yjs';

/** The document that a log holds; empty for one that was never written. */
export function readDocument({ snapshot, updates }: StoredDocument): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot !== null) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** What stands in a document: by the name of a root, by the key of an entry, as plain values. */
export function contentOf(doc: Y.Doc): Record<string, Record<string, unknown>> {
  return Object.fromEntries(rootsOf(doc).map((name) => [name, doc.getMap(name).toJSON()]));
}

/** Every root of Parley's documents is a map. */
const rootsOf = (doc: Y.Doc): string[] => [...doc.share.keys()].toSorted();
/**
 * The same content in a new document, which shares no client id with the old one: what a new epoch
 * begins with (R12).
 */
export function remade(doc: Y.Doc): Uint8Array {
  const fresh = new Y.Doc();
  fresh.transact(() => {
    for (const name of rootsOf(doc)) {
      const root = fresh.getMap(name);
      for (const [key, value] of doc.getMap(name)) {
        root.set(key, value instanceof Y.AbstractType ? value.clone() : value);
      }
    }
  });
  return Y.encodeStateAsUpdate(fresh);
}
