import { expect, it } from 'vitest';
import { withUnderWay } from './attendance-under-way.ts';

it('puts what is on its way over what is on record, the last word last, and changes no record', () => {
  const recorded = new Map([['opening', new Map([['a', true] as const, ['b', false] as const])]]);
  const seen = withUnderWay(recorded, [
    { block: 'opening', participants: ['a', 'b'], came: null },
    { block: 'opening', participants: ['b'], came: true },
    { block: 'lunch', participants: ['a'], came: false },
  ]);
  expect([...(seen.get('opening') ?? [])]).toEqual([['b', true]]);
  expect([...(seen.get('lunch') ?? [])]).toEqual([['a', false]]);
  expect(recorded.get('opening')?.get('a')).toBe(true);
});
