import { Board, type NewRecord, type Settings } from '@parley/model';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { participantColumns } from '../participant-columns.ts';
import { unknownFields } from './unknown-fields.ts';

/** Stands for the delegation of the elders. */
const elder = 'a';
const basics = { participantFields: ['gender', 'languages'], attributes: {} };

function of(person: NewRecord<'participant'>, more: Partial<Settings> = {}): readonly string[] {
  const board = new Board(new Y.Doc());
  const elders = board.create('actor', { name: 'Elders' });
  const delegation = elders.ok && person.delegation === elder ? elders.value : null;
  board.create('participant', { ...person, delegation });
  const columns = participantColumns({
    ...{ settings: { ...basics, ...more }, delegations: [], persons: [], languages: [] },
    availability: null,
    stageUnderWay: () => null,
  });
  const unknown = board
    .list('participant')
    .flatMap((one) => unknownFields(one, columns).map(({ id }) => id));
  board.destroy();
  return unknown;
}

test('names what is not known, of the fields that the process uses and no others', () => {
  expect(of({ name: 'N' })).toEqual(['pseudonym', 'delegation', 'gender', 'languages']);
  expect(of({ name: 'N' }, { participantFields: ['region'] })).toEqual([
    'pseudonym',
    'delegation',
    'region',
  ]);
});

test('what was said is known, and a need that nobody has is none', () => {
  const known = {
    pseudonym: 'U-01',
    delegation: elder,
    gender: 'woman',
    languages: ['ar'],
  } as const;
  expect(of({ ...known, languages: ['ar'] })).toEqual([]);
  expect(
    of({ ...known, languages: ['ar'] }, { participantFields: ['interpretation', 'consents'] }),
  ).toEqual([]);
});

test('an attribute of the process’s own counts until it has a value', () => {
  const attributes = { clan: { label: 'Clan', values: { north: 'North' } } };
  const known = { pseudonym: 'U-01', delegation: elder };
  expect(of(known, { participantFields: [], attributes })).toEqual(['custom:clan']);
  expect(
    of({ ...known, attributes: { clan: 'north' } }, { participantFields: [], attributes }),
  ).toEqual([]);
});
