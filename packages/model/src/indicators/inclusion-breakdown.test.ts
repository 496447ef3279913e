import { expect, test } from 'vitest';
import type { Participant } from '../records/index.ts';
import { byNominator, closers, compositionBy } from './inclusion-breakdown.ts';
import { aRecord, someParticipants } from './records-for-tests.ts';

const women = { attribute: 'gender', values: ['woman'], comparison: 'at-least' } as const;
const person = (values: Partial<Participant> & { readonly id: string }) =>
  aRecord('participant', values);

test('a composition has the unknowns beside the values, in no value’s count', () => {
  const people = [
    ...someParticipants(2, 'north', { region: 'north' }),
    ...someParticipants(1, 'south', { region: ' south ' }),
    ...someParticipants(1, 'empty', { region: '  ' }),
  ];
  expect(compositionBy('region', people)).toEqual({
    denominator: 4,
    unknowns: 1,
    values: [
      { value: 'north', count: 2, share: 0.5 },
      { value: 'south', count: 1, share: 0.25 },
    ],
  });
});

test('a nominator’s people are shown with the undisclosed among them; not recorded comes last', () => {
  const people = [
    ...someParticipants(9, 'partner', { nominatedBy: 'Partner', gender: 'man' }),
    ...someParticipants(1, 'ministry', { nominatedBy: 'Ministry' }),
    ...someParticipants(4, 'ministry-m', { nominatedBy: 'Ministry ', gender: 'man' }),
    ...someParticipants(20, 'unsaid', { gender: 'woman' }),
  ];
  expect(byNominator(people, women)).toEqual([
    { nominator: 'Partner', count: 0, unknowns: 0, denominator: 9 },
    { nominator: 'Ministry', count: 0, unknowns: 1, denominator: 5 },
    { nominator: null, count: 20, unknowns: 0, denominator: 20 },
  ]);
});

test('who could close the gap: known to count, not invited yet, the nearest first', () => {
  const people = [
    person({ id: 'long', gender: 'woman', stage: 'longlisted' }),
    person({ id: 'second', gender: 'woman', stage: 'nominated', order: 'a2' }),
    person({ id: 'first', gender: 'woman', stage: 'nominated', order: 'a1' }),
    person({ id: 'screened', gender: 'woman', stage: 'screened' }),
    person({ id: 'invited', gender: 'woman', stage: 'invited' }),
    person({ id: 'excluded', gender: 'woman', stage: 'excluded' }),
    person({ id: 'unknown', stage: 'nominated' }),
    person({ id: 'man', gender: 'man', stage: 'nominated' }),
  ];
  expect(closers(women, people).map(({ id }) => id)).toEqual([
    'first',
    'second',
    'screened',
    'long',
  ]);
  expect(closers({ ...women, comparison: 'at-most' }, people)).toEqual([]);
});
