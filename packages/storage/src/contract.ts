/**
 * What Parley asks of a place to keep things. Two halves that one implementation provides together:
 * the update log of Yjs documents, and the relational data that says who may open which of them.
 *
 * Every promise resolves only after the change is durable (R6), and rejects with a `StorageError`
 * when it is not. Nothing here knows what a document holds.
 */
export interface Storage {
  readonly documents: DocumentLog;
  readonly registry: Registry;
  /** Resolves when the storage can answer; rejects with a `StorageError` otherwise (`/readyz`). */
  ping(): Promise<void>;
  /** Commits what was asked for, releases every file and ends the worker. Calling it twice is allowed. */
  close(): Promise<void>;
}

/** A position in one document's log; grows by at least one with each update, never reused. */
export type LogPosition = number;

export interface StoredDocument {
  /** The compacted state as one Yjs update (V1), or null when the document was never compacted. */
  readonly snapshot: Uint8Array | null;
  /** Updates after the snapshot in commit order. */
  readonly updates: readonly Uint8Array[];
  /** The position of the last update in `snapshot` or `updates`; 0 for a document without any. */
  readonly position: LogPosition;
}

export interface DocumentLog {
  /** Appends one Yjs update (V1). Concurrent calls may share one commit, at most 10 ms apart (R6). */
  append(documentId: string, update: Uint8Array): Promise<LogPosition>;
  /** An unknown document loads as empty: no snapshot, no updates, position 0. */
  load(documentId: string): Promise<StoredDocument>;
  /**
   * Replaces the snapshot and drops the log up to and including `upTo`, in one transaction (R14).
   * Resolves to false, and changes nothing, when a snapshot at `upTo` or later is already there or
   * the document was deleted meanwhile.
   */
  compact(documentId: string, snapshot: Uint8Array, upTo: LogPosition): Promise<boolean>;
  /** Removes snapshot and log. Deleting what is not there is not an error. */
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
  renameProcess(processId: string, title: string): Promise<boolean>;
  /** Every space that this person is a member of, newest process first. */
  spacesOf(personId: string): Promise<readonly SpaceOfPerson[]>;
  /** Null where the space does not exist or the person is no member: the two are not told apart. */
  spaceFor(spaceId: string, personId: string): Promise<SpaceOfPerson | null>;
  membersOf(spaceId: string): Promise<readonly (MembershipRow & { readonly person: PersonRow })[]>;
  /** Adds a person and replaces role and capability when they were a member already. */
  putMembership(membership: MembershipRow): Promise<void>;

  putPerson(person: PersonRow): Promise<void>;
  person(personId: string): Promise<PersonRow | null>;
  countPersons(): Promise<number>;

  createInvitation(invitation: InvitationRow): Promise<void>;
  invitationsOf(spaceId: string): Promise<readonly InvitationRow[]>;
  invitationBySecret(secretHash: string): Promise<InvitationRow | null>;
  revokeInvitation(invitationId: string, at: number): Promise<boolean>;
  /**
   * Redeems an invitation: takes one use, stores the person, the membership and (for a guest) the
   * session, in one transaction. Resolves to false and changes nothing when the invitation is
   * expired at `at`, revoked or used up.
   */
  redeemInvitation(
    invitationId: string,
    at: number,
    person: PersonRow,
    membership: MembershipRow,
    session: GuestSessionRow | null,
  ): Promise<boolean>;

  guestSession(secretHash: string): Promise<GuestSessionRow | null>;
  endGuestSession(secretHash: string): Promise<void>;
}

/** Thrown when storage cannot do what it was asked; `cause` carries the engine's own error. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
