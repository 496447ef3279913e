import { expect, test } from 'vitest';
import { partiesAtTable, partiesInBlock } from './parties.ts';
import { aRecord } from './records-for-tests.ts';

const actors = [
  aRecord('actor', { id: 'union', name: 'Union', role: 'primary' }),
  aRecord('actor', { id: 'league', name: 'League', role: 'secondary' }),
  aRecord('actor', { id: 'command', name: 'Command', role: 'primary' }),
  aRecord('actor', { id: 'team', name: 'Team', role: 'third-party' }),
];
const people = [
  aRecord('participant', { id: 'u', delegation: 'union', stage: 'confirmed' }),
  aRecord('participant', { id: 'l', delegation: 'league', stage: 'invited' }),
  aRecord('participant', { id: 'c', delegation: 'command', stage: 'excluded' }),
  aRecord('participant', { id: 't', delegation: 'team', stage: 'confirmed' }),
];
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test('parties are those that are represented, whatever their role; the team is none', () => {
  expect(ids(partiesAtTable(actors, people))).toEqual(['union', 'league']);
});

test('before anybody is on the list, parties are those of the conflict', () => {
  expect(ids(partiesAtTable(actors, []))).toEqual(['union', 'command']);
});

test('who was named as a party stays one', () => {
  expect(ids(partiesAtTable(actors, people, new Set(['command'])))).toEqual([
    'union',
    'league',
    'command',
  ]);
});

test('a party is in a block where all are, where it is named, or where somebody of it is', () => {
  const there = (values: object) =>
    partiesInBlock(
      aRecord('agendaBlock', {
        id: 'block',
        day: 'day',
        title: 'Talk',
        everyone: false,
        ...values,
      }),
      ['union', 'league', 'command'],
      people,
    );
  expect(there({ everyone: true })).toEqual(['union', 'league', 'command']);
  expect(there({ delegations: ['league'] })).toEqual(['league']);
  expect(there({ participants: ['u'] })).toEqual(['union']);
  expect(there({ participants: ['c'] })).toEqual([]);
  expect(there({})).toEqual([]);
});
