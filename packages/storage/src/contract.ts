/**
 * What Parley asks of a place to keep things. Two halves that one implementation provides together:
 * the update log of Yjs documents, and the relational data that says who may open which of them.
 *
 * Every promise resolves only after the change is durable (R6), and rejects with a `StorageError`
 * when it is not. Nothing here knows what a document holds.
 *
 * Calls take effect in the order in which they were made, awaited or not. Ids and other text are kept
 * and compared exactly, character by character; text with half a surrogate pair is refused, because
 * no encoding keeps it.
 */
export interface Storage {
  readonly documents: DocumentLog;
  readonly registry: Registry;
  /** Resolves when the storage can answer; rejects with a `StorageError` otherwise (`/readyz`). */
  ping(): Promise<void>;
  /** Commits what was asked for, releases every file and ends the worker. Calling it twice is allowed. */
  close(): Promise<void>;
}

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
   */
  append(
    documentId: string,
    update: Uint8Array,
    owners?: readonly ClientIdOwner[],
  ): Promise<LogPosition>;
  /**
   * An unknown document loads as empty: no snapshot, no updates, position 0, epoch 1. Rejects when
   * what is there is not what was stored; the error names the document, and others load as before.
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
   */
  rebuild(documentId: string, snapshot: Uint8Array, retire?: readonly number[]): Promise<number>;
  /**
   * Removes all that is kept of the document, and overwrites its bytes on the disk where the engine
   * can. Deleting what is not there is not an error. A document begun again by the same id has epoch
   * 1 and no retired client ids, so do not give the id to another.
   */
  delete(documentId: string): Promise<void>;
}

export interface ProcessRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** `none`, or the name of the example it was made from. */
  readonly example: string;
  /** Milliseconds since 1970 (UTC), as every time in the registry. */
  readonly createdAt: number;
}

export interface SpaceRow {
  readonly id: string;
  readonly processId: string;
  readonly kind: 'team' | 'plenary' | 'caucus';
  readonly title: string;
  readonly createdAt: number;
}

export interface MembershipRow {
  readonly spaceId: string;
  readonly personId: string;
  readonly role: string;
  readonly capability: string;
  readonly addedAt: number;
}

/** A person as the registry knows them: an account's mirror, or a guest who has none. */
export interface PersonRow {
  readonly id: string;
  readonly kind: 'account' | 'guest';
  readonly displayName: string;
  /** Index into the palette of presence colours. */
  readonly color: number;
  readonly createdAt: number;
}

export interface GuestSessionRow {
  /** SHA-256 of the cookie's secret, base64url. The secret itself is never stored. */
  readonly secretHash: string;
  readonly personId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface InvitationRow {
  readonly id: string;
  /** SHA-256 of the link's secret, base64url. */
  readonly secretHash: string;
  readonly spaceId: string;
  readonly role: string;
  readonly capability: string;
  readonly invitedBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usesLeft: number;
  readonly revokedAt: number | null;
}

/** Who and where, as seen by one person: a space with the process that it belongs to. */
export interface SpaceOfPerson {
  readonly process: ProcessRow;
  readonly space: SpaceRow;
  readonly membership: MembershipRow;
}

export interface Registry {
  /** The process, its spaces and its first members, in one transaction. */
  createProcess(
    process: ProcessRow,
    spaces: readonly SpaceRow[],
    memberships: readonly MembershipRow[],
  ): Promise<void>;
  /** Resolves to false where there is no such process. */
  renameProcess(processId: string, title: string): Promise<boolean>;
  /**
   * Every space that this person is a member of, newest process first; within a process the oldest
   * space first, and those of the same moment in the order in which they were given.
   */
  spacesOf(personId: string): Promise<readonly SpaceOfPerson[]>;
  /** Null where the space does not exist or the person is no member: the two are not told apart. */
  spaceFor(spaceId: string, personId: string): Promise<SpaceOfPerson | null>;
  /** Who was added first comes first. */
  membersOf(spaceId: string): Promise<readonly (MembershipRow & { readonly person: PersonRow })[]>;
  /**
   * Adds a person, or replaces role and capability when they were a member already; `addedAt` then
   * stays as it was. Rejects when the space or the person is not stored.
   */
  putMembership(membership: MembershipRow): Promise<void>;

  /** Adds a person or replaces all that is known of them. */
  putPerson(person: PersonRow): Promise<void>;
  person(personId: string): Promise<PersonRow | null>;
  countPersons(): Promise<number>;

  /** Rejects when the space or the person who invites is not stored, or the id or secret is taken. */
  createInvitation(invitation: InvitationRow): Promise<void>;
  /** Newest first; expired, revoked and used ones too. */
  invitationsOf(spaceId: string): Promise<readonly InvitationRow[]>;
  invitationBySecret(secretHash: string): Promise<InvitationRow | null>;
  /** Resolves to false where there is none by this id or it was revoked before; that time then stays. */
  revokeInvitation(invitationId: string, at: number): Promise<boolean>;
  /**
   * Redeems an invitation: takes one use, stores the person and the membership as `putPerson` and
   * `putMembership` do, and (for a guest) the session, in one transaction. Resolves to false and
   * changes nothing when the invitation is unknown, revoked, used up or expired (`expiresAt` ≤ `at`).
   * Rejects when the membership is for another space than the invitation's, or membership or session
   * are another person's.
   */
  redeemInvitation(
    invitationId: string,
    at: number,
    person: PersonRow,
    membership: MembershipRow,
    session: GuestSessionRow | null,
  ): Promise<boolean>;

  /** Also one that has expired: the caller compares `expiresAt` with its clock. */
  guestSession(secretHash: string): Promise<GuestSessionRow | null>;
  /** Ending what is not there is not an error. */
  endGuestSession(secretHash: string): Promise<void>;
}

/**
 * Why: the disk is full; another process kept the lock; what is stored is not what was once stored; or
 * anything else, which the message tells.
 */
export type StorageFault = 'full' | 'locked' | 'damaged' | 'failed';

/**
 * Thrown when storage cannot do what it was asked; `cause` carries the engine's own error. Messages
 * and codes name documents by id, and hold nothing of what was to be stored.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageFault;

  constructor(
    message: string,
    { code = 'failed', cause }: { readonly code?: StorageFault; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
  }
}
