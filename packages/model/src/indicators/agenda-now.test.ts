import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { seedBoard } from '../board/seed.ts';
import { lakeMeridia } from '../examples/index.ts';
import { settingsId } from '../records/index.ts';
import { agendaNow } from './agenda-now.ts';
import { agendaTimes } from './agenda-times.ts';

const doc = new Y.Doc();
seedBoard(doc, lakeMeridia);
const board = new Board(doc);
const settings = board.get('settings', settingsId);
if (!settings) throw new Error('no settings');
const days = agendaTimes(board.list('agendaDay'), board.list('agendaBlock'), settings);

/** At a time on the clocks of Zurich in November, an hour ahead of the world's. */
function at(day: number, hour: number, minute = 0) {
  const { now, next, later } = agendaNow(days, Date.UTC(2026, 10, day, hour - 1, minute));
  const idsOf = (list: typeof now) => list.map(({ times }) => times.block);
  return [idsOf(now), idsOf(next), later.length];
}

describe('what goes on', () => {
  test('is the block that has begun, from its first minute until its last', () => {
    expect(at(24, 9)).toEqual([['d1-arrival'], ['d1-lake'], 7]);
    expect(at(24, 9, 29)).toEqual([['d1-arrival'], ['d1-lake'], 7]);
    expect(at(24, 9, 30)).toEqual([['d1-lake'], ['d1-break'], 6]);
  });

  test('is all that runs side by side, and what begins next is too', () => {
    expect(at(24, 11)).toEqual([['d1-wg1', 'd1-wg2'], ['d1-lunch'], 3]);
    expect(at(24, 13, 29)[1]).toEqual(['d1-caucus-up', 'd1-caucus-down']);
    expect(at(24, 14, 5)).toEqual([['d1-caucus-up'], ['d1-first-reading'], 0]);
  });

  test('is nothing before, in between and after; the next may be on another day', () => {
    expect(at(20, 9)).toEqual([[], ['d1-arrival'], 8]);
    expect(at(24, 20)).toEqual([[], ['d2-preparation'], 9]);
    expect(at(25, 23)).toEqual([[], [], 0]);
  });
});
