import type { GuestSessionRow, PersonRow } from './persons.ts';
import type { MembershipRow } from './processes.ts';

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
  /** For how many people it was made; 0 where that is not known any more. */
  readonly uses: number;
  readonly usesLeft: number;
  readonly revokedAt: number | null;
  /** Whether who comes by this link waits until somebody lets them in. */
  readonly waits: boolean;
}

/** That somebody came in by a link, or asked to. */
export interface Redemption {
  readonly invitationId: string;
  readonly personId: string;
}

/** Links into spaces. */
export interface Invitations {
  /** Rejects when the space or the person who invites is not stored, or the id or secret is taken. */
  createInvitation(invitation: InvitationRow): Promise<void>;
  /** Newest first; expired, revoked and used ones too. */
  invitationsOf(spaceId: string): Promise<readonly InvitationRow[]>;
  invitationBySecret(secretHash: string): Promise<InvitationRow | null>;
  /** Who has redeemed which of a space's invitations, each pair once. */
  redemptionsIn(spaceId: string): Promise<readonly Redemption[]>;
  /**
   * Whether this invitation lets this person in no more: a host has taken them out of its space, and it
   * is older than that, or was not made for one person alone. Whoever a host makes a member again
   * (`putMembership`, `admitArrival`) is barred from nothing there.
   */
  isBarred(invitationId: string, personId: string): Promise<boolean>;
  /** Resolves to false where there is none by this id or it was revoked before; that time then stays. */
  revokeInvitation(invitationId: string, at: number): Promise<boolean>;
  /**
   * Redeems an invitation: takes one use, stores the person and the membership as `putPerson` and
   * `putMembership` do, and (for a guest) the session, in one transaction. Resolves to false and
   * changes nothing when the invitation is unknown, revoked, used up or expired (`expiresAt` ≤ `at`),
   * or has a waiting room: its link then only lets people ask (`askToJoin`); and when the person is
   * barred.
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
}
