import { describe, expect, it } from 'vitest';
import { gridIntent } from '#lib/table/grid-keys.ts';
import { walk } from './matrix-walk.ts';

const size = { rows: 4, columns: 3 };
const press = (key: string, ctrlKey = false) =>
  gridIntent({ key, ctrlKey, shiftKey: false, altKey: false, metaKey: false });

describe('a key in the matrix', () => {
  it('leads to the cell beside, and never out of it', () => {
    expect(walk({ row: 1, column: 1 }, press('ArrowDown'), size)).toEqual({ row: 2, column: 1 });
    expect(walk({ row: 0, column: 0 }, press('ArrowUp'), size)).toEqual({ row: 0, column: 0 });
    expect(walk({ row: 3, column: 2 }, press('ArrowRight'), size)).toEqual({ row: 3, column: 2 });
  });

  it('leads to the ends of a row, and with Control to those of the matrix', () => {
    expect(walk({ row: 1, column: 1 }, press('End'), size)).toEqual({ row: 1, column: 2 });
    expect(walk({ row: 1, column: 1 }, press('Home', true), size)).toEqual({ row: 0, column: 0 });
    expect(walk({ row: 1, column: 1 }, press('End', true), size)).toEqual({ row: 3, column: 2 });
  });

  it('that means something else leads nowhere', () => {
    expect(walk({ row: 1, column: 1 }, press('Enter'), size)).toBeNull();
    expect(walk({ row: 1, column: 1 }, press('x'), size)).toBeNull();
  });
});
