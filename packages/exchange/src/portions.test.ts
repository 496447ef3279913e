import { describe, expect, it } from 'vitest';
import { portionsOf } from './portions.ts';

const bytesOf = (records: readonly string[]) =>
  records.reduce((sum, one) => sum + new TextEncoder().encode(JSON.stringify(one)).length, 0);

describe('portions of an import', () => {
  it('hold all records in their order, each within the limit', () => {
    const records = Array.from({ length: 500 }, (_, index) => 'ش'.repeat(index % 17));
    const portions = portionsOf(records, 100);
    expect(portions.flat()).toEqual(records);
    for (const portion of portions) expect(bytesOf(portion)).toBeLessThanOrEqual(100);
    expect(portions.length).toBeLessThan(records.length / 2);
  });

  it('give a record that is too large by itself a portion of its own', () => {
    const large = 'x'.repeat(200);
    expect(portionsOf(['a', large, 'b'], 100)).toEqual([['a'], [large], ['b']]);
  });

  it('are none for an empty list', () => {
    expect(portionsOf([])).toEqual([]);
  });
});
