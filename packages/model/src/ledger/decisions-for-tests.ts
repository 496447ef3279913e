import fc from 'fast-check';
import { decisionTypes, type EntryOf } from './entries/index.ts';

/* Random decisions, what was observed of them, and which were withdrawn; and the same in another order. */

export const parties = ['elders', 'league', 'union'] as const;
const stamp = (number: number) => ({ id: `entry-${number}`, number, at: number, by: null });

export const recordedAs = (
  number: number,
  fields: Partial<EntryOf<'decision'>> = {},
): EntryOf<'decision'> => ({
  ...{ kind: 'decision', type: 'other', what: 'To wait', principle: '', alternatives: '' },
  ...{ consulted: '', decidedBy: 'The team', date: '2026-03-01', ...fields },
  ...stamp(number),
});

export const observedAs = (
  number: number,
  fields: Partial<EntryOf<'decision-observed'>> = {},
): EntryOf<'decision-observed'> => ({
  ...{ kind: 'decision-observed', decision: 'entry-1', party: 'elders', cost: -1 },
  ...{ evidence: 'They said so.', on: '2026-04-01', ...fields },
  ...stamp(number),
});

export const withdrawnAs = (number: number, decision: string): EntryOf<'decision-withdrawn'> => ({
  ...{ kind: 'decision-withdrawn', decision, why: 'By mistake' },
  ...stamp(number),
});

const aParty = fc.constantFrom(...parties);
const aCost = fc.option(fc.integer({ min: -2, max: 2 }));
const aDay = fc.constantFrom('2026-03-01', '2026-03-02', '2026-04-01', '2026-05-01');
const someCosts = fc.uniqueArray(fc.record({ party: aParty, cost: aCost, why: fc.constant('') }), {
  selector: ({ party }) => party,
});
const which = fc.nat(9).map((at) => `entry-${at + 1}`);

/** What a ledger says of up to ten decisions. */
export const someDecisions = fc
  .record({
    recorded: fc.array(
      fc.record({ type: fc.constantFrom(...decisionTypes), date: aDay, costs: someCosts }),
      { maxLength: 10 },
    ),
    observed: fc.array(fc.record({ decision: which, party: aParty, cost: aCost }), {
      maxLength: 25,
    }),
    withdrawn: fc.array(which, { maxLength: 2 }),
  })
  .map(({ recorded, observed, withdrawn }) => ({
    recorded: recorded.map((fields, index) => recordedAs(index + 1, fields)),
    observed: observed.map((fields, index) => observedAs(index + 100, fields)),
    withdrawn: withdrawn.map((decision, index) => withdrawnAs(index + 200, decision)),
  }));

/** The same entries, arrived in two orders. */
export const inTwoOrders = someDecisions.chain((entries) =>
  fc
    .record({
      recorded: shuffled(entries.recorded),
      observed: shuffled(entries.observed),
      withdrawn: shuffled(entries.withdrawn),
    })
    .map((other) => [entries, other] as const),
);

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
