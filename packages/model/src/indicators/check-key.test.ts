import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CheckKey } from '../ledger/index.ts';
import * as v from 'valibot';
import { checkKey } from './check-key.ts';

const twice = { kind: 'people-twice', blocks: ['a', 'b'], people: ['u-01'] };

test('one finding has one key, in whatever order its fields were written', () => {
  const again = { people: ['u-01'], blocks: ['a', 'b'], kind: 'people-twice' };
  expect(checkKey(again)).toBe(checkKey(twice));
});

test('another name, block or number is another finding', () => {
  const others = [
    { ...twice, people: ['u-01', 'u-02'] },
    { ...twice, people: ['u-02'] },
    { ...twice, blocks: ['a', 'c'] },
    { kind: 'overrun', day: 'a', minutes: 10 },
    { kind: 'overrun', day: 'a', minutes: 20 },
  ];
  expect(new Set([twice, ...others].map(checkKey)).size).toBe(others.length + 1);
});

test('whatever a check says, the ledger takes its key', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (said) => {
      expect(v.is(CheckKey, checkKey({ kind: 'no-break', ...{ said } }))).toBe(true);
    }),
  );
});
