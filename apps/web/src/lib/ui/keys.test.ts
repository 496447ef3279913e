import { expect, it } from 'vitest';
import { keysInWords } from './keys.ts';

it('writes a shortcut as the keyboard in front of the reader does', () => {
  expect(keysInWords('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(keysInWords('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  expect(keysInWords('?', false)).toBe('?');
});
