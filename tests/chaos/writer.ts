import { DocumentProvider, type DocumentProviderOptions } from '@parley/sync/client';
import type { Chance } from '@parley/sync/testing/chance';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { boardOf, type Entry, type Ledger } from './ledger.ts';

// The parts of the browser's class that providers use are the same in ws; the types differ.
const WebSocketPolyfill = NodeSocket as unknown as typeof WebSocket;

/** The document that they write unless another is named. */
export const documentId = 'board';

export interface WriterOptions extends DocumentProviderOptions {
  readonly documentId?: string;
}

/**
 * One person at the board: our provider on a document, which adds, edits and removes at random and
 * keeps a ledger of what it was told.
 */
export class Writer {
  readonly name: string;
  readonly doc = new Y.Doc();
  readonly provider: DocumentProvider;
  readonly #random: Chance;
  readonly #entries: Entry[] = [];
  readonly #shownRemoved = new Set<string>();
  /** Own records that nobody has removed, and the version that each was given last. */
  readonly #versions = new Map<string, number>();
  #acknowledged = 0;
  #writing: NodeJS.Timeout | null = null;

  constructor(url: string, name: string, random: Chance, options: WriterOptions = {}) {
    this.name = name;
    this.#random = random;
    this.#watchRemovals();
    this.provider = new DocumentProvider(url, options.documentId ?? documentId, this.doc, {
      WebSocketPolyfill,
      params: { as: name },
      longestWaitMs: 500,
      ...options,
    });
    this.provider.subscribe(({ pending }) => {
      // An entry is added after its transaction, so this never counts one too many.
      this.#acknowledged = Math.max(this.#acknowledged, this.#entries.length - pending);
    });
  }

  get ledger(): Ledger {
    const shown = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    shown.delete(this.doc.clientID);
    return {
      writer: this.name,
      entries: this.#entries,
      acknowledged: this.#acknowledged,
      shown,
      shownRemoved: this.#shownRemoved,
    };
  }

  /** Writes from now on, connected or not; 20 times a second are 50 ms. */
  begin(everyMs: number): void {
    this.#writing ??= setInterval(() => this.act(), everyMs);
  }

  rest(): void {
    if (this.#writing !== null) clearInterval(this.#writing);
    this.#writing = null;
  }

  /** Resolves when the provider's state fulfils the condition. */
  when(condition: (state: DocumentProvider['state']) => boolean): Promise<void> {
    const { promise, resolve }: PromiseWithResolvers<void> = Promise.withResolvers();
    const stop = this.provider.subscribe((state) => {
      if (condition(state)) resolve();
    });
    return promise.finally(stop);
  }

  /** Connected, nothing pending: what a page calls "Saved". */
  saved(): Promise<void> {
    return this.when(
      ({ connection, synced, pending, pendingUncertain }) =>
        connection === 'connected' && synced && pending === 0 && !pendingUncertain,
    );
  }

  leave(): void {
    this.rest();
    this.provider.destroy();
  }

  /** One change, in one transaction. */
  act(): void {
    const { list, records } = boardOf(this.doc);
    const dice = this.#random.share();
    const token = `${this.name}-${this.#entries.length}`;
    if (dice < 0.25 && list.length > 0) {
      const index = this.#random.below(list.length);
      const removed = list.get(index);
      list.delete(index);
      this.#entries.push({ act: 'remove', token: removed });
    } else if (dice < 0.3 && records.size > 0) {
      const removed = [...records.keys()][this.#random.below(records.size)] ?? '';
      records.delete(removed);
      this.#entries.push({ act: 'remove', token: removed });
    } else if (dice < 0.4) {
      records.set(token, new Y.Map<number>([['version', 1]]));
      this.#versions.set(token, 1);
      this.#entries.push({ act: 'add', token });
    } else if (dice < 0.55 && this.#edit()) {
      // The edit has made its entry.
    } else {
      list.insert(this.#random.below(list.length + 1), [token]);
      this.#entries.push({ act: 'add', token });
    }
  }

  /** Gives one of its own records a new version; false when none is left. */
  #edit(): boolean {
    const { records } = boardOf(this.doc);
    for (const token of this.#versions.keys()) {
      if (!records.has(token)) this.#versions.delete(token);
    }
    const own = [...this.#versions][this.#random.below(this.#versions.size)];
    if (own === undefined) return false;
    const [token, version] = own;
    records.get(token)?.set('version', version + 1);
    this.#versions.set(token, version + 1);
    this.#entries.push({ act: 'edit', token, version: version + 1 });
    return true;
  }

  #watchRemovals(): void {
    const { list, records } = boardOf(this.doc);
    list.observe(({ changes }, { local }) => {
      if (local) return;
      for (const { content } of changes.deleted) {
        for (const token of content.getContent()) this.#shownRemoved.add(String(token));
      }
    });
    records.observe(({ changes }, { local }) => {
      if (local) return;
      for (const [token, { action }] of changes.keys) {
        if (action === 'delete') this.#shownRemoved.add(token);
      }
    });
  }
}
