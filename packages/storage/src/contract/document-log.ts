/**
 * A position in one document's log; grows by at least one with each update, never reused, not even
 * after a compaction or for a document that was deleted and begun again.
 */
export type LogPosition = number;

/** Who first wrote under a Yjs client id in one document: from then on it is theirs (R5). */
export interface ClientIdOwner {
  readonly clientId: number;
  readonly ownerId: string;
}

export interface StoredDocument {
  /** The compacted state as one Yjs update (V1), or null when the document was never compacted. */
  readonly snapshot: Uint8Array | null;
  /** Updates after the snapshot in commit order. */
  readonly updates: readonly Uint8Array[];
  /** The position of the last update in `snapshot` or `updates`; 0 for a document without any. */
  readonly position: LogPosition;
  /** The position of the last update in `snapshot`; 0 where there is none. */
  readonly snapshotPosition: LogPosition;
  /** The client ids that belong to somebody, by growing id (R5). */
  readonly owners: readonly ClientIdOwner[];
  /** The client ids of former epochs, by growing id: nothing is written under them again (R12). */
  readonly retired: readonly number[];
  /** 1 for a new document; one more with each `rebuild` (R12). */
  readonly epoch: number;
}

/** What a new snapshot is made of: the one before, and so many updates that follow it. */
export interface Folded {
  /** The position of the snapshot before; 0 where there was none. */
  readonly snapshotPosition: LogPosition;
  readonly updates: number;
}

export interface DocumentLog {
  /**
   * Appends one Yjs update (V1). Concurrent calls may share one commit, at most 10 ms apart (R6).
   *
   * @param owners client ids that this update is the first to use, kept in the same transaction. An
   * id that is already owned or retired stays as it is (R5).
   * @throws StorageError `deleted` when the document went with its process (`deleteProcess`)
   */
  append(
    documentId: string,
    update: Uint8Array,
    owners?: readonly ClientIdOwner[],
  ): Promise<LogPosition>;
  /**
   * An unknown document loads as empty: no snapshot, no updates, position 0, epoch 1. Rejects when
   * what is there is not what was stored; the error names the document, and others load as before.
   * Rejects with `deleted` when the document went with its process.
   */
  load(documentId: string): Promise<StoredDocument>;
  /**
   * Replaces the snapshot and drops the log up to and including `upTo`, in one transaction (R14).
   * The snapshot must hold every update up to there, those of other processes too. Resolves to false,
   * and changes nothing, when the log has no update at `upTo` (any more): a snapshot at `upTo` or
   * later is already there, or the document was deleted or rebuilt meanwhile.
   *
   * @param folded what the snapshot takes in, as the one who made it knows. When that is not all that
   * is there up to `upTo`, somebody else has written or compacted, and nothing is changed. Leave it
   * out only for a snapshot made from a `load`, with the position that came with it.
   */
  compact(
    documentId: string,
    snapshot: Uint8Array,
    upTo: LogPosition,
    folded?: Folded,
  ): Promise<boolean>;
  /**
   * Begins the next epoch (R12), in one transaction: `snapshot` takes the place of all that the
   * document held, every client id known so far is retired, and nobody owns any. The old bytes are
   * overwritten as `delete` does. Resolves to the new epoch; when it rejects, the epoch of the next
   * `load` tells whether it was done.
   *
   * @param retire further client ids of the old content, such as the server's own; none of them may
   * have written in `snapshot`.
   * @param atLeast the new epoch is no lower: whoever restores a backup does not know which epochs
   * came after it was made.
   */
  rebuild(
    documentId: string,
    snapshot: Uint8Array,
    retire?: readonly number[],
    atLeast?: number,
  ): Promise<number>;
  /**
   * Removes all that is kept of the document, and overwrites its bytes on the disk where the engine
   * can. Deleting what is not there is not an error. A document begun again by the same id has epoch
   * 1 and no retired client ids, so do not give the id to another.
   */
  delete(documentId: string): Promise<void>;
}
