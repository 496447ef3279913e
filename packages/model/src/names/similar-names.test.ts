import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness, similarTo } from './similar-names.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));
const namesLike = (name: string, ...others: string[]) =>
  similarTo(name, named(...others)).map((other) => other.name);

describe('who may be the same', () => {
  test.each([
    ['Council of Elders', 'council of the elders'],
    ['Elders', 'Council of Elders'],
    ['Fishers’ Union', 'Fishers Union'],
    ['Fisher’s Unoin', 'Fishers’ Union'],
    ['C.E.W.', 'Council of Elder Women'],
    ['Événement', 'evenement'],
    ['مجلس الشيوخ', 'مَجلس الشيوخ'],
    ['الحركة الوطنيه', 'الحركة الوطنية'],
    ['إتحاد الصيادين', 'اتحاد الصيادين'],
  ])('%s and %s', (one, other) => {
    expect(namesLike(one, 'Harbour Authority', other)).toEqual([other]);
  });

  test.each([
    ['Youth Council', 'Harbour Authority'],
    ['Party 1', 'Group 1'],
    ['Northern Front', 'Council of Elders'],
    ['مجلس الشيوخ', 'الحركة الوطنية'],
  ])('%s and %s are not', (one, other) => {
    expect(namesLike(one, other)).toEqual([]);
  });

  test('the most alike stands first', () => {
    expect(namesLike('Women of the Lake', 'Lake Women', 'Women of the Lake', 'Army')).toEqual([
      'Women of the Lake',
      'Lake Women',
    ]);
  });

  test('likeness is from 0 to 1, the same both ways, and 1 of a name with itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (one, other) => {
          const like = likeness(one, other);
          expect(like).toBeGreaterThanOrEqual(0);
          expect(like).toBeLessThanOrEqual(1);
          expect(likeness(other, one)).toBeCloseTo(like, 10);
          if (/\p{L}/u.test(one)) expect(likeness(one, one)).toBe(1);
        },
      ),
    );
  });
});
