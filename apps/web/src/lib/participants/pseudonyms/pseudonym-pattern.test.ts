import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPattern, lettersFor, pseudonymsFor } from './pseudonym-pattern.ts';

const pattern = 'Delegate {letter}-{number}';
const lacking = ({ pseudonym }: { readonly pseudonym: string }) => pseudonym.trim() === '';
const at = (id: string, delegation: string | null, pseudonym = '') => ({
  ...{ id, delegation, pseudonym },
});

test('counts within each delegation, and goes round what is taken', () => {
  const people = [
    ...[at('a', 'u'), at('b', 'u', 'Delegate U-02'), at('c', 'u')],
    ...[at('d', 'l'), at('e', null), at('f', 'u')],
  ];
  const letters = new Map([
    ['u', 'U'],
    ['l', 'L'],
  ]);
  expect(Object.fromEntries(pseudonymsFor(people, lacking, pattern, letters, 'X'))).toEqual({
    a: 'Delegate U-01',
    c: 'Delegate U-03',
    f: 'Delegate U-04',
    d: 'Delegate L-01',
    e: 'Delegate X-01',
  });
});

test('anew for everybody, from the first number on', () => {
  const people = [at('a', null, 'Delegate X-07'), at('b', null)];
  expect([...pseudonymsFor(people, () => true, pattern, new Map(), 'X').values()]).toEqual([
    'Delegate X-01',
    'Delegate X-02',
  ]);
});

test('no two delegations have the same letter, in whatever script', () => {
  const letters = lettersFor([
    { id: '1', name: 'Upland' },
    { id: '2', name: 'Union' },
    { id: '3', name: 'U' },
    { id: '4', name: 'مجلس' },
    { id: '5', name: '' },
  ]);
  expect([...letters.values()].slice(0, 2)).toEqual(['U', 'N']);
  expect(letters.get('4')).toBe('م');
  expect(new Set(letters.values()).size).toBe(5);
});

test('a pattern without a number tells nobody apart', () => {
  expect(isPattern(pattern)).toBe(true);
  expect(isPattern('Delegate {letter}')).toBe(false);
});

test('nobody gets a pseudonym that another has, and nobody loses theirs', () => {
  const person = fc.record({
    delegation: fc.constantFrom(null, 'u', 'l'),
    pseudonym: fc.constantFrom('', '', 'Delegate U-01', 'Delegate L-02', '$&'),
  });
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 30 }),
      fc.constantFrom(pattern, '{number}', '{letter}{number}{letter}'),
      fc.constantFrom('U', '$&', ''),
      (list, by, none) => {
        const people = list.map((one, index) => ({ ...one, id: String(index) }));
        const given = pseudonymsFor(people, lacking, by, new Map([['u', 'U']]), none);
        const kept = new Set<string>(
          people.filter((one) => !lacking(one)).map((one) => one.pseudonym),
        );
        expect([...given.keys()]).toEqual(people.filter(lacking).map(({ id }) => id));
        expect(new Set(given.values()).size).toBe(given.size);
        for (const pseudonym of given.values()) expect(kept.has(pseudonym)).toBe(false);
      },
    ),
  );
});
