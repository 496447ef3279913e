import { expect, it } from 'vitest';
import { journalText } from './journal-text.ts';

it('a journal as a file has every word of every entry, the oldest first', () => {
  const text = journalText(
    [
      { id: 'b', at: 2, text: 'Later\nthoughts', question: '' },
      { id: 'a', at: 1, text: 'First', question: 'Who gains by their absence?' },
    ],
    (time) => `Moment ${time}`,
  );
  const [, ...parts] = text.trimEnd().split('\n\n---\n\n');
  expect(parts).toEqual([
    'Moment 1\nWho gains by their absence?\n\nFirst',
    'Moment 2\n\nLater\nthoughts',
  ]);
});
