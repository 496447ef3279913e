import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  disclosures,
  fundingBands,
  payerSides,
  reportDetails,
  type Funding,
} from '../records/index.ts';
import { fundingFlags } from './funding.ts';
import { aRecord } from './records-for-tests.ts';

const parties = ['elders', 'league', 'union'] as const;
const someFunding: fc.Arbitrary<Funding> = fc
  .record({
    payerActor: fc.constantFrom(null, 'fund', ...parties),
    isParty: fc.constantFrom(...payerSides),
    amount: fc.constantFrom(...fundingBands),
    conditions: fc.constantFrom('', '  ', 'A seat for its observer'),
    detail: fc.constantFrom(null, ...reportDetails),
    disclosed: fc.dictionary(fc.constantFrom(...parties), fc.constantFrom(...disclosures)),
  })
  .map((values) => aRecord('funding', { id: 'funding', payer: 'The fund', ...values }));
const there = fc.shuffledSubarray([...parties]);
const kinds = (funding: Funding, atTable: readonly string[]) =>
  fundingFlags(funding, atTable).map(({ kind }) => kind);

describe('what a team should look at in a funding', () => {
  test('each party is told, not told, unsaid, or pays: never two of these', () => {
    fc.assert(
      fc.property(someFunding, there, (funding, atTable) => {
        const flags = fundingFlags(funding, atTable);
        const named = flags.flatMap((flag) => ('parties' in flag ? flag.parties : []));
        const told = atTable.filter((party) => funding.disclosed[party] === 'told');
        const others = atTable.filter((party) => party !== funding.payerActor);
        expect(new Set(named).size).toBe(named.length);
        expect(new Set([...named, ...told.filter((party) => others.includes(party))])).toEqual(
          new Set(others),
        );
      }),
    );
  });

  test('does not depend on the order in which parties stand', () => {
    fc.assert(
      fc.property(someFunding, there, (funding, atTable) => {
        expect(kinds(funding, atTable.toReversed())).toEqual(kinds(funding, atTable));
      }),
    );
  });

  test('raises nothing where an outsider pays a part, reports topics and told everybody', () => {
    const open = aRecord('funding', {
      ...{ id: 'funding', payer: 'The fund', isParty: 'no', amount: 'part' },
      ...{ conditions: 'None of its staff attends.', detail: 'topics' },
      disclosed: { elders: 'told', league: 'told', union: 'told' },
    });
    expect(fundingFlags(open, parties)).toEqual([]);
  });

  test('a party at the table that pays is a party, whatever else was said of it', () => {
    fc.assert(
      fc.property(someFunding, (funding) => {
        const own = parties.some((party) => party === funding.payerActor);
        const said = kinds(funding, parties);
        expect(said.includes('payer-is-party')).toBe(own || funding.isParty === 'yes');
        expect(said.includes('payer-is-party') && said.includes('side-unknown')).toBe(false);
      }),
    );
  });

  test('terms are kept from somebody only where there are any', () => {
    fc.assert(
      fc.property(someFunding, there, (funding, atTable) => {
        const said = kinds(funding, atTable);
        const kept = said.includes('undisclosed') || said.includes('disclosure-unsaid');
        expect(said.includes('terms-undisclosed')).toBe(kept && funding.conditions.trim() !== '');
      }),
    );
  });
});
