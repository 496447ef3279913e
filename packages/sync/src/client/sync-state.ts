import type { Capability } from '../wire.ts';

/**
 * What a page can say about its document: "Saved" is connected, synced, nothing pending and nothing
 * uncertain; "Offline: 3 changes kept on this device" is offline and `pending` 3.
 */
export interface SyncState {
  /** `offline` lasts until the next connection stands, whatever is tried meanwhile. `refused` ends it. */
  readonly connection: 'connecting' | 'connected' | 'offline' | 'refused';
  /** Why the last connection ended, when the server or the network said so; see close-codes.ts. */
  readonly closeCode?: number | undefined;
  /** Whether this connection has brought all that the server had. */
  readonly synced: boolean;
  /** Local changes that are not durable on the server yet. */
  readonly pending: number;
  /** Whether this device may hold still more changes, of an earlier visit, than `pending` counts. */
  readonly pendingUncertain: boolean;
  /** What the server lets this connection do; unknown until it has said so. */
  readonly capability?: Capability | undefined;
  /** Whether the server can store; while it cannot, it keeps what comes waiting (R6). */
  readonly storing: boolean;
  /**
   * The epoch of the document that the Y.Doc belongs to; unknown until the server has said so. Who
   * keeps a copy must keep this with it, and pass it when the copy is opened again (R12).
   */
  readonly epoch?: number | undefined;
}

const initialState: SyncState = {
  connection: 'connecting',
  synced: false,
  pending: 0,
  pendingUncertain: false,
  storing: true,
};

export type SyncStateListener = (state: SyncState) => void;

/** One state and those who watch it. */
export class WatchedState {
  #state = initialState;
  readonly #listeners = new Set<SyncStateListener>();

  get current(): SyncState {
    return this.#state;
  }

  /** Changes some fields, and tells the listeners when one of them is really another. */
  change(fields: Partial<SyncState>): void {
    const next = { ...this.#state, ...fields };
    if (sameState(next, this.#state)) return;
    this.#state = next;
    for (const listener of this.#listeners) listener(next);
  }

  /** Calls the listener now and after each change, until the returned function is called. */
  subscribe(listener: SyncStateListener): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }
}

function sameState(one: SyncState, other: SyncState): boolean {
  return (
    one.connection === other.connection &&
    one.closeCode === other.closeCode &&
    one.synced === other.synced &&
    one.pending === other.pending &&
    one.pendingUncertain === other.pendingUncertain &&
    one.capability === other.capability &&
    one.storing === other.storing &&
    one.epoch === other.epoch
  );
}
