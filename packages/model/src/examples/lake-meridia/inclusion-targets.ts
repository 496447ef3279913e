import type { Seeded } from '../seeded.ts';

/** What was asked of the composition, by whom; counted as the process's switch says. */
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
  {
    id: 'target-young-women-below-the-barrage',
    attribute: 'gender',
    values: ['woman'],
    also: [
      { attribute: 'ageBand', values: ['youth'] },
      { attribute: 'custom:bank', values: ['downstream', 'shore'] },
    ],
    amount: { unit: 'count', count: 2 },
    setBy: 'Women of the Basin',
    rationale:
      'Who carries the water when the wells turn salt. One alone would not be asked twice.',
  },
  {
    id: 'target-woman-in-each-session',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'count', count: 1 },
    scope: 'session',
    setBy: 'team',
    rationale: 'What a group of men agrees on in a side room comes back as a draft.',
  },
  {
    id: 'target-women-who-speak',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: 0.3 },
    scope: 'speaking-roles',
    setBy: 'Women of the Basin',
    rationale: 'To sit in a room is not to be heard in it.',
  },
];
