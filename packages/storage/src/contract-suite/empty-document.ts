import type { StoredDocument } from '../contract.ts';

/** What a document loads as that nobody wrote in. */
export const emptyDocument: StoredDocument = {
  snapshot: null,
  updates: [],
  position: 0,
  snapshotPosition: 0,
  owners: [],
  retired: [],
  epoch: 1,
};
