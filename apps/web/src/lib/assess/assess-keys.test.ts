import { describe, expect, it } from 'vitest';
import { assessIntent } from './assess-keys.ts';

const press = (key: string, modifier: 'ctrlKey' | 'metaKey' | 'altKey' | null = null) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false },
  ...(modifier === null ? {} : { [modifier]: true }),
});

describe('a key in the assess panel', () => {
  it('sets a level that the scale has, and no other', () => {
    expect(assessIntent(press('4'), 'structural', false)).toEqual({ do: 'set', level: 4 });
    expect(assessIntent(press('5'), 'structural', false)).toBeNull();
    expect(assessIntent(press('4'), 'attitude', false)).toBeNull();
    expect(assessIntent(press('3'), 'attitude', true)).toEqual({ do: 'set', level: -3 });
    expect(assessIntent(press('1'), 'structural', true)).toBeNull();
    expect(assessIntent(press('0'), 'attitude', true)).toEqual({ do: 'set', level: 0 });
  });

  it('says unknown, which is no level', () => {
    expect(assessIntent(press('U'), 'interest', false)).toEqual({ do: 'set', level: null });
  });

  it('leads from row to row and from actor to actor', () => {
    expect(assessIntent(press('ArrowUp'), 'interest', false)).toEqual({ do: 'row', step: -1 });
    expect(assessIntent(press('n'), 'interest', false)).toEqual({ do: 'actor', step: 1 });
    expect(assessIntent(press('w'), 'interest', false)).toEqual({ do: 'why' });
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('is the browser’s with %s', (modifier) => {
    expect(assessIntent(press('p', modifier), 'interest', false)).toBeNull();
  });
});
