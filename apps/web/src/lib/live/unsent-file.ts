import { changedValues } from '@parley/sync/client/changed-values';
import type * as Y from 'yjs';

/**
 * What the server never acknowledged, as text that a person can read and copy from: one entry per
 * place in the space, with what this page holds there; null for what was removed.
 * @param update as `DocumentProvider.unsentChanges` gives it
 */
export function unsentFile(doc: Y.Doc, update: Uint8Array): Blob {
  const entries = [...changedValues(doc, update)].map(([path, value]) => [path.join(' / '), value]);
  const text = JSON.stringify(Object.fromEntries(entries), null, 2);
  return new Blob([text], { type: 'application/json' });
}
