import { boardRecordTypes, type Participant } from '@parley/model';
import { expect, test } from 'vitest';
import { someBlocks, timesOf } from './agenda-for-tests.ts';
import { privateTimes } from './private-time.ts';

const person = (id: string, delegation: string | null): Participant => ({
  // The defaults name every field of a participant but its order.
  ...(boardRecordTypes.participant.defaults() as Omit<Participant, 'id' | 'order'>),
  id,
  order: 'a0',
  delegation,
});
const people = [person('ana', 'upstream'), person('bo', 'fishers'), person('cy', null)];

test('caucus minutes are counted for those that a caucus names, themselves or by their people', () => {
  const blocks = someBlocks(
    { id: 'plenary', delegations: ['upstream'], everyone: false },
    {
      id: 'first',
      form: 'caucus',
      track: 1,
      duration: 45,
      everyone: false,
      delegations: ['upstream'],
    },
    {
      id: 'second',
      form: 'caucus',
      track: 2,
      everyone: false,
      participants: ['ana', 'cy'],
      delegations: ['downstream'],
      duration: 30,
    },
    { id: 'open', form: 'caucus' },
  );
  const start = timesOf(blocks)[0]?.blocks[1]?.startsAt ?? Number.NaN;
  expect(privateTimes(timesOf(blocks), blocks, people)).toEqual({
    delegations: [
      { delegation: 'upstream', minutes: 75, blocks: ['first', 'second'], firstAt: start },
      { delegation: 'downstream', minutes: 30, blocks: ['second'], firstAt: start },
      { delegation: 'fishers', minutes: 0, blocks: [], firstAt: null },
    ],
    unnamed: ['open'],
  });
});

test('who is no longer named is no longer counted', () => {
  const blocks = someBlocks({ id: 'a', form: 'caucus', delegations: ['upstream'], everyone: true });
  const { delegations, unnamed } = privateTimes(timesOf(blocks), blocks, []);
  expect([delegations, unnamed]).toEqual([[], ['a']]);
});
