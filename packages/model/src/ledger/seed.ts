import type * as Y from 'yjs';
import { LedgerDraft } from './draft.ts';
import type { EntryFields, EntryKind } from './entries/index.ts';
import type { Author } from './entry.ts';

/** An entry that a ledger begins with: with an id of its own choice and the stamp of its day. */
export type SeededEntry = {
  [K in EntryKind]: {
    readonly kind: K;
    readonly id: string;
    /** When it was put on record: `2026-09-21T09:30Z`. */
    readonly at: string;
    readonly by: Author;
    readonly fields: EntryFields<K>;
  };
}[EntryKind];

/**
 * Fills a new ledger document: on the server, once, in one transaction.
 * @throws Error when the document holds an entry already, or one of the seed is not valid or there twice
 */
export function seedLedger(doc: Y.Doc, seed: readonly SeededEntry[]): void {
  doc.transact(() => {
    const draft = new LedgerDraft(doc);
    for (const { kind, id, at, by, fields } of seed) {
      if (draft.has(id)) throw new Error(`Entry ${id} is there already`);
      const invalid = draft.append(kind, id, fields, { at: Date.parse(at), by });
      if (invalid.length > 0) throw new Error(`Entry ${id}: ${invalid.join(', ')}`);
    }
  }, 'seed');
}
