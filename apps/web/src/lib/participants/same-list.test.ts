import { describe, expect, it } from 'vitest';
import { sameList } from './same-list.ts';

const same = (a: string, b: string) => a === b;

describe('a list that says the same', () => {
  it('stays the one that it was', () => {
    const earlier = ['a', 'b'];
    expect(sameList(earlier, ['a', 'b'], same)).toBe(earlier);
  });

  it('is replaced when an item is another, more or fewer', () => {
    for (const later of [['a', 'c'], ['a'], ['a', 'b', 'c'], ['b', 'a']]) {
      expect(sameList(['a', 'b'], later, same)).toBe(later);
    }
  });
});
