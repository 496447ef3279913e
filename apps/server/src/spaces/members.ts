import {
  capabilities,
  may,
  outranks,
  roles,
  type AuditAct,
  type Capability,
  type Role,
} from '@parley/contracts';
import type { Keeper, MembershipChange, PersonRow, Registry, SpaceOfPerson } from '@parley/storage';
import { membershipOf, type Session } from '../access/index.ts';
import type { Audit } from '../audit/audit.ts';
import type { Live } from '../live/live.ts';
import type { TellAccess } from './access-changes.ts';

export interface MemberParts {
  readonly registry: Registry;
  readonly audit: Audit;
  readonly live: Live;
  readonly accessChanged: TellAccess;
  readonly clock: () => number;
}

/** Who changes members, and where they stand. */
export interface Host {
  readonly session: Session;
  readonly place: SpaceOfPerson;
  readonly role: Role;
}

/** Why a change of members was refused. */
export type MemberRefusal = 'not-found' | 'not-allowed' | 'nobody-left';

/** Whoever looks after a space: by the table of rights, as storage needs it. */
const keepers: readonly Keeper[] = roles.flatMap((role) =>
  capabilities
    .filter((capability) => may('manage-members', role, capability))
    .map((capability) => ({ role, capability })),
);

/** Somebody of the process who could be added to a space, with the role that they have already. */
export interface Newcomer {
  readonly person: PersonRow;
  readonly role: Role;
}

/**
 * Who is in another space of the process that the host is in too, and not in this one: they are known
 * to the host anyway. A space that the host is not in tells nothing here (P3).
 */
export async function candidatesFor(
  { registry }: Pick<MemberParts, 'registry'>,
  { session, place }: Host,
): Promise<readonly Newcomer[]> {
  const here = await registry.membersOf(place.space.id);
  const inside = new Set(here.map(({ personId }) => personId));
  const found = new Map<string, Newcomer>();
  for (const other of await spacesBeside(registry, session, place)) {
    for (const member of await registry.membersOf(other.space.id)) {
      const { role } = membershipOf(member);
      const known = found.get(member.personId);
      if (inside.has(member.personId) || (known && !outranks(role, known.role))) continue;
      found.set(member.personId, { person: member.person, role });
    }
  }
  return [...found.values()];
}

/** Adds somebody of `candidatesFor`, with the role that they have in the process already. */
export async function addMember(
  parts: MemberParts,
  host: Host,
  personId: string,
  capability: Capability,
): Promise<'done' | MemberRefusal> {
  const newcomers = await candidatesFor(parts, host);
  const newcomer = newcomers.find(({ person }) => person.id === personId);
  if (!newcomer) return 'not-found';
  const { registry, audit, live, clock } = parts;
  const { space, process } = host.place;
  const [spaceId, { role, person }] = [space.id, newcomer];
  await registry.putMembership({ spaceId, personId, role, capability, addedAt: clock() });
  await audit.record({
    ...{ chain: { space: spaceId }, by: host.session.person.id },
    ...{ act: 'member-added', subject: personId },
  });
  live.toSpace(spaceId, { kind: 'member-joined', spaceId, name: person.displayName });
  const { title } = space;
  live.toPerson(personId, { kind: 'added-to-space', processId: process.id, spaceId, title });
  return 'done';
}

/**
 * Changes role and capability of a member. The role holds in every space of the process where this
 * host looks after members; a space that they are not in keeps its own (docs/decisions, roles).
 */
