import { expect, test } from 'vitest';
import type { AgendaBlock } from '../records/index.ts';
import { agendaTimes } from './agenda-times.ts';
import { privateTimes } from './private-time.ts';
import { aRecord, blocksInOrder } from './records-for-tests.ts';

const zones = { timeZone: 'Europe/Zurich', secondTimeZone: null };
const day = aRecord('agendaDay', { id: 'day', date: '2026-11-24' });
const timesOf = (blocks: readonly AgendaBlock[]) => agendaTimes([day], blocks, zones);

const person = (id: string, delegation: string | null) =>
  aRecord('participant', { id, delegation });
const people = [person('ana', 'upstream'), person('bo', 'fishers'), person('cy', null)];

test('caucus minutes are counted for those that a caucus names, themselves or by their people', () => {
  const blocks = blocksInOrder(
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
  const blocks = blocksInOrder({
    id: 'a',
    form: 'caucus',
    delegations: ['upstream'],
    everyone: true,
  });
  const { delegations, unnamed } = privateTimes(timesOf(blocks), blocks, []);
  expect([delegations, unnamed]).toEqual([[], ['a']]);
});
