import { expect, test } from 'vitest';
import { mapIntent } from './map-keys.ts';

const press = (key: string, ...held: readonly ('shift' | 'alt' | 'ctrl' | 'meta')[]) =>
  mapIntent({
    key,
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
  });

test('arrows walk; with Alt they move, and further with Shift', () => {
  expect(press('ArrowLeft')).toEqual({ do: 'walk', direction: 'left' });
  expect(press('ArrowLeft', 'alt')).toEqual({ do: 'move', dx: -8, dy: 0 });
  expect(press('ArrowDown', 'alt', 'shift')).toEqual({ do: 'move', dx: 0, dy: 40 });
});

test('letters mean the same with Caps Lock on', () => {
  expect(press('N')).toEqual({ do: 'add' });
  expect(press('t')).toEqual({ do: 'tie' });
});

test('what the browser or undo needs is left alone', () => {
  expect(press('z', 'ctrl')).toBeNull();
  expect(press('f', 'meta')).toBeNull();
  expect(press('Tab')).toBeNull();
  expect(press('d', 'alt')).toBeNull();
});

test('Ctrl or Cmd with A selects all', () => {
  expect(press('a', 'ctrl')).toEqual({ do: 'select-all' });
  expect(press('a', 'meta')).toEqual({ do: 'select-all' });
});
