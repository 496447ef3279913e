import type { Seeded } from '../seeded.ts';

/** What three sides asked of the composition; counted as the process's switch says. */
export const inclusionTargets: Seeded<'inclusionTarget'> = [
  {
    id: 'target-women',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: 0.3 },
    setBy: 'donor',
    rationale: 'A condition of the grant. The parties heard of it after their lists were closed.',
  },
  {
    id: 'target-youth',
    attribute: 'ageBand',
    values: ['youth'],
    amount: { unit: 'share', share: 0.2 },
    setBy: 'the parties',
    rationale:
      'Agreed at the preparatory meeting: those who will live with the text help to write it.',
  },
  {
    id: 'target-woman-in-each-delegation',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'count', count: 1 },
    scope: 'delegation',
    setBy: 'team',
    rationale: 'An average hides a table without a woman. One is a voice, not yet a say.',
  },
];
