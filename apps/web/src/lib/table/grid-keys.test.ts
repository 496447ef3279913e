import { describe, expect, it } from 'vitest';
import { gridIntent, type KeyPress } from './grid-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}, rtl = false) =>
  gridIntent({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held }, rtl);

describe('keys of a grid', () => {
  it('move by cell, and follow the eye in a right-to-left table', () => {
    expect(press('ArrowRight')).toMatchObject({ kind: 'move', rows: 0, columns: 1 });
    expect(press('ArrowRight', {}, true)).toMatchObject({ kind: 'move', rows: 0, columns: -1 });
    expect(press('ArrowDown', { shiftKey: true })).toMatchObject({ rows: 1, extend: true });
  });

  it('start editing with what is typed, in any script', () => {
    expect(press('a')).toEqual({ kind: 'edit', start: 'a' });
    expect(press('ش')).toEqual({ kind: 'edit', start: 'ش' });
    expect(press('Enter')).toEqual({ kind: 'edit', start: null });
    expect(press('a', { isComposing: true })).toBeNull();
  });

  it('leave to the browser what is not the grid’s', () => {
    for (const key of ['Tab', 'Shift', 'F5', 'Dead', 'Process']) expect(press(key)).toBeNull();
    expect(press('z', { ctrlKey: true })).toBeNull();
    expect(press('v', { metaKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
  });

  it('remove rows only with the command key: Delete alone empties a cell', () => {
    expect(press('Delete')).toEqual({ kind: 'clear-cell' });
    expect(press('Delete', { ctrlKey: true })).toEqual({ kind: 'remove' });
    expect(press('Backspace', { metaKey: true })).toEqual({ kind: 'remove' });
  });
});
