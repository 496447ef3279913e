/**
 * What the server asks of a place that keeps documents: an append-only log of Yjs updates with a
 * snapshot in front. Every promise resolves only when the change is durable, and rejects when it is
 * not (R6).
 */
export interface UpdateStore {
  /** Appends one Yjs update (V1). Concurrent calls may share one commit, at most 10 ms apart. */
  append(documentId: string, update: Uint8Array): Promise<number>;
  /** An unknown document loads as empty: no snapshot, no updates, position 0. */
  load(documentId: string): Promise<StoredUpdates>;
  /**
   * Replaces the snapshot and drops the log up to and including `upTo`, in one transaction (R14).
   * Resolves to false, and changes nothing, when a snapshot at `upTo` or later is already there.
   */
  compact(documentId: string, snapshot: Uint8Array, upTo: number): Promise<boolean>;
  /** Removes snapshot and log. The server never calls it: deleting is its caller's decision. */
  delete(documentId: string): Promise<void>;
}

export interface StoredUpdates {
  /** The compacted state as one Yjs update (V1), or null when there is none. */
  readonly snapshot: Uint8Array | null;
  /** Updates after the snapshot in commit order. */
  readonly updates: readonly Uint8Array[];
  /** Position of the last update in `snapshot` or `updates`; grows with each append, never reused. */
  readonly position: number;
}
