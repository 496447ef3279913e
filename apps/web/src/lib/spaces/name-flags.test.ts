import type { Person } from '@parley/contracts';
import { expect, it } from 'vitest';
import { nameFlags } from './name-flags.ts';

const people = (...names: string[]): Person[] =>
  names.map((name) => ({ id: name, kind: 'guest', name, color: 0 }));

it('flags both of two names that look alike, and nobody else', () => {
  // The second begins with a Cyrillic letter.
  const flags = nameFlags(people('Amira', '\u0410mira', 'Bilal'));
  expect(flags.get('Amira')).toEqual({ kind: 'alike', other: '\u0410mira' });
  expect(flags.get('\u0410mira')).toEqual({ kind: 'alike', other: 'Amira' });
  expect(flags.has('Bilal')).toBe(false);
});

it('tells the same name from one that only looks so', () => {
  const [one, two] = [
    { id: '1', kind: 'guest', name: 'Amira', color: 0 },
    { id: '2', kind: 'account', name: 'Amira', color: 1 },
  ] as const;
  expect(nameFlags([one, two]).get('1')).toEqual({ kind: 'same', other: 'Amira' });
});
