import { onDeviceNews } from '#lib/device/other-pages.ts';
import { JournalStore, type JournalEntry } from './journal-store.ts';

/** A person's journal while a page shows it. */
export class Journal {
  #store: JournalStore | null = null;
  readonly #stop: () => void;
  /** The newest first; null until they are read, and once this device forgets. */
  entries: readonly JournalEntry[] | null = $state.raw(null);
  /** Whether this browser keeps nothing. */
  failed = $state(false);

  constructor(personId: string) {
    this.#stop = onDeviceNews((news) => {
      if (news.kind !== 'forgetting') return;
      if (news.copies === 'all' || news.copies.includes(this.#store?.name ?? '')) this.close();
    });
    void this.#open(personId);
  }

  /** Writes something down. @returns whether this browser keeps it */
  async write(text: string, question = ''): Promise<boolean> {
    const entry = { id: crypto.randomUUID(), at: Date.now(), text: text.trim(), question };
    return this.#change((store) => store.put(entry));
  }

  remove(entry: JournalEntry): Promise<boolean> {
    return this.#change((store) => store.remove(entry.id));
  }

  /** Puts back what was removed. */
  restore(entry: JournalEntry): Promise<boolean> {
    return this.#change((store) => store.put(entry));
  }

  close(): void {
    this.#stop();
    this.#store?.close();
    this.#store = null;
    this.entries = null;
  }

  async #open(personId: string): Promise<void> {
    try {
      this.#store = await JournalStore.open(personId);
      this.entries = await this.#store.read();
    } catch {
      this.failed = true;
    }
  }

  async #change(act: (store: JournalStore) => Promise<void>): Promise<boolean> {
    const store = this.#store;
    if (!store) return false;
    try {
      await act(store);
      this.entries = await store.read();
      return true;
    } catch {
      return false;
    }
  }
}
