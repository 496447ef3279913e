import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  daysBetween,
  engagements,
  lastContacts,
  openSteps,
  quietActors,
  type Engagement,
} from './engagements.ts';
import type { EntryOf } from './entries/index.ts';

type Version = EntryOf<'engagement'>;
type State = EntryOf<'next-step-state'>;

const today = '2026-03-20';
const actors = ['elders', 'league', 'union'] as const;
const day = fc
  .integer({ min: 1, max: 31 })
  .map((date) => `2026-03-${String(date).padStart(2, '0')}`);
const step = fc.record({
  text: fc.constantFrom('Call back', 'Send the list'),
  due: fc.option(day),
  whose: fc.constant(null),
});
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('said' as const),
      actor: fc.constantFrom(...actors),
      date: day,
      next: fc.option(step),
      /** Which of the engagements before it it corrects; null: none. */
      corrects: fc.option(fc.nat(5)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('stepped' as const),
      engagement: fc.nat(5),
      done: fc.boolean(),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const version = (fields: Partial<Version>, index: number): Version => ({
  kind: 'engagement',
  id: `entry-${index}`,
  number: index + 1,
  at: Date.UTC(2026, 2, 9) + index,
  by: null,
  actor: 'elders',
  date: '2026-03-01',
  team: [],
  channel: 'phone',
  said: 'They wait.',
  next: null,
  handling: 'stays-here',
  corrects: null,
  ...fields,
});

const state = (engagement: string, done: boolean, index: number): State => ({
  kind: 'next-step-state',
  id: `entry-${index}`,
  number: index + 1,
  at: Date.UTC(2026, 2, 9) + index,
  by: null,
  engagement,
  done,
});

/** A ledger of these acts, numbered in the order in which the server took them. */
function written(acts: readonly Act[]): { versions: Version[]; states: State[] } {
  const versions: Version[] = [];
  const states: State[] = [];
  const firsts: string[] = [];
  acts.forEach((one, index) => {
    if (one.what === 'stepped') {
      states.push(state(firsts[one.engagement] ?? 'gone', one.done, index));
      return;
    }
    const corrects = one.corrects === null ? null : (firsts[one.corrects] ?? null);
    const made = version({ actor: one.actor, date: one.date, next: one.next, corrects }, index);
    versions.push(made);
    if (corrects === null) firsts.push(made.id);
  });
  return { versions, states };
}

const log = fc.array(act, { maxLength: 30 }).map(written);
const standing = ({ versions, states }: ReturnType<typeof written>, on?: string) =>
  engagements(versions, states, on);

describe('the engagement log', () => {
  it('loses no version, and lets the last one of each hold', () => {
    fc.assert(
      fc.property(log, (ledger) => {
        const list = standing(ledger);
        const all = list.flatMap(({ before, now }) => [...before, now]);
        expect(new Set(all)).toEqual(new Set(ledger.versions));
        expect(all).toHaveLength(ledger.versions.length);
        for (const { id, now, before } of list) {
          for (const earlier of before) expect(earlier.number).toBeLessThan(now.number);
          for (const one of [...before, now]) expect([one.id, one.corrects]).toContain(id);
        }
      }),
    );
  });

  it('is the newest day first', () => {
    fc.assert(
      fc.property(log, (ledger) => {
        const dates = standing(ledger).map(({ now }) => now.date);
        expect(dates).toEqual(dates.toSorted().toReversed());
      }),
    );
  });

  it('knows on a day nothing of later days, and the last contact until then', () => {
    fc.assert(
      fc.property(log, day, (ledger, on) => {
        const list = standing(ledger, on);
        const last = lastContacts(list);
        for (const actor of actors) {
          const dates = standing(ledger)
            .filter(({ now }) => now.actor === actor && now.date <= on)
            .map(({ now }) => now.date);
          expect(last.get(actor)?.now.date).toBe(dates.toSorted().at(-1));
        }
      }),
    );
  });
});

describe('next steps', () => {
  it('are open until they are done; what is late longest first, what has no day last', () => {
    fc.assert(
      fc.property(log, (ledger) => {
        const list = standing(ledger);
        const open = openSteps(list, today);
        const due = list.filter(({ now, done }) => now.next !== null && done === null);
        expect(new Set(open.map(({ engagement }) => engagement))).toEqual(new Set(due));
        const late = open.map(({ daysLate }) => daysLate);
        const known = late.filter((days) => days !== null);
        expect(late.slice(0, known.length)).toEqual(known.toSorted((a, b) => b - a));
      }),
    );
  });

  const asked = { text: 'Call back', due: '2026-03-18', whose: null };
  const other = { ...asked, text: 'Send the list' };
  const standsDone = (versions: Version[], states: State[]) =>
    engagements(versions, states).map(({ done }) => done !== null);

  test('that were done can be taken up again', () => {
    const first = version({ next: asked }, 0);
    expect(standsDone([first], [])).toEqual([false]);
    expect(standsDone([first], [state('entry-0', true, 1)])).toEqual([true]);
    const again = [state('entry-0', true, 1), state('entry-0', false, 2)];
    expect(standsDone([first], again)).toEqual([false]);
  });

  test('stay done when the rest is corrected, and are open where another one takes their place', () => {
    const first = version({ next: asked }, 0);
    const done = [state('entry-0', true, 1)];
    const reworded = version({ next: asked, said: 'They agree.', corrects: 'entry-0' }, 2);
    expect(standsDone([first, reworded], done)).toEqual([true]);
    const replaced = version({ next: other, corrects: 'entry-0' }, 2);
    expect(standsDone([first, replaced], done)).toEqual([false]);
    // The first step comes back later: what was done of it then is not done now.
    const back = version({ next: asked, corrects: 'entry-0' }, 3);
    expect(standsDone([first, replaced, back], done)).toEqual([false]);
    const dropped = version({ corrects: 'entry-0' }, 2);
    expect(standsDone([first, dropped], done)).toEqual([false]);
  });
});

describe('actors whom nobody was in touch with', () => {
  it('are those without a contact, and those whose last one is that long ago', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 1, max: 4 }), (ledger, weeks) => {
        const list = standing(ledger, today);
        const quiet = new Map(
          quietActors(actors, list, weeks, today).map(({ actor, days }) => [actor, days]),
        );
        for (const actor of actors) {
          const dates = list.filter(({ now }) => now.actor === actor).map(({ now }) => now.date);
          const fresh = dates.some((date) => daysBetween(date, today) < weeks * 7);
          expect(quiet.has(actor)).toBe(!fresh);
          // Nothing on record is not the same as long ago (P2).
          if (dates.length === 0) expect(quiet.get(actor)).toBeNull();
        }
      }),
    );
  });

  test('come with the longest silence first', () => {
    const list: readonly Engagement[] = engagements(
      [version({ actor: 'elders', date: '2026-03-05' }, 0), version({ actor: 'union' }, 1)],
      [],
    );
    expect(quietActors(actors, list, 2, today)).toEqual([
      { actor: 'league', days: null },
      { actor: 'union', days: 19 },
      { actor: 'elders', days: 15 },
    ]);
  });
});

test('days are those of the calendar, over a change of clocks and years too', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});
