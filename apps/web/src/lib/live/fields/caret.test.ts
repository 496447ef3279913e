import { expect, test } from 'vitest';
import { caretAfter } from './caret.ts';

test.each([
  ['typed in front: the caret moves along', 'meets in May', 'It meets in May', 8, 11],
  ['typed behind: the caret stays', 'meets', 'meets in May', 3, 3],
  ['removed in front', 'It meets', 'meets', 5, 2],
  ['the stretch it stood in is replaced', 'one two three', 'one 2 three', 6, 5],
  ['everything is replaced', 'abc', 'xyz', 2, 3],
  ['everything is removed', 'abc', '', 2, 0],
])('%s', (_what, before, after, caret, expected) => {
  expect(caretAfter(before, after, caret)).toBe(expected);
});
