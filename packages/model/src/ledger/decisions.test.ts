import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decisionsAbout, decisionsIn, partiesNamed } from './decisions.ts';
import {
  inTwoOrders,
  observedAs,
  parties,
  recordedAs,
  someDecisions,
  withdrawnAs,
} from './decisions-for-tests.ts';
import { asOfHeirs } from './heirs.ts';

describe('decisions as they stand', () => {
  it('are all there, the first day first, whatever the order in which entries came', () => {
    fc.assert(
      fc.property(inTwoOrders, ([one, other]) => {
        const read = decisionsIn(one);
        expect(decisionsIn(other)).toEqual(read);
        expect(read.map(({ id }) => id).toSorted()).toEqual(
          one.recorded.map(({ id }) => id).toSorted(),
        );
        const days = read.map(({ said }) => said.date);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('hold of each party what was expected, the last that was observed, and all before it', () => {
    fc.assert(
      fc.property(someDecisions, (entries) => {
        for (const { id, said, costs } of decisionsIn(entries)) {
          for (const party of parties) {
            const row = costs.find((cost) => cost.party === party);
            const expected = said.costs?.find((cost) => cost.party === party);
            const seen = entries.observed.filter(
              (one) => one.decision === id && one.party === party,
            );
            expect(row?.expected?.cost).toBe(expected?.cost);
            expect(row?.observed ?? undefined).toBe(seen.at(-1));
            expect(row?.before ?? []).toEqual(seen.slice(0, -1));
            expect(row === undefined).toBe(expected === undefined && seen.length === 0);
          }
        }
      }),
    );
  });

  it('say when they were withdrawn, and are there all the same', () => {
    const [first, second] = decisionsIn({
      recorded: [recordedAs(1), recordedAs(2)],
      observed: [],
      withdrawn: [withdrawnAs(3, 'entry-2'), withdrawnAs(4, 'elsewhere')],
    });
    expect([first?.withdrawn, second?.withdrawn?.why]).toEqual([null, 'By mistake']);
  });
});

const about = recordedAs(1, {
  costs: [{ party: 'union', cost: -1, why: '' }],
  absent: [{ party: 'league', cost: null, why: '' }],
  touches: [
    { type: 'agendaBlock', id: 'reading' },
    { type: 'actor', id: 'ministry' },
  ],
});

test('a decision is about what it touches, whom it costs something and who was not there', () => {
  const all = decisionsIn({
    recorded: [about, recordedAs(2)],
    observed: [observedAs(3, { party: 'elders' })],
    withdrawn: [],
  });
  for (const actor of ['union', 'league', 'ministry', 'elders'])
    expect(decisionsAbout(all, 'actor', actor).map(({ id }) => id)).toEqual(['entry-1']);
  expect(decisionsAbout(all, 'agendaBlock', 'reading')).toHaveLength(1);
  expect(decisionsAbout(all, 'participant', 'union')).toEqual([]);
  expect(decisionsAbout(all, 'actor', 'youth')).toEqual([]);
  expect(partiesNamed(all)).toEqual(new Set(['union', 'elders', 'league']));
});

describe('of two parties that became one', () => {
  const heirs = new Map([['league', 'union']]);
  const costs = (one: number | null, other: number | null) => [
    { party: 'league', cost: one, why: 'Upriver' },
    { party: 'union', cost: other, why: 'Downriver' },
  ];
  const read = (one: number | null, other: number | null) =>
    decisionsIn({
      recorded: asOfHeirs('decision', [recordedAs(1, { costs: costs(one, other) })], heirs),
      observed: asOfHeirs('decision-observed', [observedAs(2, { party: 'league' })], heirs),
      withdrawn: [],
    })[0]?.costs;

  it('what was said alike holds, and what was not is not known', () => {
    expect(read(-1, -1)).toMatchObject([
      { party: 'union', expected: { cost: -1, why: 'Upriver\nDownriver' }, observed: { cost: -1 } },
    ]);
    expect(read(-1, 1)).toMatchObject([{ party: 'union', expected: { cost: null } }]);
  });

  it('what was about the one is about the other', () => {
    const [read] = asOfHeirs('decision', [about], new Map([['ministry', 'state']]));
    expect(read?.touches).toEqual([
      { type: 'agendaBlock', id: 'reading' },
      { type: 'actor', id: 'state' },
    ]);
  });
});
