import type { Seeded } from '../seeded.ts';

const delegations = [
  'upland-water-union',
  'delta-farmers-league',
  'lake-fishers-council',
  'ministry-of-water',
  'council-of-elders',
  'women-of-the-basin',
];
const allBut = (...missing: readonly string[]) =>
  delegations.filter((delegation) => !missing.includes(delegation));

/** Who is not in `agreedBy` has not answered, or has not agreed. */
export const groundRules: Seeded<'groundRule'> = [
  {
    id: 'rule-non-attribution',
    preset: 'non-attribution',
    text: 'What is said may be used; who said it, and that they were here, may not be told.',
    proposedBy: 'Dialogue team',
    agreedBy: delegations,
  },
  {
    id: 'rule-attire',
    preset: 'attire-and-arms',
    text: 'No uniforms, no weapons, no escorts beyond the gate of the house.',
    proposedBy: 'Lake Fishers Council',
    agreedBy: allBut('ministry-of-water'),
  },
  {
    id: 'rule-plain-language',
    preset: 'plain-language',
    text: 'Whoever uses a term of engineering or law says in one sentence what it means.',
    proposedBy: 'Women of the Basin',
    agreedBy: delegations,
  },
  {
    id: 'rule-devices',
    preset: 'devices',
    text: 'Telephones stay in the boxes at the door. Calls home: from the garden room, at any time.',
    proposedBy: 'Dialogue team',
    agreedBy: allBut('ministry-of-water', 'delta-farmers-league'),
  },
  {
    id: 'rule-media',
    preset: 'media',
    text: 'No statement before all delegations have one in hand, word for word the same.',
    proposedBy: 'Delta Farmers’ League',
    agreedBy: allBut('council-of-elders'),
  },
  {
    id: 'rule-turns',
    text: 'Nobody speaks a second time before everybody who wants to has spoken once.',
    proposedBy: 'Council of Elders',
    agreedBy: delegations,
  },
];
