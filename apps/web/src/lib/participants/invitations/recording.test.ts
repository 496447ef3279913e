import { expect, test } from 'vitest';
import { inParts } from './recording.ts';

test('several hundred people are recorded in parts that a command takes', () => {
  const people = Array.from({ length: 401 }, (_, at) => ({ id: String(at) }));
  const parts = inParts(people);
  expect(parts.map(({ length }) => length)).toEqual([200, 200, 1]);
  expect(parts.flat()).toEqual(people.map(({ id }) => id));
  expect(inParts([])).toEqual([]);
});
