import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powerKinds, type AssessedKind, type EntryOf } from './entries/index.ts';
import { apartFirst, movesBetween, readingsIn, rounds } from './rounds.ts';
import { standingAssessments, type Assessment } from './standing.ts';

const stamp = { at: Date.UTC(2026, 2, 14), by: null };
const opened = (id: string): EntryOf<'round-opened'> => ({
  ...{ id, kind: 'round-opened', number: 1, ...stamp, title: '' },
  ...{ subjects: ['union', 'league', 'fishers'], kinds: [...powerKinds] },
  ...{ assessors: null, closesAt: null, asOf: '2026-03-14', named: true, follows: null },
});

interface Given {
  readonly round?: string | null;
  readonly subject: string;
  readonly of: Exclude<AssessedKind, 'attitude'>;
  readonly level: number | null;
  readonly who: string | null;
}

const assessment = (
  { round = 'first', subject, of, level, who }: Given,
  n: number,
): Assessment => ({
  ...{ id: `entry-${n}`, kind: 'assessment', number: n + 1, at: stamp.at, asOf: '2026-03-14' },
  ...{ confidence: 'low', basis: 'observed', rationale: '', alternative: '' },
  ...{
    subject,
    reading: { of, level },
    round,
    by: who === null ? null : { person: who, name: who },
  },
  voice: who === null ? `voice-of-somebody-${n}` : null,
});

const given = fc.record({
  round: fc.constantFrom('first', 'second', null),
  subject: fc.constantFrom('union', 'league', 'elsewhere'),
  of: fc.constantFrom(...powerKinds),
  level: fc.option(fc.integer({ min: 0, max: 4 })),
  who: fc.constantFrom('amira', 'bilal', null),
});
const assessments = fc
  .array(given, { maxLength: 40 })
  .map((all) => all.map((one, index) => assessment(one, index)));

const idsOf = (rows: ReturnType<typeof readingsIn>) =>
  rows.flatMap(({ spreads }) =>
    [...spreads.values()].flatMap(({ known, unknown }) =>
      [...known, ...unknown].map(({ id }) => id),
    ),
  );

describe('a revealed round', () => {
  it('holds every reading that stands of those that were given in it once, and no other', () => {
    fc.assert(
      fc.property(assessments, (all) => {
        const due = standingAssessments(
          all.filter(({ round, subject }) => round === 'first' && subject !== 'elsewhere'),
        );
        const rows = readingsIn({ opened: opened('first') }, all);
        expect(idsOf(rows).toSorted()).toEqual(due.map(({ id }) => id).toSorted());
        expect(rows.map(({ subject }) => subject)).toEqual(opened('first').subjects);
      }),
    );
  });

  it('shows first where people see different things, and loses no row', () => {
    const all = [
      { subject: 'league', of: 'structural', level: 0, who: 'amira' } as const,
      { subject: 'league', of: 'structural', level: 3, who: 'bilal' } as const,
      { subject: 'union', of: 'structural', level: 4, who: 'amira' } as const,
      { subject: 'fishers', of: 'structural', level: null, who: 'amira' } as const,
      { subject: 'fishers', of: 'structural', level: 4, who: 'bilal' } as const,
    ].map(assessment);
    const rows = apartFirst(readingsIn({ opened: opened('first') }, all));
    // Unknown is no level: it is not apart from a high one (P2).
    expect(rows.map(({ subject }) => subject)).toEqual(['league', 'union', 'fishers']);
  });
});

describe('a second round', () => {
  it('leaves the first as it was, and tells who reads differently', () => {
    const first = { subject: 'union', of: 'structural', level: 1, who: 'amira' } as const;
    const all = [
      first,
      { ...first, who: 'bilal' },
      { ...first, round: 'second', level: 3 },
      { ...first, round: 'second', who: 'bilal' },
      { ...first, round: 'second', of: 'narrative' as const },
    ].map(assessment);
    expect(movesBetween(all, 'first', 'second')).toEqual([
      { assessor: 'amira', subject: 'union', of: 'structural', from: 1, to: 3 },
    ]);
    expect(idsOf(readingsIn({ opened: opened('first') }, all))).toHaveLength(2);
  });

  it('never tells of anybody who is not named', () => {
    fc.assert(
      fc.property(assessments, (all) => {
        const unnamed = all.map((one) => ({ ...one, by: null }));
        expect(movesBetween(unnamed, 'first', 'second')).toEqual([]);
      }),
    );
  });
});

describe('rounds', () => {
  it('are open until they are revealed or cancelled', () => {
    const [one, two, three] = [opened('one'), opened('two'), opened('three')];
    const end = { number: 9, ...stamp };
    const revealed = { ...end, kind: 'round-revealed', id: 'r', round: 'one' } as const;
    const cancelled = { ...end, kind: 'round-cancelled', id: 'c', round: 'two' } as const;
    const all = rounds(
      [one, two, three],
      [{ ...revealed, assessors: 2, finished: 1 }],
      [cancelled],
    );
    expect(all.map((round) => [round.revealed !== null, round.cancelled !== null])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});
