import * as v from 'valibot';
import type * as Y from 'yjs';
import { ledgerEntries, type EntryFields, type EntryKind, type EntryOf } from './entries/index.ts';
import type { Author } from './entry.ts';
import { entriesOf, readEntry } from './root.ts';

/** What the server knows of an entry before it is appended. */
export interface Stamp {
  /** Milliseconds since 1970 (UTC). */
  readonly at: number;
  readonly by: Author;
}

/** The names of fields that a kind of entry does not take as they are; empty when it is fine. */
export type InvalidFields = readonly string[];

/** A ledger document in the hands of the server, which alone writes it; one draft for one transaction. */
export class LedgerDraft {
  readonly #entries: Y.Map<unknown>;
  /** How many there are. Yjs counts them one by one: a round brings hundreds, and asks once. */
  #size: number | undefined;

  constructor(doc: Y.Doc) {
    this.#entries = entriesOf(doc);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** The entry of this id, if it is there, readable and of this kind. */
  get<K extends EntryKind>(kind: K, id: string): EntryOf<K> | null {
    return this.#read(kind, id, this.#entries.get(id));
  }

  /** All entries of a kind, in no order. */
  all<K extends EntryKind>(kind: K): readonly EntryOf<K>[] {
    const found: EntryOf<K>[] = [];
    for (const [id, stored] of this.#entries) {
      const entry = isOf(kind, stored) ? this.#read(kind, id, stored) : null;
      if (entry !== null) found.push(entry);
    }
    return found;
  }

  /**
   * Appends an entry, or says which fields it does not take; then nothing was written. An id that is
   * there already keeps what it has: that is what a repeated command finds.
   */
  append<K extends EntryKind>(
    kind: K,
    id: string,
    fields: EntryFields<K>,
    { at, by }: Stamp,
  ): InvalidFields {
    if (this.has(id)) return [];
    const size = this.#size ?? this.#entries.size;
    const number = size + 1;
    const entry = { ...fields, kind, number, at, by };
    const parsed = v.safeParse(ledgerEntries[kind].schema, entry);
    if (!parsed.success) {
      return [...new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? ''))];
    }
    this.#entries.set(id, parsed.output);
    this.#size = number;
    return [];
  }

  #read<K extends EntryKind>(kind: K, id: string, stored: unknown): EntryOf<K> | null {
    const read = readEntry(id, stored);
    if (!read.ok || read.entry.kind !== kind) return null;
    return read.entry as EntryOf<K>; // its kind was just compared
  }
}

/** Looks at the kind alone: reading every entry to find those of one kind would be felt. */
const isOf = (kind: EntryKind, stored: unknown): boolean =>
  typeof stored === 'object' && stored !== null && 'kind' in stored && stored.kind === kind;
