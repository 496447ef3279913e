import { may } from '@parley/contracts';
import type { ArrivalRow, PersonRow, SpaceOfPerson } from '@parley/storage';
import { givesMore, higherRole, membershipOf, type Session } from '../access/index.ts';
import type { MemberParts } from './members.ts';

/** Says to whoever may let people in how many wait, and to nobody else. */
export async function tellHosts(
  { registry, live }: Pick<MemberParts, 'registry' | 'live'>,
  spaceId: string,
): Promise<void> {
  const [members, arrivals] = await Promise.all([
    registry.membersOf(spaceId),
    registry.arrivalsOf(spaceId),
  ]);
  for (const member of members) {
    const { role, capability } = membershipOf(member);
    if (!may('admit', role, capability)) continue;
    live.toPerson(member.personId, { kind: 'arrivals', spaceId, waiting: arrivals.length });
  }
}

/** Lets in somebody who waits; they keep what they have if that is more. */
export async function admit(
  { registry, audit, live, clock, accessChanged }: MemberParts,
  by: Session,
  { process, space }: SpaceOfPerson,
  arrival: ArrivalRow & { readonly person: PersonRow },
): Promise<void> {
  const { personId, capability, person } = arrival;
  const [spaceId, addedAt] = [space.id, clock()];
  const before = await registry.spaceFor(spaceId, personId);
  const place = { spaceId, personId, role: higherRole(arrival, before), capability, addedAt };
  const membership = before === null || givesMore(place, before) ? place : before.membership;
  if (!(await registry.admitArrival(membership))) return;
  await audit.record({
    ...{ chain: { space: spaceId }, by: by.person.id },
    ...{ act: 'admitted', subject: personId },
  });
  if (before !== null) await accessChanged(personId);
  else live.toSpace(spaceId, { kind: 'member-joined', spaceId, name: person.displayName });
  const { title } = space;
  live.toPerson(personId, { kind: 'added-to-space', processId: process.id, spaceId, title });
}

export async function turnAway(
  { registry, audit, live }: MemberParts,
  by: Session,
  { spaceId, personId }: ArrivalRow,
): Promise<void> {
  if (!(await registry.turnAway(spaceId, personId))) return;
  await audit.record({
    ...{ chain: { space: spaceId }, by: by.person.id },
    ...{ act: 'turned-away', subject: personId },
  });
  live.toPerson(personId, { kind: 'turned-away' });
}
