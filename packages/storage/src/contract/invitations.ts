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
  readonly usesLeft: number;
  readonly revokedAt: number | null;
  /** Whether who comes by this link waits until somebody lets them in. */
  readonly waits: boolean;
}

/** Links into spaces. */
export interface Invitations {
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
   * changes nothing when the invitation is unknown, revoked, used up or expired (`expiresAt` ≤ `at`),
   * or has a waiting room: its link then only lets people ask (`askToJoin`).
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
