import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { spreadOf } from './spread.ts';
import { assessorOf, standingAssessments, type Assessment } from './standing.ts';

const level = fc.option(fc.integer({ min: 0, max: 4 }));
const day = fc.integer({ min: 1, max: 5 }).map((date) => `2026-03-0${date}`);
const kind = fc.constantFrom('structural' as const, 'relational' as const);

type Said = Pick<Assessment, 'subject' | 'reading' | 'asOf' | 'by' | 'voice'>;

const numbered = (said: Said, index: number): Assessment => ({
  ...said,
  kind: 'assessment',
  id: `entry-${index}`,
  number: index + 1,
  at: Date.UTC(2026, 2, 9) + index,
  confidence: 'medium',
  basis: 'observed',
  rationale: '',
  alternative: '',
  round: null,
});

const union = { subject: 'union', asOf: '2026-03-01', by: null, voice: null };

/** Assessments as a ledger holds them: numbered in the order in which the server took them. */
const ledger = fc
  .array(
    fc.record({
      subject: fc.constantFrom('union', 'league'),
      reading: fc.record({ of: kind, level }),
      asOf: day,
      who: fc.constantFrom('amira', 'bilal', 'chadia', null),
      voice: fc.option(fc.constantFrom('voice-of-nobody-1', 'voice-of-nobody-2')),
    }),
    { maxLength: 30 },
  )
  .map((entries) =>
    entries.map(({ who, voice, ...rest }, index) =>
      numbered(
        {
          ...rest,
          by: who === null ? null : { person: who, name: who },
          voice: who === null ? voice : null,
        },
        index,
      ),
    ),
  );

const shuffled = ledger.chain((entries) =>
  fc.tuple(
    fc.constant(entries),
    fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
  ),
);

describe('assessments that stand', () => {
  it('are the same in whatever order they were read', () => {
    fc.assert(
      fc.property(shuffled, fc.option(day), ([entries, other], on) => {
        expect(standingAssessments(other, on)).toEqual(standingAssessments(entries, on));
      }),
    );
  });

  it('never hold what its assessor has superseded, nor what holds for a later day', () => {
    fc.assert(
      fc.property(ledger, fc.option(day), (entries, on) => {
        for (const standing of standingAssessments(entries, on)) {
          const rivals = entries.filter(
            (other) =>
              other.subject === standing.subject &&
              other.reading.of === standing.reading.of &&
              assessorOf(other) === assessorOf(standing) &&
              (on === null || other.asOf <= on),
          );
          const newest = rivals.reduce((a, b) =>
            b.asOf > a.asOf || (b.asOf === a.asOf && b.number > a.number) ? b : a,
          );
          expect(standing).toBe(newest);
        }
      }),
    );
  });

  it('leave nobody out who said something by that day', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const said = new Set(entries.map(assessorOf));
        expect(new Set(standingAssessments(entries).map(assessorOf))).toEqual(said);
      }),
    );
  });

  it('keep two readings of people who cannot be told apart', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const apart = entries.map((entry): Assessment => ({ ...entry, by: null, voice: null }));
        expect(standingAssessments(apart)).toHaveLength(apart.length);
      }),
    );
  });
});

describe('the spread of readings', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        const byId = (list: readonly Assessment[]) => list.map(({ id }) => id).toSorted();
        const [one, two] = [spreadOf(entries), spreadOf(other)];
        expect(two.known).toEqual(one.known);
        expect(byId(two.unknown)).toEqual(byId(one.unknown));
        expect([two.range, two.apart, two.outliers]).toEqual([one.range, one.apart, one.outliers]);
      }),
    );
  });

  it('takes an unknown for no level at all', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const known = entries.filter(({ reading }) => reading.level !== null);
        const { unknown, ...rest } = spreadOf(entries);
        expect(rest).toEqual({ ...spreadOf(known), unknown: undefined });
        expect(unknown).toHaveLength(entries.length - known.length);
      }),
    );
  });

  const levels = (...given: (number | null)[]) =>
    spreadOf(
      given.map((value, index) =>
        numbered({ ...union, reading: { of: 'structural', level: value } }, index),
      ),
    );

  test.each([
    { given: [], range: null, apart: false, outliers: 0 },
    { given: [null, null], range: null, apart: false, outliers: 0 },
    { given: [0], range: { least: 0, most: 0 }, apart: false, outliers: 0 },
    { given: [1, 2, 2], range: { least: 1, most: 2 }, apart: false, outliers: 0 },
    { given: [0, 4], range: { least: 0, most: 4 }, apart: true, outliers: 0 },
    { given: [1, 1, 4], range: { least: 1, most: 4 }, apart: true, outliers: 1 },
    { given: [0, 2, 4], range: { least: 0, most: 4 }, apart: true, outliers: 3 },
    { given: [1, 2, 3], range: { least: 1, most: 3 }, apart: true, outliers: 0 },
  ])('of $given', ({ given, range, apart, outliers }) => {
    const spread = levels(...given);
    expect(spread.range).toEqual(range);
    expect(spread.apart).toBe(apart);
    expect(spread.outliers).toHaveLength(outliers);
  });
});
