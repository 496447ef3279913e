import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedChecks } from './accepted-checks.ts';
import type { EntryOf } from './entries/index.ts';

type Accepted = EntryOf<'check-accepted'>;
type Reopened = EntryOf<'check-reopened'>;

const stamp = (number: number) => ({ id: `e${number}`, number, at: number, by: null });
const accepted = (number: number, check: string): Accepted => ({
  ...{ ...stamp(number), kind: 'check-accepted', check },
  reason: `Because of ${number}`,
});
const reopened = (number: number, check: string): Reopened => ({
  ...stamp(number),
  ...{ kind: 'check-reopened', check },
});

test('the last word stands, whatever order the entries come in', () => {
  const words = [
    accepted(1, 'late a'),
    reopened(3, 'late a'),
    accepted(4, 'late b'),
    accepted(6, 'late b'),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
      const standing = acceptedChecks(
        shuffled.filter((word) => word.kind === 'check-accepted'),
        shuffled.filter((word) => word.kind === 'check-reopened'),
      );
      expect([...standing].map(([check, { reason }]) => [check, reason])).toEqual([
        ['late b', 'Because of 6'],
      ]);
    }),
  );
});

test('what was reopened can be accepted again', () => {
  const standing = acceptedChecks(
    [accepted(1, 'late a'), accepted(3, 'late a')],
    [reopened(2, 'late a')],
  );
  expect(standing.get('late a')?.number).toBe(3);
});
