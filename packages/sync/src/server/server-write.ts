import * as Y from 'yjs';
import { serverOwner, type ClientIds } from './client-ids.ts';
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

  admit(): void {
    // The server may do what it likes.
  }

  change(doc: Y.Doc, clientIds: ClientIds): void {
    const before = clocksOf(doc);
    doc.transact(() => this.#change(doc), this.#origin);
    for (const [clientId, clock] of clocksOf(doc)) {
      if (clock > (before.get(clientId) ?? 0)) clientIds.claim(serverOwner, clientId);
    }
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

/** How far a document knows each client id. */
const clocksOf = ({ store }: Y.Doc): Map<number, number> =>
  new Map(Array.from(store.clients.keys(), (clientId) => [clientId, Y.getState(store, clientId)]));
