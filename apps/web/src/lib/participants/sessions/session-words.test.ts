import { expect, it } from 'vitest';
import { minutesOf, secondsIn } from './minutes.ts';
import { zeroSentences } from './session-words.ts';

it('says every group that is missing, those alike together, with what is not known', () => {
  const zero = { of: 'came', unknowns: 0, awaited: 0 } as const;
  const said = zeroSentences(
    [
      { ...zero, group: 'women' },
      { ...zero, group: 'youth', unknowns: 2, awaited: 1 },
      { ...zero, group: 'experts' },
    ],
    { expected: 9, came: 4 },
    (group) => group,
  );
  expect(said).toEqual([
    'Women and experts: nobody of 4 who came.',
    'Youth: nobody of 4 who came. Of 2 it is not known. Not recorded yet, and expected: 1.',
  ]);
});

it('reads minutes as people write them, and nothing else', () => {
  for (const [typed, seconds] of [
    ['7', 420],
    ['7.5', 450],
    ['7,5', 450],
    [' 7:05 ', 425],
    ['0', 0],
    ['', null],
    ['7:65', null],
    ['-1', null],
    ['seven', null],
  ] as const)
    expect(secondsIn(typed), typed).toBe(seconds);
  expect(minutesOf(450)).toBe('7.5');
});
