import type * as Y from 'yjs';
import { boardRecordTypes, recordNames, type RecordName } from '../records/index.ts';
import type { AnyRecordType, StoredRecord } from './codec.ts';

/** The root map of a board document that holds the records of one type, by id. */
export function rootOf(doc: Y.Doc, name: RecordName): Y.Map<StoredRecord> {
  return doc.getMap<StoredRecord>(name);
}

/** The root names that a board document may have; a sync server can refuse all others (R4). */
export const boardRoots: readonly string[] = recordNames;

export const typeOf = (name: RecordName): AnyRecordType => boardRecordTypes[name];

/** Every field of any record type that points to records of the type `to`. */
export function linksTo(to: RecordName) {
  return recordNames.flatMap((name) =>
    Object.entries(boardRecordTypes[name].links)
      .filter(([, link]) => link.to === to)
      .map(([field, link]) => ({ name, field, onRemove: link.onRemove })),
  );
}
