import type { MembershipRow, SpaceOfPerson, SpaceRow } from './processes.ts';

/** What a membership becomes; null removes it. */
export interface MembershipChange {
  readonly spaceId: string;
  readonly personId: string;
  readonly becomes: Pick<MembershipRow, 'role' | 'capability'> | null;
  /** For a removal by a host: when it was, in ms since 1970 (UTC); bars them (`isBarred`). */
  readonly barredAt?: number;
}

/** What somebody must be to look after a space. */
export type Keeper = Pick<MembershipRow, 'role' | 'capability'>;

/** A space that nobody opens any more, as seen by one of its members. */
export interface EndedSpace extends SpaceOfPerson {
  readonly endedAt: number;
  /** Whether the whole process has ended with it. */
  readonly processEnded: boolean;
}

/** Whom the end of a process concerns. */
export interface EndedProcess {
  /** The spaces that were open until now. */
  readonly spaceIds: readonly string[];
  /** The members of all of its spaces and who waits for one, each once. */
  readonly personIds: readonly string[];
  /** The guests whose sessions ended with it. */
  readonly guestIds: readonly string[];
}

/** Spaces as they come, change and end; memberships as they change. */
export interface Spaces {
  /** A space and its first member, in one transaction; false where the process is not there or over. */
  createSpace(space: SpaceRow, first: MembershipRow): Promise<boolean>;
  /** Resolves to false where the space is not there or has ended. */
  changeSpace(
    spaceId: string,
    change: Partial<Pick<SpaceRow, 'title' | 'attribution'>>,
  ): Promise<boolean>;
  /** Resolves to false where the space is not there or had ended before; that time then stays. */
  endSpace(spaceId: string, at: number): Promise<boolean>;
  /** Opens a space again, and with it its process. Resolves to false where it had not ended. */
  reopenSpace(spaceId: string): Promise<boolean>;
  /**
   * Ends a process and all its spaces, and the sessions of those of their guests, waiting ones too,
   * who have no open space elsewhere. Null where it is not there or had ended before.
   */
  endProcess(processId: string, at: number): Promise<EndedProcess | null>;
  /** The ended spaces that this person is a member of, the last to end first. */
  endedSpacesOf(personId: string): Promise<readonly EndedSpace[]>;
  /**
   * Makes all of the changes or none, in one transaction: `no-member` when one of them is about
   * somebody who is not a member, `nobody-left` when a space would lose the last member, or the last
   * with an account, who is one of `keepers`.
   */
  changeMemberships(
    changes: readonly MembershipChange[],
    keepers: readonly Keeper[],
  ): Promise<'done' | 'no-member' | 'nobody-left'>;
}
