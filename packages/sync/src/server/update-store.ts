/**
 * What the server asks of a place that keeps documents: an append-only log of Yjs updates with a
 * snapshot in front. Every promise resolves only when the change is durable, and rejects when it is
 * not (R6).
 */
export interface UpdateStore {
  /**
   * Appends one Yjs update (V1). Concurrent calls may share one commit, at most 10 ms apart.
   *
   * @param owners client ids that this update is the first to use, kept in the same transaction. An
   *   id that is already owned or retired stays as it is (R5).
   */
  append(
    documentId: string,
    update: Uint8Array,
    owners?: readonly ClientIdOwner[],
  ): Promise<number>;
  /** An unknown document loads as empty: no snapshot, no updates, position 0, epoch 1. */
  load(documentId: string): Promise<StoredUpdates>;
  /**
   * Replaces the snapshot and drops the log up to and including `upTo`, in one transaction (R14).
   * Resolves to false, and changes nothing, when a snapshot at `upTo` or later is already there.
   *
   * @param folded what the snapshot takes in. When that is not all that is there up to `upTo`, another
   *   process has written or compacted, and nothing is changed
   */
  compact(documentId: string, snapshot: Uint8Array, upTo: number, folded: Folded): Promise<boolean>;
  /**
   * Begins the next epoch (R12), in one transaction: the snapshot takes the place of all that the
   * document held, every client id known so far is retired, and nobody owns any. Resolves to the new
   * epoch; when it rejects, the epoch of the next `load` tells whether it was done.
   *
   * @param retire further client ids of the old content, such as the server's own; none of them may
   *   have written in `snapshot`
   */
  rebuild(documentId: string, snapshot: Uint8Array, retire?: readonly number[]): Promise<number>;
  /** Removes all of the document. The server never calls it: deleting is its caller's decision. */
  delete(documentId: string): Promise<void>;
}

/** What a new snapshot is made of: the one before, and so many updates that follow it. */
export interface Folded {
  /** The position of the snapshot before; 0 where there was none. */
  readonly snapshotPosition: number;
  readonly updates: number;
}

/** Who first wrote under a Yjs client id in one document: from then on it is theirs (R5). */
export interface ClientIdOwner {
  readonly clientId: number;
  /** The `id` of an identity. */
  readonly ownerId: string;
}

export interface StoredUpdates {
  /** The compacted state as one Yjs update (V1), or null when there is none. */
  readonly snapshot: Uint8Array | null;
  /** Updates after the snapshot in commit order. */
  readonly updates: readonly Uint8Array[];
  /** Position of the last update in `snapshot` or `updates`; grows with each append, never reused. */
  readonly position: number;
  /** Position of the last update in `snapshot`; 0 where there is none. */
  readonly snapshotPosition: number;
  /** The client ids that belong to somebody (R5). */
  readonly owners: readonly ClientIdOwner[];
  /** The client ids of former epochs: nothing may be written under them again (R12). */
  readonly retired: readonly number[];
  /** 1 for a new document; one more with each `rebuild` (R12). */
  readonly epoch: number;
}
