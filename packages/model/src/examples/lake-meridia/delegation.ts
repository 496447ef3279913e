import type { Seeded } from '../seeded.ts';

type Person = Seeded<'participant'>[number];

/**
 * The members of one delegation, with what most of them share. Most speak Arabic and need English
 * interpreted; being known to have come is a risk.
 */
export function delegation(
  id: string | null,
  shared: Omit<Person, 'id'>,
  members: readonly Person[],
) {
  return members.map((member): Person => ({
    delegation: id,
    languages: ['ar'],
    interpretation: ['en'],
    riskLevel: 'medium',
    modality: 'direct-representation',
    ...shared,
    ...member,
  }));
}
