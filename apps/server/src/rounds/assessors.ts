import { may } from '@parley/contracts';
import type { EntryOf } from '@parley/model/ledger';
import type { PersonRow, Registry } from '@parley/storage';
import { membershipOf } from '../access/index.ts';

/**
 * Those whose ratings count in a round: who is asked, is a member now, and may assess now. Whoever was
 * taken out cannot change or take back what they gave, so it neither counts nor is revealed.
 */
export async function assessorsOf(
  registry: Pick<Registry, 'membersOf'>,
  spaceId: string,
  { assessors }: Pick<EntryOf<'round-opened'>, 'assessors'>,
): Promise<readonly PersonRow[]> {
  const members = await registry.membersOf(spaceId);
  return members.flatMap((member) => {
    const { role, capability } = membershipOf(member);
    const asked = assessors === null || assessors.includes(member.personId);
    return asked && may('assess', role, capability) ? [member.person] : [];
  });
}
