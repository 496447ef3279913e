import { describe, expect, it } from 'vitest';
import {
  compareKeys,
  hasWords,
  readInput,
  searchTextOf,
  sortKeyOf,
  textOf,
  valuesOf,
} from './cell-value.ts';
import type { Column } from './column.ts';

interface Delegate {
  readonly id: string;
  readonly name: string;
  readonly stage: string | null;
  readonly languages: readonly string[];
  readonly age: number | null;
}

const stages = [
  { value: 'longlisted', label: 'Longlisted' },
  { value: 'invited', label: 'Invited' },
  { value: 'attended', label: 'Attended' },
];
const name: Column<Delegate> = {
  id: 'name',
  header: 'Name',
  kind: 'text',
  most: 10,
  width: 8,
  read: (d) => d.name,
  patch: (value) => ({ name: value }),
};
const stage: Column<Delegate> = {
  id: 'stage',
  header: 'Stage',
  kind: 'select',
  width: 8,
  options: stages,
  read: (d) => d.stage,
  patch: (value) => ({ stage: value }),
};
const languages: Column<Delegate> = {
  id: 'languages',
  header: 'Languages',
  kind: 'set',
  width: 8,
  options: [{ value: 'ar', label: 'Arabic' }],
  open: true,
  read: (d) => d.languages,
  patch: (value) => ({ languages: value }),
};
const age: Column<Delegate> = {
  id: 'age',
  header: 'Age',
  kind: 'number',
  width: 4,
  read: (d) => d.age,
  patch: (value) => ({ age: value }),
};
const samia: Delegate = {
  id: '1',
  name: 'Sámia',
  stage: 'invited',
  languages: ['ar', 'French'],
  age: null,
};

const patched = (column: Column<Delegate>, text: string) => {
  const input = readInput(column, text);
  return input.ok ? input.patch({}) : input.problem;
};

describe('a cell', () => {
  it('says what it holds in words, and a value that is no option as it stands', () => {
    expect(textOf(stage, samia)).toBe('Invited');
    expect(textOf(stage, { ...samia, stage: 'proposed' })).toBe('proposed');
    expect(textOf(languages, samia)).toBe('Arabic, French');
    expect(textOf(age, samia)).toBe('');
  });

  it('is read from what people type: an option by its name, in any case and accent', () => {
    expect(patched(stage, ' invited ')).toEqual({ stage: 'invited' });
    expect(patched(stage, 'ATTENDED')).toEqual({ stage: 'attended' });
    expect(patched(languages, 'arabic; French, ; French')).toEqual({ languages: ['French', 'ar'] });
    expect(patched(age, '3,5')).toEqual({ age: 3.5 });
    expect(patched(age, '')).toEqual({ age: null });
  });

  it('refuses what it cannot hold and says why', () => {
    expect(patched(stage, 'Confirmd')).toEqual({ reason: 'no-option', options: stages });
    expect(patched(stage, '')).toEqual({ reason: 'no-option', options: stages });
    expect(patched(name, 'A name that is long')).toEqual({ reason: 'too-long', most: 10 });
    expect(patched(age, 'old')).toEqual({ reason: 'no-number' });
    expect(patched({ ...age, kind: 'computed' }, '4')).toEqual({ reason: 'fixed' });
  });

  it('is filtered by each of its values, and by being empty', () => {
    expect(valuesOf(languages, samia)).toEqual(['ar', 'French']);
    expect(valuesOf(languages, { ...samia, languages: [] })).toEqual(['']);
    expect(valuesOf(stage, { ...samia, stage: null })).toEqual(['']);
  });
});

describe('sorting', () => {
  it('follows the order of the options, not the alphabet', () => {
    const keys = ['attended', 'longlisted', 'invited'].map((value) =>
      sortKeyOf(stage, { ...samia, stage: value }),
    );
    expect(keys.toSorted(compareKeys)).toEqual([0, 1, 2]);
  });

  it('leaves the unknown out of the order', () => {
    expect(sortKeyOf(stage, { ...samia, stage: null })).toBeUndefined();
    expect(sortKeyOf(age, samia)).toBeUndefined();
    expect(sortKeyOf(name, { ...samia, name: ' ' })).toBeUndefined();
  });

  it('counts numbers within names', () => {
    expect(['Delegate 10', 'delegate 2'].toSorted(compareKeys)).toEqual([
      'delegate 2',
      'Delegate 10',
    ]);
  });
});

describe('searching', () => {
  it('finds every word in any column, without accents and case', () => {
    const text = searchTextOf([name, stage, languages], samia);
    expect(hasWords(text, 'samia INV')).toBe(true);
    expect(hasWords(text, 'samia declined')).toBe(false);
    expect(hasWords(text, '')).toBe(true);
  });
});
