import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byOrder, isOrderKey, keysBetween, placeBefore } from './order-key.ts';

interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** A list as it stands after people have appended at once: some records share a key. */
const list = fc.array(fc.nat({ max: 4 }), { maxLength: 12 }).map((places): Ordered[] => {
  const keys = keysBetween(null, null, 5);
  return places
    .map((place, index) => ({ id: `r${index}`, order: keys[place] ?? '' }))
    .sort(byOrder);
});

const idsAfter = (records: readonly Ordered[], keys: ReadonlyMap<string, string>) =>
  [...records, ...[...keys.keys()].flatMap((id) => (has(records, id) ? [] : [{ id, order: '' }]))]
    .map((record) => ({ ...record, order: keys.get(record.id) ?? record.order }))
    .sort(byOrder)
    .map(({ id }) => id);

const has = (records: readonly Ordered[], id: string) => records.some((record) => record.id === id);

describe('placing records', () => {
  test('puts them where they were put, whatever keys the others share', () => {
    const moved = fc.constantFrom(['x'], ['x', 'y'], ['y', 'x', 'z']);
    fc.assert(
      fc.property(list, moved, fc.nat({ max: 12 }), (records, ids, choice) => {
        const at = Math.min(choice, records.length);
        const keys = placeBefore(records, ids, records[at]?.id ?? null);
        const stay = records.map(({ id }) => id);
        expect(idsAfter(records, keys)).toEqual([...stay.slice(0, at), ...ids, ...stay.slice(at)]);
        expect([...keys.values()].every(isOrderKey)).toBe(true);
      }),
    );
  });

  test('writes nothing but what moves where every record has a key of its own', () => {
    const records = keysBetween(null, null, 3).map((order, index) => ({ id: `r${index}`, order }));
    expect([...placeBefore(records, ['x'], 'r1').keys()]).toEqual(['x']);
  });

  test('keeps keys short, however often people insert at one place', () => {
    let records: Ordered[] = [
      { id: 'first', order: 'a0' },
      { id: 'last', order: 'a1' },
    ];
    let longest = 0;
    for (let index = 0; index < 2_500; index += 1) {
      const keys = placeBefore(records, [`r${index}`], records[1]?.id ?? null);
      const kept = records.map((record) => ({
        ...record,
        order: keys.get(record.id) ?? record.order,
      }));
      records = [...kept, { id: `r${index}`, order: keys.get(`r${index}`) ?? '' }].sort(byOrder);
      longest = Math.max(longest, ...[...keys.values()].map((key) => key.length));
      expect([records[0]?.id, records[1]?.id]).toEqual(['first', `r${index}`]);
    }
    expect(longest).toBeGreaterThan(50);
    expect(longest).toBeLessThanOrEqual(200);
    expect(records.at(-1)?.id).toBe('last');
  });
});

describe('a key', () => {
  test.each([
    '',
    ' ',
    'a',
    'a00',
    'zz',
    '1',
    'ä0',
    'A00000000000000000000000000',
    `z${'z'.repeat(26)}V`,
  ])('%j is refused', (key) => expect(isOrderKey(key)).toBe(false));

  test('made here is accepted, and has room on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (count, choice) => {
        const key = keysBetween(null, null, count)[choice % count] ?? '';
        const [before] = keysBetween(null, key, 1);
        const [after] = keysBetween(key, null, 1);
        expect([before, key, after].every((each) => isOrderKey(each ?? ''))).toBe(true);
        expect([after, before, key].sort()).toEqual([before, key, after]);
      }),
    );
  });
});
