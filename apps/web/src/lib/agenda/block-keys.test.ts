import { expect, test } from 'vitest';
import { blockIntent, type KeyPress } from './block-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

test.each([
  ['ArrowUp', {}, { kind: 'order', direction: 'earlier' }],
  ['ArrowDown', { shiftKey: true }, { kind: 'longer', minutes: 5 }],
  ['ArrowUp', { shiftKey: true }, { kind: 'longer', minutes: -5 }],
  ['ArrowRight', {}, { kind: 'day', step: 1 }],
  ['ArrowLeft', { altKey: true }, { kind: 'track', step: -1 }],
  ['N', { shiftKey: true }, { kind: 'add' }],
  ['[', {}, { kind: 'go', step: -1 }],
  ['Enter', {}, { kind: 'open' }],
])('%s %o', (key, held, intent) => expect(blockIntent(press(key, held))).toEqual(intent));

test('arrow keys follow the eye where text runs from right to left', () => {
  expect(blockIntent(press('ArrowLeft'), true)).toEqual({ kind: 'day', step: 1 });
});

test.each([
  ['d', { ctrlKey: true }],
  ['ArrowDown', { metaKey: true }],
  ['n', { altKey: true }],
  ['Tab', {}],
  ['x', {}],
])('%s %o is the browser’s', (key, held) => expect(blockIntent(press(key, held))).toBeNull());
