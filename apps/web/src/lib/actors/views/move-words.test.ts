import { expect, test } from 'vitest';
import { sharedWords, type Words } from './move-words.ts';

const levels = [
  { of: 'interest', level: 3 },
  { of: 'structural', level: null },
] as const;
const words = (rationale: string, alternative = ''): Words => ({ rationale, alternative });

test('what was written of each kind stands apart where it differs', () => {
  const before = { interest: words('They ask each week.'), structural: words('Boats.', 'Hired.') };
  expect(
    sharedWords(levels, ({ of }) => (of === 'interest' ? before.interest : before.structural)),
  ).toEqual([
    { levels: [levels[0]], ...before.interest },
    { levels: [levels[1]], ...before.structural },
  ]);
});

test('one field serves kinds of which the same was written, or nothing', () => {
  for (const same of [words(''), words('Boats.', 'Hired.')]) {
    expect(sharedWords(levels, () => same)).toEqual([{ levels, ...same }]);
  }
});
