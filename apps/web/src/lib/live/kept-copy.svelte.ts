import type { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

const prefix = 'parley:keep:';

/**
 * A copy of a document in this browser, if the person has asked for one: off unless they do, for one
 * space at a time. Copies carry the person's id, so that nobody else at this device is shown them.
 */
export class KeptCopy {
  readonly #name: string;
  readonly #doc: Y.Doc;
  #persistence: IndexeddbPersistence | null = null;
  #on = $state(false);

  constructor(personId: string, documentId: string, doc: Y.Doc) {
    this.#name = `${prefix}${personId}:${documentId}`;
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
      await this.#persistence?.clearData();
      this.#persistence = null;
    }
  }

  /** Fetches what keeping a copy takes while there is a line, so that it can be asked for without. */
  static async prepare(): Promise<void> {
    await import('y-indexeddb');
  }

  /** Leaves the copy where it is. */
  async close(): Promise<void> {
    await this.#persistence?.destroy();
    this.#persistence = null;
  }

  async #attach(): Promise<IndexeddbPersistence> {
    const { IndexeddbPersistence } = await import('y-indexeddb');
    this.#persistence ??= new IndexeddbPersistence(this.#name, this.#doc);
    await this.#persistence.whenSynced;
    return this.#persistence;
  }
}

/** Deletes every copy that this person keeps here: what signing out must leave behind is nothing. */
export function forgetCopies(personId: string): void {
  const names = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${personId}:`));
  for (const name of names) {
    localStorage.removeItem(name);
    indexedDB.deleteDatabase(name);
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
