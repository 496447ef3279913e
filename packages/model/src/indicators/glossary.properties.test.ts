import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languagesAtTable, termsInAgenda } from './glossary.ts';
import { aRecord, blocksInOrder } from './records-for-tests.ts';

const block = (question: string) => blocksInOrder({ question });
const found = (term: string, text: string) =>
  termsInAgenda([{ id: 'term', term }], block(text)).has('term');

describe('a term in the agenda', () => {
  test('is found among other words, whatever its signs, its case and the spaces in it', () => {
    const sign = fc.constantFrom(...Array.from('abcé(.*+?$[]{}|\\/-ياء7'));
    const word = fc.string({ unit: sign, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
        expect(found(words.join(' '), `Before, ${words.join('  ').toUpperCase()} and after`)).toBe(
          true,
        );
      }),
    );
  });

  test('is a whole word: not a part of one', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', 'я', 'ب'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(letters, letters, (term, more) => {
        expect(found(term, `${term}${more}`)).toBe(false);
        expect(found(term, `${more}${term}`)).toBe(false);
      }),
    );
  });

  test('is named with its blocks in their order; one that stands nowhere is not', () => {
    const blocks = blocksInOrder(
      { title: 'Inflow' },
      { title: 'Lunch' },
      { purpose: 'The inflow.' },
    );
    const terms = [
      { id: 'inflow', term: 'inflow' },
      { id: 'flow', term: 'flow' },
    ];
    expect(termsInAgenda(terms, blocks)).toEqual(new Map([['inflow', ['0', '2']]]));
  });
});

test('the languages of the table are those of who may still come, of the most people first', () => {
  const person = (id: string, languages: string[], stage: 'confirmed' | 'declined') =>
    aRecord('participant', { id, languages, stage });
  const people = [
    person('1', ['en', 'ar'], 'confirmed'),
    person('2', ['ar'], 'confirmed'),
    person('3', ['ku', 'fr'], 'declined'),
    person('4', ['ku'], 'confirmed'),
  ];
  expect(languagesAtTable(people)).toEqual(['ar', 'en', 'ku']);
  expect(languagesAtTable(people.toReversed())).toEqual(['ar', 'en', 'ku']);
});