export async function changeMember(
  parts: MemberParts,
  host: Host,
  personId: string,
  wish: { readonly role?: Role | undefined; readonly capability?: Capability | undefined },
): Promise<'done' | MemberRefusal> {
  const member = await memberBelow(parts, host, personId);
  if (typeof member === 'string') return member;
  if (wish.role !== undefined && outranks(wish.role, host.role)) return 'not-allowed';
  const spaceId = host.place.space.id;
  const changes: Change[] = [];
  const capability = wish.capability ?? member.capability;
  const role = wish.role ?? member.role;
  if (role !== member.role || capability !== member.capability) {
    changes.push({ spaceId, personId, from: member, becomes: { role, capability } });
  }
  if (wish.role !== undefined) changes.push(...(await elsewhere(parts, host, personId, wish.role)));
  if (changes.length === 0) return 'done';
  const done = await parts.registry.changeMemberships(changes, keepers);
  if (done !== 'done') return done === 'no-member' ? 'not-found' : done;
  for (const change of changes) {
    await parts.accessChanged(personId, {
      ...{ kind: 'access-changed', reason: 'role-changed', spaceId: change.spaceId },
    });
    parts.live.toSpace(change.spaceId, { kind: 'place-changed', spaceId: change.spaceId });
    await recordChange(parts, host, change);
  }
  return 'done';
}

/**
 * Takes a member out of the space; oneself too, which is leaving. Who was taken out comes back only by
 * a host's act: as somebody of the process, or by a link made for them (docs/decisions/0011).
 */
export async function removeMember(
  parts: MemberParts,
  host: Host,
  personId: string,
): Promise<'done' | MemberRefusal> {
  const member = await memberBelow(parts, host, personId);
  if (typeof member === 'string') return member;
  const spaceId = host.place.space.id;
  // Who leaves by themselves may come back as they came.
  const leaves = personId === host.session.person.id;
  const barred = leaves ? {} : { barredAt: parts.clock() };
  const removal = { spaceId, personId, becomes: null, ...barred };
  const done = await parts.registry.changeMemberships([removal], keepers);
  if (done !== 'done') return done === 'no-member' ? 'not-found' : done;
  await parts.accessChanged(personId, { kind: 'access-changed', reason: 'removed', spaceId });
  parts.live.toSpace(spaceId, { kind: 'place-changed', spaceId });
  await parts.audit.record({
    ...{ chain: { space: spaceId }, by: host.session.person.id },
    ...{ act: 'member-removed', subject: personId },
  });
  return 'done';
}

interface Standing {
  readonly role: Role;
  readonly capability: Capability;
}
type Change = MembershipChange & { readonly from: Standing; readonly becomes: Standing };

/** The member, unless somebody of a higher role than the host. */
async function memberBelow(
  { registry }: MemberParts,
  host: Host,
  personId: string,
): Promise<Standing | 'not-found' | 'not-allowed'> {
  const members = await registry.membersOf(host.place.space.id);
  const row = members.find((member) => member.personId === personId);
  if (!row) return 'not-found';
  const member = membershipOf(row);
  return outranks(member.role, host.role) ? 'not-allowed' : member;
}

/** The same change of role in the other spaces of the process where the host may make it. */
async function elsewhere(
  { registry }: MemberParts,
  { session, place }: Host,
  personId: string,
  role: Role,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const other of await spacesBeside(registry, session, place)) {
    const own = membershipOf(other.membership);
    if (!may('manage-members', own.role, own.capability) || outranks(role, own.role)) continue;
    const members = await registry.membersOf(other.space.id);
    const row = members.find((member) => member.personId === personId);
    if (!row) continue;
    const from = membershipOf(row);
    if (from.role === role || outranks(from.role, own.role)) continue;
    const becomes = { role, capability: from.capability };
    changes.push({ spaceId: other.space.id, personId, from, becomes });
  }
  return changes;
}

async function spacesBeside(
  registry: Registry,
  session: Session,
  place: SpaceOfPerson,
): Promise<readonly SpaceOfPerson[]> {
  const places = await registry.spacesOf(session.person.id);
  return places.filter(
    ({ process, space }) => process.id === place.process.id && space.id !== place.space.id,
  );
}

async function recordChange(
  { audit }: MemberParts,
  host: Host,
  { spaceId, personId, from, becomes }: Change,
): Promise<void> {
  const acts: AuditAct[] = [];
  if (from.role !== becomes.role) acts.push('role-changed');
  if (from.capability !== becomes.capability) acts.push('capability-changed');
  for (const act of acts) {
    const by = host.session.person.id;
    await audit.record({ chain: { space: spaceId }, by, act, subject: personId });
  }
}
