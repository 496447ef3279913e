import * as Y from 'yjs';
import { ClientIds } from './client-ids.ts';
import { bytesOf, readLog } from './stored-log.ts';
import type { UpdateStore } from './update-store.ts';
import { documentWithLimits } from './work-limit.ts';

/** A change to a document. */
export interface Change {
  /**
   * @param bytes what the document takes in the store
   * @throws when it must not be made; nothing of it may have been made then
   */
  admit(doc: Y.Doc, clientIds: ClientIds, bytes: number): void;
  /** Makes it. When it throws, a part may have been made. */
  change(doc: Y.Doc, clientIds: ClientIds): void;
}

/** A change that was not admitted, and so is not there. */
interface NotAdmitted {
  readonly problem: unknown;
}

/** What one change did to the document, as far as its sender may be held to it. */
export interface Effect {
  /** Whether a part was left out because it builds on something that the document does not have. */
  readonly gap: boolean;
}

/** What the changes of one turn did together. */
export interface Effects {
  /** All that they added and deleted as one update, or null when they changed nothing. */
  readonly update: Uint8Array | null;
  /** One for each change. */
  readonly each: readonly (Effect | NotAdmitted)[];
}

/** What threw in the middle of `apply`, and which of the changes it was. */
export class ChangeFailed extends Error {
  override readonly name = 'ChangeFailed';
  readonly index: number;

  constructor(index: number, cause: unknown) {
    super('A change threw while it was applied; the document must be thrown away.', { cause });
    this.index = index;
  }
}

/**
 * A Yjs document and its log. The document may be ahead of the log only between `apply` and the end
 * of `commit`; whoever calls keeps questions out of that interval (R6).
 */
export class LoggedDocument {
  readonly #documentId: string;
  readonly #store: UpdateStore;
  readonly #doc: Y.Doc;
  readonly #clientIds: ClientIds;
  #position = 0;
  #epoch = 1;
  #updatesInLog = 0;
  #bytes = 0;
  /** Clocks by client id as they were before the last `apply`. */
  #clocksBefore: Map<number, number> | null = null;

  private constructor(documentId: string, store: UpdateStore, doc: Y.Doc, clientIds: ClientIds) {
    this.#documentId = documentId;
    this.#store = store;
    this.#doc = doc;
    this.#clientIds = clientIds;
  }

  /** @throws whatever the store throws, and Error when the log cannot be read or has a hole. */
  static async load(documentId: string, store: UpdateStore): Promise<LoggedDocument> {
    const stored = await store.load(documentId);
    const doc = readLog(documentId, stored, documentWithLimits());
    const clientIds = new ClientIds(stored.owners, stored.retired);
    const loaded = new LoggedDocument(documentId, store, doc, clientIds);
    loaded.#position = stored.position;
    loaded.#epoch = stored.epoch;
    loaded.#updatesInLog = stored.updates.length;
    loaded.#bytes = bytesOf(stored);
    return loaded;
  }

  /** Position of the last update that is known to be in the log. */
  get position(): number {
    return this.#position;
  }

  /** Which epoch of the document this is (R12). */
  get epoch(): number {
    return this.#epoch;
  }

  /** What snapshot and log take in the store. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Updates that a compaction would fold into the snapshot. */
  get updatesInLog(): number {
    return this.#updatesInLog;
  }

  /**
   * Makes changes in memory, in one transaction and so as one update.
   *
   * @throws ChangeFailed when one of them throws while it is made; a part may have been made then,
   *   and the document must be thrown away
   */
  apply(changes: readonly Change[]): Effects {
    const doc = this.#doc;
    const { store } = doc;
    const each: (Effect | NotAdmitted)[] = [];
    const captured: Uint8Array[] = [];
    const capture = (
      update: Uint8Array,
      _origin: unknown,
      _doc: Y.Doc,
      by: Y.Transaction,
    ): void => {
      captured.push(update);
      this.#clocksBefore ??= by.beforeState;
    };
    this.#clocksBefore = null;
    doc.on('update', capture);
    try {
      doc.transact((transaction) => {
        for (const change of changes) {
          try {
            change.admit(doc, this.#clientIds, this.#bytes);
          } catch (problem) {
            each.push({ problem });
            continue;
          }
          change.change(doc, this.#clientIds);
          // Yjs would keep what has a gap and serve it to everybody until the gap is filled, durable
          // or not. Its sender brings it again with a step 2 (R4: nothing left pending).
          each.push({ gap: store.pendingStructs !== null || store.pendingDs !== null });
          store.pendingStructs = null;
          store.pendingDs = null;
        }
        // Yjs would take the server's own writes beside those of clients for a stranger's under its id.
        transaction.local = true;
      });
    } catch (cause) {
      throw new ChangeFailed(each.length, cause);
    } finally {
      doc.off('update', capture);
    }
    return { update: captured.length === 0 ? null : merged(captured), each };
  }

  /** Resolves when the update is durable. */
  async commit(update: Uint8Array): Promise<void> {
    const claims = this.#clientIds.takeClaims();
    this.#position = await this.#store.append(this.#documentId, update, claims);
    this.#updatesInLog += 1;
    this.#bytes += update.length;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** What the document had before the last `apply`: for one that is ahead of its log. */
  stateVectorBefore(): Uint8Array {
    return this.#clocksBefore === null
      ? this.stateVector()
      : Y.encodeStateVector(this.#clocksBefore);
  }

  /** What somebody with this state vector lacks, all deletions included. */
  difference(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector);
  }

  /** The snapshot has taken in this many updates of the log, and so many bytes were saved by it. */
  folded(updates: number, bytes: number): void {
    this.#updatesInLog = Math.max(0, this.#updatesInLog - updates);
    this.#bytes -= bytes;
  }

  /**
   * What `make` makes of the document, as one update (V1) that shares nothing with it: a document of
   * its own, under client ids of its own (R12).
   *
   * @throws whatever `make` throws, and Error when what it made goes on from this document
   */
  remade(make: (doc: Y.Doc) => Uint8Array): Uint8Array {
    const snapshot = make(this.#doc);
    for (const clientId of Y.parseUpdateMeta(snapshot).to.keys()) {
      if (!this.#doc.store.clients.has(clientId)) continue;
      throw new Error(
        `The rebuilt document ${this.#documentId} holds changes of the one that it replaces. ` +
          'Make it in a new Y.Doc from plain values.',
      );
    }
    return snapshot;
  }

  /**
   * Puts a snapshot in the place of the document (R12), which must not be used after that. Resolves to
   * the new epoch when it is durable.
   */
  async replace(snapshot: Uint8Array): Promise<number> {
    const retired = [...this.#doc.store.clients.keys()];
    return this.#store.rebuild(this.#documentId, snapshot, retired);
  }

  destroy(): void {
    this.#doc.destroy();
  }
}

/** One update for many; a single one is passed on as it is. */
function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  return updates.length === 1 && first !== undefined ? first : Y.mergeUpdates([...updates]);
}
