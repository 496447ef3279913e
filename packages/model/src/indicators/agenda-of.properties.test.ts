import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { seedBoard } from '../board/seed.ts';
import { lakeMeridia } from '../examples/index.ts';
import { settingsId } from '../records/index.ts';
import { agendaOf, type Whose } from './agenda-of.ts';
import { agendaTimes } from './agenda-times.ts';

const doc = new Y.Doc();
seedBoard(doc, lakeMeridia);
const board = new Board(doc);
const people = board.list('participant');
const blocks = board.list('agendaBlock');
const settings = board.get('settings', settingsId);
if (!settings) throw new Error('no settings');
const days = agendaTimes(board.list('agendaDay'), blocks, settings);
const of = (by: Whose['by'], id: string) => agendaOf({ by, id }, days, blocks, people);
const idsOf = (by: Whose['by'], id: string) =>
  of(by, id).map((day) => day.blocks.map(({ times }) => times.block));

describe('a day as one party has it', () => {
  test('has what everybody has, its own caucus, and the groups that some of it sit in', () => {
    const [first] = of('party', 'upland-water-union');
    expect(first?.blocks.map(({ times, people: theirs }) => [times.block, theirs.length])).toEqual([
      ['d1-arrival', 5],
      ['d1-lake', 5],
      ['d1-break', 5],
      ['d1-wg1', 2],
      ['d1-wg2', 2],
      ['d1-lunch', 5],
      ['d1-caucus-up', 5],
      ['d1-first-reading', 5],
    ]);
    expect(first?.blocks.find(({ times }) => times.block === 'd1-wg1')?.meanwhile).toEqual([
      'd1-wg2',
    ]);
  });

  test('says when it waits while others meet', () => {
    const [, second] = of('party', 'ministry-of-water');
    // Lunch until 13:30, the bilateral until 14:00, and nothing until 14:15.
    expect(second?.free.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 60_000)).toEqual([15]);
    expect(second?.busy).toBe(435 - 15);
  });

  test('is empty for whoever is out of it', () => {
    const gone = people.find(({ stage }) => stage === 'withdrawn');
    expect(idsOf('person', gone?.id ?? '').flat()).toEqual([]);
  });
});

describe('whoever looks', () => {
  const parties = [...new Set(people.flatMap(({ delegation }) => delegation ?? []))];

  test('somebody is where their party is, and a party is where somebody of it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parties), (party) => {
        const theirs = new Set(idsOf('party', party).flat());
        for (const { id } of people.filter(({ delegation }) => delegation === party)) {
          for (const block of idsOf('person', id).flat()) expect(theirs).toContain(block);
        }
      }),
    );
  });

  test('the order of entry changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...parties),
        fc.shuffledSubarray([...people], { minLength: people.length }),
        fc.shuffledSubarray([...blocks], { minLength: blocks.length }),
        (id, somePeople, someBlocks) => {
          expect(agendaOf({ by: 'party', id }, days, someBlocks, somePeople)).toEqual(
            of('party', id),
          );
        },
      ),
    );
  });

  test('busy minutes are those of a clock that looks every minute', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parties), (party) => {
        for (const { blocks: own, busy, free } of of('party', party)) {
          const runs = (at: number) =>
            own.some(({ times }) => times.startsAt <= at && at < times.endsAt);
          const from = Math.min(...own.map(({ times }) => times.startsAt));
          const until = Math.max(...own.map(({ times }) => times.endsAt));
          let [seen, idle] = [0, 0];
          for (let at = from; at < until; at += 60_000) {
            if (runs(at)) seen += 1;
            else idle += 1;
          }
          expect(busy).toBe(seen);
          expect(free.reduce((sum, gap) => sum + (gap.endsAt - gap.startsAt) / 60_000, 0)).toBe(
            idle,
          );
        }
      }),
    );
  });

  test('a room has what takes place in it, and nothing else', () => {
    expect(idsOf('room', 'room-b')).toEqual([['d1-wg2', 'd1-caucus-down'], []]);
  });
});
