import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { informationStates, offeredToAll, type InformationNeed } from '../records/index.ts';
import { missingInformation, unevenInformation } from './information-needs.ts';
import { aRecord } from './records-for-tests.ts';

const parties = ['elders', 'league', 'union'] as const;
const blocks = ['reading', 'home'] as const;
const someNeeds: fc.Arbitrary<readonly InformationNeed[]> = fc
  .array(
    fc.record({
      block: fc.constantFrom(...blocks),
      states: fc.dictionary(fc.constantFrom(...parties), fc.constantFrom(...informationStates)),
      offeredToAll: fc.constantFrom(...offeredToAll),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map((values, index) =>
      aRecord('informationNeed', { id: `need-${index}`, what: 'Inflow data', ...values }),
    ),
  );
const theParties = fc.shuffledSubarray([...parties]);

describe('information that is missing for a block', () => {
  test('names each party of the block that lacks some of it, and no other', () => {
    fc.assert(
      fc.property(someNeeds, fc.constantFrom(...blocks), theParties, (needs, block, there) => {
        const found = missingInformation(block, needs, there);
        const here = needs.filter((need) => need.block === block);
        const lacks = (party: string) =>
          here.some(({ states }) => states[party] === 'missing' || states[party] === 'partial');
        expect(found.map(({ party }) => party)).toEqual(there.filter(lacks));
      }),
    );
  });

  test('puts each need of the block in one place, and never takes the unknown for missing', () => {
    fc.assert(
      fc.property(someNeeds, fc.constantFrom(...blocks), theParties, (needs, block, there) => {
        for (const row of missingInformation(block, needs, there)) {
          const all = [...row.missing, ...row.partial, ...row.unknown];
          expect(new Set(all).size).toBe(all.length);
          for (const need of needs.filter((one) => one.block === block)) {
            const state = need.states[row.party] ?? 'unknown';
            const listed = state === 'held' ? all : row[state];
            expect(listed.includes(need.id)).toBe(state !== 'held');
          }
        }
      }),
    );
  });

  test('holds of one party what it holds of it among others', () => {
    fc.assert(
      fc.property(someNeeds, fc.constantFrom(...blocks), theParties, (needs, block, there) => {
        const alone = there.flatMap((party) => missingInformation(block, needs, [party]));
        expect(missingInformation(block, needs, there)).toEqual(alone);
      }),
    );
  });
});

describe('information that one party has and another has not', () => {
  const uneven = (needs: readonly InformationNeed[], there: readonly string[]) =>
    unevenInformation(needs, () => there);

  test('is nothing uneven where it was offered to all, nobody has it, or all do', () => {
    fc.assert(
      fc.property(someNeeds, theParties, (needs, there) => {
        for (const { need, have, lack, unknown } of uneven(needs, there)) {
          expect(needs.find(({ id }) => id === need)?.offeredToAll).not.toBe('yes');
          expect(have.length).toBeGreaterThan(0);
          expect(have.length).toBeLessThan(there.length);
          expect([...have, ...lack, ...unknown].toSorted()).toEqual(there.toSorted());
        }
      }),
    );
  });

  test('is said of everything that is on record as not offered to all, and that some hold', () => {
    fc.assert(
      fc.property(someNeeds, theParties, (needs, there) => {
        const kept = needs.filter((need) => need.offeredToAll === 'no');
        const have = ({ states }: InformationNeed) =>
          there.filter((id) => states[id] === 'held' || states[id] === 'partial').length;
        const expected = kept.filter((need) => have(need) > 0 && have(need) < there.length);
        const said = uneven(needs, there).filter(({ kind }) => kind === 'not-offered');
        expect(said.map(({ need }) => need)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  test('is a question only where somebody is known to lack it', () => {
    fc.assert(
      fc.property(someNeeds, theParties, (needs, there) => {
        for (const { kind, lack } of uneven(needs, there)) {
          if (kind === 'not-said') expect(lack.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
