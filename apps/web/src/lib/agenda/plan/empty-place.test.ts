import { expect, test } from 'vitest';
import { someBlocks, timesOf } from './agenda-for-tests.ts';
import { emptyPlaceAt } from './empty-place.ts';

// 09:00 opening, free from 10:00, 10:45 lunch until 11:45
const [day] = timesOf(someBlocks({ id: 'opening' }, { id: 'lunch', fixedStart: '10:45' }));
if (!day) throw new Error('The day has no times');
const at = (minute: number) => {
  const place = emptyPlaceAt(day, minute);
  return place && [place.patch.fixedStart, place.duration, place.successor];
};

test.each([
  ['directly after a block it follows', 610, [null, 45, 'lunch']],
  ['further on it starts where it was pointed at', 634, ['10:30', 15, 'lunch']],
  ['after the last block it lasts an hour', 712, [null, 60, null]],
  ['later in the day it leaves a gap', 800, ['13:15', 60, null]],
  ['where a block stands there is no place', 700, null],
])('%s', (_, minute, expected) => expect(at(minute)).toEqual(expected));
