import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agendaItems, whoShaped } from './agenda-items.ts';
import { itemAnswers, itemOutcomes, type EntryOf } from './entries/index.ts';
import { asOfHeirs } from './heirs.ts';
import { byPartyInTurn, drawn, inOrder, orderedItems } from './item-orders.ts';

type Proposed = EntryOf<'item-proposed'>;
type Answered = EntryOf<'item-answered'>;
type Settled = EntryOf<'item-settled'>;

const parties = ['elders', 'league', 'union'] as const;
const stamp = (number: number) => ({ id: `entry-${number}`, number, at: number, by: null });

const proposal = (fields: Partial<Proposed>, number: number): Proposed => ({
  ...{ kind: 'item-proposed', item: 'The sluices', why: '', proposedBy: null, ...fields },
  ...stamp(number),
});
const answer = (fields: Partial<Answered>, number: number): Answered => ({
  ...{ kind: 'item-answered', item: 'entry-1', party: 'elders', answer: 'accept', said: '' },
  ...fields,
  ...stamp(number),
});
const settling = (fields: Partial<Settled>, number: number): Settled => ({
  ...{ kind: 'item-settled', item: 'entry-1', how: 'parked', block: null, into: null },
  ...{ why: 'Too early', decided: '', ...fields },
  ...stamp(number),
});

const someItems = fc
  .array(fc.option(fc.constantFrom(...parties)), { maxLength: 8 })
  .map((list) => list.map((proposedBy, index) => proposal({ proposedBy }, index + 1)));
const which = fc.nat(7).map((at) => `entry-${at + 1}`);
const someAnswers = fc
  .array(
    fc.record({
      item: which,
      party: fc.constantFrom(...parties),
      answer: fc.constantFrom(...itemAnswers),
    }),
    { maxLength: 30 },
  )
  .map((list) => list.map((fields, index) => answer(fields, index + 100)));
const someSettled = fc
  .array(fc.record({ item: which, how: fc.constantFrom(...itemOutcomes) }), { maxLength: 20 })
  .map((list) => list.map((fields, index) => settling(fields, index + 200)));
const ledger = fc.tuple(someItems, someAnswers, someSettled);

describe('what the parties say to an item', () => {
  it('is the last answer of each; silence and what was taken back are no answer', () => {
    fc.assert(
      fc.property(ledger, ([items, answers, settled]) => {
        for (const item of agendaItems(items, answers, settled)) {
          for (const party of parties) {
            const own = answers.filter((one) => one.item === item.id && one.party === party);
            const last = own.at(-1);
            const stands = last && last.answer !== 'none' ? last.answer : undefined;
            expect(item.answers.get(party)?.answer).toBe(stands);
          }
          expect(item.said).toEqual(answers.filter((one) => one.item === item.id));
        }
      }),
    );
  });

  it('does not depend on what other parties say', () => {
    fc.assert(
      fc.property(ledger, fc.constantFrom(...parties), ([items, answers, settled], party) => {
        const alone = answers.filter((one) => one.party === party);
        const answersOf = (given: readonly Answered[]) =>
          agendaItems(items, given, settled).map((item) => item.answers.get(party));
        expect(answersOf(answers)).toEqual(answersOf(alone));
      }),
    );
  });

  it('changes nothing of what became of the item', () => {
    fc.assert(
      fc.property(ledger, ([items, answers, settled]) => {
        const outcomes = (given: readonly Answered[]) =>
          agendaItems(items, given, settled).map((item) => item.settled);
        expect(outcomes(answers)).toEqual(outcomes([]));
      }),
    );
  });

  it('is said by who stands for the party once it was made one with another', () => {
    const answers = asOfHeirs(
      'item-answered',
      [answer({ party: 'league', answer: 'object' }, 2), answer({ party: 'union' }, 3)],
      new Map([['league', 'union']]),
    );
    const items = asOfHeirs(
      'item-proposed',
      [proposal({ proposedBy: 'league' }, 1)],
      new Map([['league', 'union']]),
    );
    const [item] = agendaItems(items, answers, []);
    expect(item?.proposedBy).toBe('union');
    expect([...(item?.answers ?? [])].map(([party, one]) => [party, one.answer])).toEqual([
      ['union', 'accept'],
    ]);
  });
});

