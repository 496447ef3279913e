import { randomUUID } from 'node:crypto';
import { capabilities, may, outranks, type Capability, type Role } from '@parley/contracts';
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

interface JoinWish {
  readonly secret: string;
  readonly displayName: string;
  /** What a guest chose to read in (BCP 47), or ''. */
  readonly language: string;
}

/** A link that works now, and the space that it leads to. */
export interface OpenInvitation {
  readonly invitation: InvitationRow;
  readonly place: SpaceOfPerson;
}

export interface Joined {
  readonly person: Session['person'];
  readonly place: SpaceOfPerson;
  readonly invitation: InvitationRow;
  readonly setCookies: SetCookies;
  /** `new`: a member from now on; `waits`: not yet in; `known`: they were in the space before. */
  readonly as: 'new' | 'waits' | 'known';
}

/** Makes an invitation and the secret that stands in its link, which is not kept. */
export async function createInvitation(
  registry: Registry,
  wish: {
    spaceId: string;
    role: Role;
    capability: Capability;
    uses: number;
    waits?: boolean;
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
    uses: wish.uses,
    usesLeft: wish.uses,
    revokedAt: null,
    waits: wish.waits ?? false,
  };
  await registry.createInvitation(invitation);
  return { invitation, secret };
}

/**
 * The invitation behind a link, or null when it does not work: unknown, expired, revoked, used up,
 * or made by somebody who may no longer invite there, or not to that role.
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
  // A role above the inviter's own is no longer theirs to give once they have lost it.
  const gives = may('invite', role, capability) && !outranks(membershipOf(invitation).role, role);
  return gives ? { invitation, place } : null;
}

/**
 * Joins a space by a link. Who has an account joins with it. A guest who gives the name that they
 * already have stays the same guest; another name on the same device is another person.
 * Null when the link does not work; `removed`: not for them, since a host has taken them out.
 */
export async function join(
  parts: InvitationParts,
  request: JoinWish,
  session: Session | null,
  credentials: Credentials,
): Promise<Joined | 'removed' | null> {
  const open = await openInvitation(parts, request.secret);
  if (open === null) return null;
  const present = session?.person;
  // Another name in the same browser makes nobody else of them.
  if (present && (await parts.registry.isBarred(open.invitation.id, present.id))) return 'removed';
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
  const known = {
    person: personOf(person),
    place,
    invitation,
    setCookies: [],
    as: 'known',
  } as const;
  if (before !== null && !givesMore(invitation, before)) return known;
  const role = higherRole(invitation, before);
  if (!(await redeem(registry, { ...invitation, role }, clock(), person))) return null;
  if (invitation.waits) return { ...known, as: 'waits' };
  return before === null ? { ...known, as: 'new' } : known;
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
  request: Pick<JoinWish, 'displayName' | 'language'>,
): Promise<Joined | null> {
  const now = clock();
  const members = await registry.membersOf(invitation.spaceId);
  const person: PersonRow = {
    id: randomUUID(),
    kind: 'guest',
    displayName: request.displayName,
    color: freeColor(members.map((member) => member.person)),
    language: request.language,
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
  const as = invitation.waits ? 'waits' : 'new';
  return { person: personOf(person), place, invitation, setCookies, as };
}

function redeem(
  registry: Registry,
  invitation: InvitationRow,
  now: number,
  person: PersonRow,
  session: Parameters<Registry['redeemInvitation']>[4] = null,
): Promise<boolean> {
  const { id, spaceId, role, capability } = invitation;
  const who = { spaceId, personId: person.id, role, capability };
  if (invitation.waits) {
    const arrival = { ...who, invitationId: id, askedAt: now };
    return registry.askToJoin(id, now, person, arrival, session);
  }
  return registry.redeemInvitation(id, now, person, { ...who, addedAt: now }, session);
}

/** A link never takes from a member what they have: a lead who opens one stays lead. */
export function higherRole(
  offer: Pick<InvitationRow, 'role' | 'capability'>,
  place: SpaceOfPerson | null,
): Role {
  const offered = membershipOf(offer).role;
  if (place === null) return offered;
  const { role } = membershipOf(place.membership);
  return outranks(role, offered) ? role : offered;
}

/** Whether a link lets somebody do more in the space than they may already. */
export function givesMore(
  offer: Pick<InvitationRow, 'role' | 'capability'>,
  place: SpaceOfPerson,
): boolean {
  const rank = (row: { role: string; capability: string }) =>
    capabilities.indexOf(membershipOf(row).capability);
  return rank(offer) < rank(place.membership);
}
