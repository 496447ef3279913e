import { participantType, type Participant } from '@parley/model';
import { expect, it } from 'vitest';
import { shareCells } from './share-rows.ts';

const person = (id: string, gender: Participant['gender']) =>
  // Defaults name every field but the two that a test gives.
  ({ ...participantType.defaults(), id, order: 'a0', gender }) as unknown as Participant;
const people = [
  person('a', 'woman'),
  person('b', 'man'),
  person('c', 'man'),
  person('d', 'undisclosed'),
];
const [a, b, c, d] = people as [Participant, Participant, Participant, Participant]; // as listed
const women = { attribute: 'gender', values: ['woman'] };
const asked = {
  comparison: 'at-least',
  amount: { unit: 'share', share: 0.3 },
  scope: 'process',
} as const;

it('holds a share against each whole by itself, and never takes the unknown for a yes', () => {
  const cells = shareCells(
    women,
    asked,
    {
      expected: [a, b, c],
      came: [a, b, c, d],
      roles: [b, b, c],
      times: [new Map([['a', 60] as const, ['b', 600] as const])],
    },
    people,
  );
  const short = Object.entries(cells).map(([whole, cell]) => [
    ...[whole, cell.seconds, cell.unknown, cell.recorded, cell.stands],
  ]);
  expect(short).toEqual([
    ['expected', 1, 0, 3, 'holds'],
    ['came', 1, 1, 4, 'open'],
    ['roles', 0, 0, 3, 'fails'],
    ['time', 60, 0, 660, 'fails'],
  ]);
});

it('says nothing of what nobody asked for, or where there is nothing on record', () => {
  const empty = { expected: [], came: [], roles: [], times: [] };
  for (const target of [null, asked]) {
    for (const cell of Object.values(shareCells(women, target, empty, people)))
      expect([cell.share, cell.stands]).toEqual([null, null]);
  }
  expect(shareCells(women, null, { ...empty, came: [a] }, people).came.stands).toBeNull();
});

it('holds what was asked of speaking time against nothing else', () => {
  const times = [new Map([['a', 60] as const, ['b', 600] as const])];
  const rooms = { expected: [a, b], came: [a], roles: [b], times };
  const ofTime = shareCells(women, { ...asked, scope: 'speaking-time' }, rooms, people);
  expect(Object.entries(ofTime).map(([whole, { stands }]) => [whole, stands])).toEqual([
    ...[['expected', null] as const, ['came', null] as const, ['roles', null] as const],
    ['time', 'fails'],
  ]);
});
