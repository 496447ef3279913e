import type * as Y from 'yjs';
import { entryKinds, type EntryKind, type EntryOf } from './entries/index.ts';
import { byNumber, entriesOf, readEntry, type UnreadableEntry } from './root.ts';

/**
 * The plain, validated view of a ledger document, kept up to date as entries arrive, in whatever order
 * they do. Nothing is dropped: what cannot be read is listed.
 */
export class LedgerReader {
  readonly #entries: Y.Map<unknown>;
  readonly #byKind = new Map<EntryKind, Map<string, EntryOf<EntryKind>>>();
  readonly #sorted = new Map<EntryKind, readonly EntryOf<EntryKind>[]>();
  readonly #unreadable = new Map<string, UnreadableEntry>();
  readonly #listeners = new Set<(kinds: ReadonlySet<EntryKind>) => void>();

  constructor(doc: Y.Doc) {
    this.#entries = entriesOf(doc);
    for (const kind of entryKinds) this.#byKind.set(kind, new Map());
    this.#read(this.#entries.keys());
    this.#entries.observe(this.#onEntries);
  }

  /** The entries of a kind, in the order in which the server took them. */
  of<K extends EntryKind>(kind: K): readonly EntryOf<K>[] {
    let sorted = this.#sorted.get(kind);
    if (!sorted) {
      sorted = [...(this.#byKind.get(kind)?.values() ?? [])].sort(byNumber);
      this.#sorted.set(kind, sorted);
    }
    return sorted as readonly EntryOf<K>[]; // `#read` puts every entry under its own kind
  }

  /** Whether an entry of this id is there, readable or not. */
  has(id: string): boolean {
    return this.#entries.has(id);
  }

  get unreadable(): readonly UnreadableEntry[] {
    return [...this.#unreadable.values()];
  }

  /** Calls back once per transaction, with the kinds that have new entries. @returns a function that ends it */
  subscribe(listener: (kinds: ReadonlySet<EntryKind>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#entries.unobserve(this.#onEntries);
    this.#listeners.clear();
  }

  readonly #onEntries = (event: Y.YMapEvent<unknown>): void => {
    const changed = this.#read(event.keysChanged);
    for (const listener of [...this.#listeners]) listener(changed);
  };

  #read(ids: Iterable<unknown>): ReadonlySet<EntryKind> {
    const changed = new Set<EntryKind>();
    for (const key of ids) {
      const id = String(key);
      this.#forget(id, changed);
      const read = readEntry(id, this.#entries.get(id));
      if (read.ok) {
        this.#byKind.get(read.entry.kind)?.set(id, read.entry);
        changed.add(read.entry.kind);
      } else if (this.#entries.has(id)) this.#unreadable.set(id, read.unreadable);
    }
    for (const kind of changed) this.#sorted.delete(kind);
    return changed;
  }

  /** An entry never changes, but a rebuilt ledger or two servers at once may put another in its place. */
  #forget(id: string, changed: Set<EntryKind>): void {
    this.#unreadable.delete(id);
    for (const [kind, entries] of this.#byKind) if (entries.delete(id)) changed.add(kind);
  }
}
