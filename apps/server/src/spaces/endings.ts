import { may } from '@parley/contracts';
import type { EndedSpace, SpaceOfPerson } from '@parley/storage';
import { guestKey, membershipOf, type Session } from '../access/index.ts';
import type { MemberParts } from './members.ts';

export interface EndingParts extends MemberParts {
  readonly endSession: (key: string) => void;
}

/** Ends a space: nobody opens it any more. False where somebody else has ended it meanwhile. */
export async function endSpace(
  { registry, audit, accessChanged, clock }: EndingParts,
  by: Session,
  { space }: SpaceOfPerson,
): Promise<boolean> {
  const members = await registry.membersOf(space.id);
  if (!(await registry.endSpace(space.id, clock()))) return false;
  // Who joined between the two is found as well: the space admits nobody any more.
  const late = await registry.membersOf(space.id);
  const people = new Set([...members, ...late].map(({ personId }) => personId));
  const said = { kind: 'access-changed', reason: 'space-ended', spaceId: space.id } as const;
  await Promise.all([...people].map((personId) => accessChanged(personId, said)));
  await audit.record({ chain: { space: space.id }, by: by.person.id, act: 'space-ended' });
  return true;
}

/**
 * Opens a space again, with the members that it had. One whose process has ended as a whole brings
 * the process back, and takes the right to end that.
 */
export async function reopenSpace(
  { registry, audit, live }: EndingParts,
  by: Session,
  { space, process, membership, processEnded }: EndedSpace,
): Promise<'done' | 'not-allowed' | 'not-found'> {
  const { role, capability } = membershipOf(membership);
  if (processEnded && !may('end-process', role, capability)) return 'not-allowed';
  if (!(await registry.reopenSpace(space.id))) return 'not-found';
  await audit.record({ chain: { space: space.id }, by: by.person.id, act: 'space-reopened' });
  const { id: spaceId, title } = space;
  for (const { personId } of await registry.membersOf(spaceId)) {
    if (personId === by.person.id) continue;
    live.toPerson(personId, { kind: 'added-to-space', processId: process.id, spaceId, title });
  }
  return 'done';
}

/** Ends a process, every space of it, and the sessions of guests who have nothing else here. */
export async function endProcess(
  { registry, audit, accessChanged, endSession, clock }: EndingParts,
  by: Session,
  processId: string,
): Promise<boolean> {
  const ended = await registry.endProcess(processId, clock());
  if (ended === null) return false;
  const said = { kind: 'access-changed', reason: 'process-ended', processId } as const;
  await Promise.all(ended.personIds.map((personId) => accessChanged(personId, said)));
  for (const guestId of ended.guestIds) endSession(guestKey(guestId));
  await audit.record({ chain: { process: processId }, by: by.person.id, act: 'process-ended' });
  for (const space of ended.spaceIds) {
    await audit.record({ chain: { space }, by: by.person.id, act: 'space-ended' });
  }
  return true;
}
