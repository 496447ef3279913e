import { expect, test } from 'vitest';
import { legendTones } from '../records/settings.ts';
import { notationNames, toneIn } from './notation-presets.ts';

test('sectors that look alike go on looking alike, and come back as they were', () => {
  for (const tone of legendTones) {
    for (const name of notationNames) {
      const home = toneIn('handbook', tone);
      expect(toneIn('handbook', toneIn(name, tone)), `${tone} by ${name}`).toBe(home);
    }
  }
  const groups = ['blue', 'orange', 'violet', 'green'] as const;
  expect(new Set(groups.map((tone) => toneIn('greyscale', tone))).size).toBe(4);
  expect(toneIn('colour-safe', 'neutral')).toBe('neutral');
});
