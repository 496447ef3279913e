import type { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../contract.ts';
import type {
  GuestSessionRow,
  InvitationRow,
  MembershipRow,
  PersonRow,
  Redemption,
} from '../contract.ts';
import type { ArrivalOperations } from './arrivals.ts';
import type { PersonOperations } from './persons.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

const invitations = `
  SELECT id, secret_hash AS secretHash, space_id AS spaceId, role, capability,
         invited_by AS invitedBy, created_at AS createdAt, expires_at AS expiresAt,
         uses, uses_left AS usesLeft, revoked_at AS revokedAt, waits
  FROM invitations`;

/** SQLite has no truth values: 0 or 1. */
type InvitationColumns = Omit<InvitationRow, 'waits'> & { readonly waits: number };

const invitationOf = (columns: InvitationColumns): InvitationRow => ({
  ...columns,
  waits: columns.waits === 1,
});

type InvitationOperations = Pick<
  RegistryOperations,
  | 'createInvitation'
  | 'invitationsOf'
  | 'invitationBySecret'
  | 'redemptionsIn'
  | 'isBarred'
  | 'revokeInvitation'
  | 'redeemInvitation'
  | 'askToJoin'
>;

/** What redeeming an invitation stores besides the use that it takes. */
interface Admission {
  readonly putPerson: PersonOperations['putPerson'];
  readonly beginGuestSession: PersonOperations['beginGuestSession'];
  readonly putMembership: RegistryOperations['putMembership'];
  readonly putArrival: ArrivalOperations['putArrival'];
  readonly waits: ArrivalOperations['waits'];
}

/** Invitations by link. Each call must run inside one transaction. */
export function invitationsTo(database: DatabaseSync, admission: Admission): InvitationOperations {
  const insert = change(
    database,
    `INSERT INTO invitations (id, secret_hash, space_id, role, capability, invited_by, created_at,
       expires_at, uses, uses_left, revoked_at, waits)
     VALUES (:id, :secretHash, :spaceId, :role, :capability, :invitedBy, :createdAt,
       :expiresAt, :uses, :usesLeft, :revokedAt, :waits)`,
  );
  const ofSpace = query<InvitationColumns>(
    database,
    `${invitations} WHERE space_id = :spaceId ORDER BY created_at DESC, number DESC`,
  );
  const bySecret = query<InvitationColumns>(
    database,
    `${invitations} WHERE secret_hash = :secretHash`,
  );
  const revoke = change(
    database,
    'UPDATE invitations SET revoked_at = :at WHERE id = :invitationId AND revoked_at IS NULL',
  );
  const works = 'revoked_at IS NULL AND uses_left > 0 AND expires_at > :at';
  const stillWorks = query(
    database,
    `SELECT id FROM invitations WHERE id = :invitationId AND ${works}`,
  );
  const takeUse = query<Pick<InvitationRow, 'spaceId'>>(
    database,
    `UPDATE invitations SET uses_left = uses_left - 1
     WHERE id = :invitationId AND ${works} AND waits = :waits
     RETURNING space_id AS spaceId`,
  );

  const redemptions = query<Redemption>(
    database,
    `SELECT invitation_id AS invitationId, person_id AS personId
     FROM redemptions WHERE space_id = :spaceId ORDER BY invitation_id, person_id`,
  );
  const noteRedemption = change(
    database,
    `INSERT OR IGNORE INTO redemptions (space_id, invitation_id, person_id)
     VALUES (:spaceId, :invitationId, :personId)`,
  );
  const bar = query(
    database,
    `SELECT at FROM removals
     JOIN invitations ON invitations.space_id = removals.space_id
     WHERE invitations.id = :invitationId AND person_id = :personId
       AND (invitations.uses <> 1 OR invitations.created_at <= at)`,
  );
  const isBarred = (invitationId: string, personId: string) =>
    bar.first({ invitationId, personId }) !== null;

  return {
    createInvitation(invitation) {
      insert.run({ ...invitation, waits: Number(invitation.waits) });
    },
    invitationsOf: (spaceId) => ofSpace.all({ spaceId }).map(invitationOf),
    invitationBySecret(secretHash) {
      const columns = bySecret.first({ secretHash });
      return columns === null ? null : invitationOf(columns);
    },
    redemptionsIn: (spaceId) => redemptions.all({ spaceId }),
    isBarred,
    revokeInvitation: (invitationId, at) => revoke.run({ invitationId, at }) > 0,
    redeemInvitation(invitationId, at, person, membership, session) {
      if (isBarred(invitationId, person.id)) return false;
      const redeemed = takeUse.first({ invitationId, at, waits: 0 });
      if (redeemed === null) return false;
      refuseMixed(redeemed.spaceId, person, membership, session);
      admission.putPerson(person);
      admission.putMembership(membership);
      noteRedemption.run({ spaceId: redeemed.spaceId, invitationId, personId: person.id });
      if (session !== null) admission.beginGuestSession(session);
      return true;
    },
    askToJoin(invitationId, at, person, arrival, session) {
      if (admission.waits(arrival)) return stillWorks.first({ invitationId, at }) !== null;
      if (isBarred(invitationId, person.id)) return false;
      const redeemed = takeUse.first({ invitationId, at, waits: 1 });
      if (redeemed === null) return false;
      refuseMixed(redeemed.spaceId, person, arrival, session);
      if (arrival.invitationId !== invitationId) throw ofAnother();
      admission.putPerson(person);
      admission.putArrival(arrival);
      noteRedemption.run({ spaceId: redeemed.spaceId, invitationId, personId: person.id });
      if (session !== null) admission.beginGuestSession(session);
      return true;
    },
  };
}

/** A link must never admit to a space other than its own, whatever mistake the caller makes. */
function refuseMixed(
  spaceId: string,
  person: PersonRow,
  place: Pick<MembershipRow, 'spaceId' | 'personId'>,
  session: GuestSessionRow | null,
): void {
  if (place.spaceId !== spaceId) throw ofAnother();
  if (place.personId !== person.id || (session?.personId ?? person.id) !== person.id) {
    throw new StorageError(
      'The invitation was not redeemed: person, membership and session are not of the same person.',
    );
  }
}

const ofAnother = () =>
  new StorageError(
    'The invitation was not redeemed: the membership is for another space than the invitation.',
  );
