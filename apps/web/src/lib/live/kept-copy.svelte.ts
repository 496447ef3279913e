import type { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { copyName, deleteDatabase } from '#lib/device/copies.ts';
import { onDeviceNews } from '#lib/device/other-pages.ts';

/** Where a copy says which epoch of the document it belongs to (R12). */
const epochKey = 'epoch';

/**
 * A copy of a document in this browser, if the person has asked for one: off unless they do, for one
 * space at a time. Copies carry the person's id, so that nobody else at this device is shown them.
 */
export class KeptCopy {
  readonly #name: string;
  readonly #doc: Y.Doc;
  #persistence: IndexeddbPersistence | null = null;
  #epoch: number | undefined;
  #on = $state(false);
  #stopListening: (() => void) | null = null;

  constructor(personId: string, documentId: string, doc: Y.Doc) {
    this.#name = copyName(personId, documentId);
    this.#doc = doc;
    this.#on = remembered(this.#name);
  }

  get on(): boolean {
    return this.#on;
  }

  /**
   * Reads the copy into the document, if there is to be one.
   * @returns the origin of what was read, for the provider
   */
  async restore(): Promise<unknown> {
    return this.#on ? this.#attach() : undefined;
  }

  /** The epoch of the document that the copy belongs to; undefined until it is known (R12). */
  get epoch(): number | undefined {
    return this.#epoch;
  }

  /** Notes the epoch with the copy, if there is one. */
  belongTo(epoch: number): void {
    if (epoch === this.#epoch) return;
    this.#epoch = epoch;
    void this.#persistence?.set(epochKey, epoch);
  }

  /** Deletes what is kept; the next visit begins a new copy from what the server has. */
  async startOver(): Promise<void> {
    await this.close();
    await deleteDatabase(this.#name);
  }

  /**
   * Keeps a copy from now on, or deletes it.
   * @throws where this browser keeps nothing, as in some private windows; then it is still off
   */
  async keep(on: boolean): Promise<void> {
    if (on === this.#on) return;
    if (on) await this.#attach();
    this.#on = on;
    remember(this.#name, on);
    if (on) {
      // Asks the browser not to clear it when space runs short; it may say no.
      // Browsers hide `storage` from pages that came without TLS.
      if ('storage' in navigator) await navigator.storage.persist();
    } else {
      await this.startOver();
    }
  }

  /** Fetches what keeping a copy takes while there is a line, so that it can be asked for without. */
  static async prepare(): Promise<void> {
    await import('y-indexeddb');
  }

  /** Leaves the copy where it is. */
  async close(): Promise<void> {
    this.#stopListening?.();
    this.#stopListening = null;
    const persistence = this.#persistence;
    this.#persistence = null;
    await persistence?.destroy();
  }

  async #attach(): Promise<IndexeddbPersistence> {
    const { IndexeddbPersistence } = await import('y-indexeddb');
    const isNew = this.#doc.store.clients.size === 0;
    this.#stopListening ??= onDeviceNews((news) => {
      if (news.kind !== 'forgetting') return;
      if (news.copies !== 'all' && !news.copies.includes(this.#name)) return;
      this.#on = false;
      void this.close();
    });
    const copy = (this.#persistence ??= new IndexeddbPersistence(this.#name, this.#doc));
    await copy.whenSynced;
    if (this.#epoch !== undefined) {
      await copy.set(epochKey, this.#epoch);
    } else {
      const epoch: unknown = await copy.get(epochKey);
      // A copy from before epochs were kept is of the first one.
      if (typeof epoch === 'number') this.#epoch = epoch;
      else if (isNew && this.#doc.store.clients.size > 0) this.#epoch = 1;
    }
    return copy;
  }
}

function remembered(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false; // A browser that keeps nothing keeps no copy either.
  }
}

function remember(name: string, on: boolean): void {
  try {
    if (on) localStorage.setItem(name, 'on');
    else localStorage.removeItem(name);
  } catch {
    // Then the choice lasts as long as the page.
  }
}
