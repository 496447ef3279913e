import type * as Y from 'yjs';
import type { Write } from './turn.ts';

/** A transaction of the server itself. */
export class ServerWrite implements Write {
  readonly from = null;
  /** Resolves when the change is durable; rejects with what it threw, or when it was not kept. */
  readonly done: Promise<void>;
  readonly #change: (doc: Y.Doc) => void;
  readonly #origin: unknown;
  readonly #settle: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(change: (doc: Y.Doc) => void, origin: unknown) {
    this.#change = change;
    this.#origin = origin;
    this.done = this.#settle.promise;
  }

  change(doc: Y.Doc): void {
    doc.transact(() => this.#change(doc), this.#origin);
  }

  check(): void {
    // The server may do what it likes.
  }

  durable(): void {
    this.#settle.resolve();
  }

  refused(problem: unknown): void {
    this.#settle.reject(problem);
  }

  abandoned(): void {
    this.#settle.reject(
      new Error('The change could not be stored, and the document is as it was. Try again.'),
    );
  }
}
