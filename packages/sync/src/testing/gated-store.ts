import type { ClientIdOwner, Folded, StoredUpdates, UpdateStore } from '../server/index.ts';

type Call = 'append' | 'load' | 'compact' | 'rebuild';

/** A call that waits at the gate. */
export interface Held {
  /** Resolves when the call has come. */
  readonly arrived: Promise<void>;
  /** Lets it through to the real store; with a problem, fails it instead. */
  release(problem?: Error): void;
}

/** A real store whose calls can be held back, failed and counted. */
export class GatedStore implements UpdateStore {
  readonly #store: UpdateStore;
  readonly #held: { call: Call; arrive: () => void; released: Promise<void> }[] = [];
  readonly #failing = new Map<Call, Error>();
  readonly counts = { append: 0, load: 0, compact: 0, rebuild: 0, delete: 0 };

  constructor(store: UpdateStore) {
    this.#store = store;
  }

  /** Holds the next such call that is not held yet. */
  hold(call: Call): Held {
    const arrived: PromiseWithResolvers<void> = Promise.withResolvers();
    const released: PromiseWithResolvers<void> = Promise.withResolvers();
    this.#held.push({ call, arrive: arrived.resolve, released: released.promise });
    return {
      arrived: arrived.promise,
      release: (problem) => (problem === undefined ? released.resolve() : released.reject(problem)),
    };
  }

  /** Fails every such call from now on, until what is returned is called. */
  fail(call: Call, problem: Error): () => void {
    this.#failing.set(call, problem);
    return () => this.#failing.delete(call);
  }

  async append(
    documentId: string,
    update: Uint8Array,
    owners: readonly ClientIdOwner[] = [],
  ): Promise<number> {
    await this.#pass('append');
    return this.#store.append(documentId, update, owners);
  }

  async load(documentId: string): Promise<StoredUpdates> {
    await this.#pass('load');
    return this.#store.load(documentId);
  }

  async compact(
    documentId: string,
    snapshot: Uint8Array,
    upTo: number,
    folded: Folded,
  ): Promise<boolean> {
    await this.#pass('compact');
    return this.#store.compact(documentId, snapshot, upTo, folded);
  }

  async rebuild(
    documentId: string,
    snapshot: Uint8Array,
    retire: readonly number[] = [],
  ): Promise<number> {
    await this.#pass('rebuild');
    return this.#store.rebuild(documentId, snapshot, retire);
  }

  delete(documentId: string): Promise<void> {
    this.counts.delete += 1;
    return this.#store.delete(documentId);
  }

  async #pass(call: Call): Promise<void> {
    this.counts[call] += 1;
    const at = this.#held.findIndex((held) => held.call === call);
    const [held] = at < 0 ? [] : this.#held.splice(at, 1);
    held?.arrive();
    await held?.released;
    const problem = this.#failing.get(call);
    if (problem !== undefined) throw problem;
  }
}
