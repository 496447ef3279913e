import { randomUUID } from 'node:crypto';
import { capabilities, may, type Capability, type Role } from '@parley/contracts';
import type { InvitationRow, PersonRow, Registry, SpaceOfPerson } from '@parley/storage';
import type { GuestCookie } from './guest-cookie.ts';
import { membershipOf } from './membership.ts';
import { freeColor, personOf } from './persons.ts';
import { hashSecret, newSecret } from './secrets.ts';
import type { Credentials, Session, SetCookies } from './session.ts';

/** A guest's session lasts for a workshop day. */
const guestHours = 12;
const hour = 60 * 60 * 1000;

export interface InvitationParts {
  readonly registry: Registry;
  readonly guestCookie: GuestCookie;
  readonly clock: () => number;
}

/** A link that works now, and the space that it leads to. */
export interface OpenInvitation {
  readonly invitation: InvitationRow;
  readonly place: SpaceOfPerson;
}

export interface Joined {
  readonly person: Session['person'];
  readonly place: SpaceOfPerson;
  readonly setCookies: SetCookies;
  /** Whether they were not in the space before. */
  readonly isNew: boolean;
}

/** Makes an invitation and the secret that stands in its link, which is not kept. */
export async function createInvitation(
  registry: Registry,
  wish: {
    spaceId: string;
    role: Role;
    capability: Capability;
    uses: number;
    hours: number;
    invitedBy: string;
    now: number;
  },
): Promise<{ invitation: InvitationRow; secret: string }> {
  const secret = newSecret();
  const invitation: InvitationRow = {
    id: randomUUID(),
    secretHash: hashSecret(secret),
    spaceId: wish.spaceId,
    role: wish.role,
    capability: wish.capability,
    invitedBy: wish.invitedBy,
    createdAt: wish.now,
    expiresAt: wish.now + wish.hours * hour,
    usesLeft: wish.uses,
    revokedAt: null,
    waits: false,
  };
  await registry.createInvitation(invitation);
  return { invitation, secret };
}

/**
 * The invitation behind a link, or null when it does not work: unknown, expired, revoked, used up,
 * or made by somebody who may no longer invite there.
 */
export async function openInvitation(
  { registry, clock }: InvitationParts,
  secret: string,
): Promise<OpenInvitation | null> {
  const invitation = await registry.invitationBySecret(hashSecret(secret));
  if (invitation?.revokedAt !== null) return null;
  if (invitation.expiresAt <= clock() || invitation.usesLeft <= 0) return null;
  const place = await registry.spaceFor(invitation.spaceId, invitation.invitedBy);
  if (place === null) return null;
  const { role, capability } = membershipOf(place.membership);
  return may('invite', role, capability) ? { invitation, place } : null;
}

/**
 * Joins a space by a link. Who has an account joins with it. A guest who gives the name that they
 * already have stays the same guest; another name on the same device is another person.
 * Null when the link does not work.
 */
export async function join(
  parts: InvitationParts,
  request: { secret: string; displayName: string },
  session: Session | null,
  credentials: Credentials,
): Promise<Joined | null> {
  const open = await openInvitation(parts, request.secret);
  if (open === null) return null;
  const present = session?.person;
  // On a shared device another name is another person.
  const stays = present?.kind === 'account' || present?.name === request.displayName;
  if (present && stays) {
    const joined = await joinAs(parts, open, present.id);
    if (joined === null) return joined;
    return { ...joined, setCookies: await renewGuest(parts, session, credentials) };
  }
  const joined = await joinAsNewGuest(parts, open, request);
  const formerGuest = joined && parts.guestCookie.read(credentials);
  if (formerGuest) await parts.registry.endGuestSession(hashSecret(formerGuest));
  return joined;
}

async function joinAs(
  { registry, clock }: InvitationParts,
  { invitation, place }: OpenInvitation,
  personId: string,
): Promise<Joined | null> {
  const person = await registry.person(personId);
  if (person === null) return null;
  const before = await registry.spaceFor(invitation.spaceId, personId);
  const joined = { person: personOf(person), place, setCookies: [], isNew: before === null };
  if (before !== null && !givesMore(invitation, before)) return joined;
  return (await redeem(registry, invitation, clock(), person)) ? joined : null;
}

/**
 * A guest who joins once more gets another secret: a cookie that somebody else put into this browser
 * opens nothing afterwards (fixation).
 */
async function renewGuest(
  { registry, guestCookie, clock }: InvitationParts,
  { person, endsAt }: Session,
  credentials: Credentials,
): Promise<SetCookies> {
  const former = person.kind === 'guest' ? guestCookie.read(credentials) : null;
  if (former === null) return [];
  const secret = newSecret();
  const renewed = await registry.replaceGuestSecret(hashSecret(former), hashSecret(secret));
  return renewed ? [guestCookie.give(secret, endsAt - clock())] : [];
}

async function joinAsNewGuest(
  { registry, guestCookie, clock }: InvitationParts,
  { invitation, place }: OpenInvitation,
  request: { displayName: string },
): Promise<Joined | null> {
  const now = clock();
  const members = await registry.membersOf(invitation.spaceId);
  const person: PersonRow = {
    id: randomUUID(),
    kind: 'guest',
    displayName: request.displayName,
    color: freeColor(members.map((member) => member.person)),
    language: '',
    createdAt: now,
  };
  const secret = newSecret();
  const lifetime = guestHours * hour;
  const session = {
    secretHash: hashSecret(secret),
    personId: person.id,
    createdAt: now,
    expiresAt: now + lifetime,
  };
  if (!(await redeem(registry, invitation, now, person, session))) return null;
  const setCookies = [guestCookie.give(secret, lifetime)];
  return { person: personOf(person), place, setCookies, isNew: true };
}

function redeem(
  registry: Registry,
  invitation: InvitationRow,
  now: number,
  person: PersonRow,
  session: Parameters<Registry['redeemInvitation']>[4] = null,
): Promise<boolean> {
  const { spaceId, role, capability } = invitation;
  const membership = { spaceId, personId: person.id, role, capability, addedAt: now };
  return registry.redeemInvitation(invitation.id, now, person, membership, session);
}

/** A link never takes from a member what they have: a lead who opens one stays lead. */
function givesMore(invitation: InvitationRow, place: SpaceOfPerson): boolean {
  const rank = (row: { role: string; capability: string }) =>
    capabilities.indexOf(membershipOf(row).capability);
  return rank(invitation) < rank(place.membership);
}
