import * as v from 'valibot';
import { copyName, deleteDatabase } from '#lib/device/copies.ts';

/*
 * Where a journal lies: in a database of this browser, under a name that carries the person's id. It
 * begins like the names of copies of documents, so that signing out and wiping delete it too. Nothing
 * else reads it: no document, no command and no request carries a word of it.
 */

const JournalEntry = v.object({
  id: v.string(),
  /** Ms since 1970, by this device's clock. */
  at: v.number(),
  text: v.string(),
  /** The question that it answers; empty where it answers none. */
  question: v.string(),
});
export type JournalEntry = v.InferOutput<typeof JournalEntry>;

const storeName = 'entries';

/** Not the id of a document: those of a space begin with its id. */
const nameOf = (personId: string): string => copyName(personId, 'journal');

/** Whether somebody keeps a journal in this browser. */
export function hasJournal(personId: string): boolean {
  try {
    return localStorage.getItem(nameOf(personId)) !== null;
  } catch {
    return false; // A browser that keeps nothing keeps no journal.
  }
}

/** The journal of one person in this browser, in the hands of one page. */
export class JournalStore {
  readonly name: string;
  readonly #database: IDBDatabase;

  private constructor(name: string, database: IDBDatabase) {
    this.name = name;
    this.#database = database;
    // Another page, or this one, is about to delete it.
    database.onversionchange = () => database.close();
  }

  /** @throws where this browser keeps nothing, as in some private windows */
  static async open(personId: string): Promise<JournalStore> {
    const name = nameOf(personId);
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' });
    return new JournalStore(name, await settled(request));
  }

  /** The newest first. What is no entry is left where it is, and not shown. */
  async read(): Promise<readonly JournalEntry[]> {
    const stored: unknown[] = await settled(this.#store('readonly').getAll());
    return stored
      .flatMap((one) => {
        const read = v.safeParse(JournalEntry, one);
        return read.success ? [read.output] : [];
      })
      .sort((one, other) => other.at - one.at);
  }

  /** Writes an entry down, in the place of what has its id. @throws when the browser has no room */
  async put(entry: JournalEntry): Promise<void> {
    await settled(this.#store('readwrite').put(entry));
    localStorage.setItem(this.name, 'on');
  }

  async remove(id: string): Promise<void> {
    const store = this.#store('readwrite');
    await settled(store.delete(id));
    if ((await settled(store.count())) === 0) localStorage.removeItem(this.name);
  }

  /** Deletes the whole journal. @throws when the browser does not delete it */
  async removeAll(): Promise<void> {
    this.close();
    localStorage.removeItem(this.name);
    await deleteDatabase(this.name);
  }

  close(): void {
    this.#database.close();
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction(storeName, mode).objectStore(storeName);
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The journal could not be read.'));
  });