describe('who shaped the agenda', () => {
  it('counts every item once, with the party that proposed it', () => {
    fc.assert(
      fc.property(ledger, ([proposed, answers, settled]) => {
        const items = agendaItems(proposed, answers, settled);
        const rows = whoShaped(items, parties);
        expect(rows.reduce((sum, row) => sum + row.proposed, 0)).toBe(items.length);
        for (const { proposed: all, ...row } of rows) {
          expect(row.onAgenda + row.parked + row.withdrawn + row.merged + row.open).toBe(all);
        }
        for (const { id, proposedBy } of items) {
          const last = settled.findLast((one) => one.item === id);
          if (last?.how !== 'on-the-agenda') continue;
          expect(rows.find(({ party }) => party === proposedBy)?.onAgenda).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('keeps the order of the parties whatever the counts, and those that proposed nothing', () => {
    fc.assert(
      fc.property(ledger, fc.shuffledSubarray([...parties]), ([proposed, , settled], given) => {
        const rows = whoShaped(agendaItems(proposed, [], settled), given);
        expect(rows.slice(0, given.length).map(({ party }) => party)).toEqual(given);
        expect(rows.some(({ party }) => party === null)).toBe(
          proposed.some(({ proposedBy }) => proposedBy === null),
        );
      }),
    );
  });
});

describe('the order in which items are gone through', () => {
  const seed = fc.integer({ min: 0, max: 0xffffffff });
  const lists = someItems.map((items) => items.map(({ id, proposedBy }) => ({ id, proposedBy })));

  test('drawn by lot has every item once, and is the same from the same seed', () => {
    fc.assert(
      fc.property(lists, seed, (items, from) => {
        const order = drawn(items, from);
        expect(order.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
        expect(drawn(items, from)).toEqual(order);
      }),
    );
  });

  test('drawn by lot puts each item in each place about as often', () => {
    const places = new Map<string, number>();
    const seeds = 6_000;
    for (let from = 0; from < seeds; from += 1) {
      drawn(['a', 'b', 'c'], (from * 0x9e3779b9) >>> 0).forEach((one, place) => {
        const key = `${one}${place}`;
        places.set(key, (places.get(key) ?? 0) + 1);
      });
    }
    expect(places.size).toBe(9);
    for (const times of places.values()) expect(Math.abs(times / seeds - 1 / 3)).toBeLessThan(0.03);
  });

  test('by party in turn lets nobody have another turn before all have had one', () => {
    fc.assert(
      fc.property(lists, fc.shuffledSubarray([...parties, null]), (items, turns) => {
        const order = byPartyInTurn(items, turns);
        expect(new Set(order)).toEqual(new Set(items));
        expect(order).toHaveLength(items.length);
        const rounds = order.map(
          (item, at) =>
            order.slice(0, at).filter(({ proposedBy }) => proposedBy === item.proposedBy).length,
        );
        expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
        for (const party of [...parties, null]) {
          const own = (list: typeof items) => list.filter((item) => item.proposedBy === party);
          expect(own([...order])).toEqual(own(items));
        }
      }),
    );
  });

  test('stands as it was put on record; what was proposed since comes last', () => {
    fc.assert(
      fc.property(
        lists,
        fc.nat(8),
        fc.constantFrom('by-lot', 'party-in-turn'),
        seed,
        (items, many, order, from) => {
          const before = items.slice(0, many);
          const ids = orderedItems(order, before, from).map(({ id }) => id);
          const entry: EntryOf<'items-ordered'> = {
            ...{ kind: 'items-ordered', order, seed: from, items: ids },
            ...stamp(300),
          };
          const later = items.slice(many).map(({ id }) => id);
          expect(inOrder(items, [entry]).map(({ id }) => id)).toEqual([...ids, ...later]);
          const back = { ...entry, order: 'as-proposed' as const };
          expect(inOrder(items, [entry, back])).toEqual(items);
        },
      ),
    );
  });
});
