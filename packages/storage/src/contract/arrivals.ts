import type { GuestSessionRow, PersonRow } from './persons.ts';
import type { MembershipRow, ProcessRow, SpaceRow } from './processes.ts';

/** Somebody who came by a link with a waiting room, and is not let in yet. */
export interface ArrivalRow {
  readonly spaceId: string;
  readonly personId: string;
  readonly invitationId: string;
  /** What they would be in the space. */
  readonly role: string;
  readonly capability: string;
  readonly askedAt: number;
}

/** Where somebody waits, as they may know it. */
export interface WaitingPlace {
  readonly process: ProcessRow;
  readonly space: SpaceRow;
  readonly askedAt: number;
}

/** Waiting rooms. */
export interface Arrivals {
  /**
   * Takes one use of an invitation with a waiting room and stores the person, the arrival and (for a
   * guest) the session, in one transaction. Who waits already goes on waiting and takes no use.
   * Resolves to false and changes nothing when the invitation would not be redeemed either, or has no
   * waiting room. Rejects like `redeemInvitation` when the parts do not belong together.
   */
  askToJoin(
    invitationId: string,
    at: number,
    person: PersonRow,
    arrival: ArrivalRow,
    session: GuestSessionRow | null,
  ): Promise<boolean>;
  /** Who asked first comes first. */
  arrivalsOf(spaceId: string): Promise<readonly (ArrivalRow & { readonly person: PersonRow })[]>;
  /** Where this person waits, the oldest first; without what has ended. */
  waitingOf(personId: string): Promise<readonly WaitingPlace[]>;
  /**
   * Makes a member of who waits, as `putMembership` does, in one transaction. Resolves to false and
   * changes nothing when they do not wait there.
   */
  admitArrival(membership: MembershipRow): Promise<boolean>;
  /** Resolves to false when they do not wait there. */
  turnAway(spaceId: string, personId: string): Promise<boolean>;
}
