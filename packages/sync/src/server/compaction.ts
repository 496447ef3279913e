import { Worker } from 'node:worker_threads';
import type { FoldAnswer, FoldRequest } from './folding-thread.ts';
import { bytesOf, folded, type StoredLog } from './stored-log.ts';
import type { UpdateStore } from './update-store.ts';

/** Logs up to this size fold in less than a millisecond, sooner than a thread could be asked. */
const smallBytes = 16 * 1024;

/**
 * Folds the logs of documents into their snapshots (R14). What a snapshot holds comes from the store
 * and not from the open document, so it holds the updates of other processes too; and a large one is
 * made on a thread of its own, so that nobody has to wait for it.
 */
export class Compaction {
  readonly #store: UpdateStore;
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  #asked = 0;
  /** Started when the first large log is to be folded. */
  #thread: Worker | null = null;

  constructor(store: UpdateStore) {
    this.#store = store;
  }

  /**
   * Resolves to the size of the new snapshot in bytes; to null when none was stored, since there was
   * nothing to fold, or the document was compacted, rebuilt or deleted meanwhile.
   *
   * @throws whatever the store throws, and Error when the log cannot be read; the log is then as it was
   */
  async compact(documentId: string): Promise<number | null> {
    const stored = await this.#store.load(documentId);
    if (stored.updates.length === 0) return null;
    const { snapshot, updates, snapshotPosition, position } = stored;
    const made = await this.#fold(documentId, { snapshot, updates });
    const takenIn = { snapshotPosition, updates: updates.length };
    const done = await this.#store.compact(documentId, made, position, takenIn);
    return done ? made.length : null;
  }

  /** Ends the thread. Nothing may be under way. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #fold(documentId: string, log: StoredLog): Promise<Uint8Array> | Uint8Array {
    if (bytesOf(log) <= smallBytes) return folded(documentId, log);
    this.#thread ??= this.#start();
    this.#asked += 1;
    const answer: PromiseWithResolvers<Uint8Array> = Promise.withResolvers();
    this.#waiting.set(this.#asked, answer);
    const request: FoldRequest = { number: this.#asked, documentId, log };
    this.#thread.postMessage(request);
    return answer.promise;
  }

  #start(): Worker {
    const thread = new Worker(new URL('./folding-thread.ts', import.meta.url), {
      name: 'sync-compaction',
    });
    thread.on('message', (answer: FoldAnswer) => {
      const waiting = this.#waiting.get(answer.number);
      this.#waiting.delete(answer.number);
      if ('snapshot' in answer) waiting?.resolve(answer.snapshot);
      else waiting?.reject(answer.problem);
    });
    let problem: unknown = new Error('The compaction thread ended. The log is as it was.');
    thread.once('error', (error: unknown) => {
      problem = error;
    });
    thread.once('exit', () => {
      this.#thread = null;
      for (const waiting of this.#waiting.values()) waiting.reject(problem);
      this.#waiting.clear();
    });
    // A compaction is no reason to keep a process alive: the log is whole without it.
    thread.unref();
    return thread;
  }
}
