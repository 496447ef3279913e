import { describe, expect, it } from 'vitest';
import { idsBetween, placeAt } from './place.ts';

const extent = { rows: ['head', 'a', 'b', 'c'], columns: ['check', 'name', 'stage'] };

describe('places in a grid', () => {
  it('stop at the edges', () => {
    expect(placeAt(extent, { row: 'c', column: 'stage' }, 1, 1)).toEqual({
      row: 'c',
      column: 'stage',
    });
    expect(placeAt(extent, { row: 'b', column: 'name' }, -9, -9)).toEqual({
      row: 'head',
      column: 'check',
    });
  });

  it('are none where there is nothing', () => {
    expect(placeAt({ rows: [], columns: [] }, null, 1, 0)).toBeNull();
  });

  it('lie between two rows in either direction', () => {
    expect(idsBetween(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(idsBetween(['a', 'b', 'c', 'd'], 'gone', 'b')).toEqual(['b']);
    expect(idsBetween(['a'], null, 'a')).toEqual(['a']);
  });
});
