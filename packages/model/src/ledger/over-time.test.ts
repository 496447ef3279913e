import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsOn, type Tie } from '../records/index.ts';
import { levelsByAssessor } from './levels-by-assessor.ts';
import { daysOfChange, differenceBetween } from './over-time.ts';
import type { StageChange } from './stage-history.ts';
import { assessorOf, standingAssessments, type Assessment } from './standing.ts';

const day = fc.integer({ min: 1, max: 9 }).map((date) => `2026-03-0${date}`);
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

const assessments = fc
  .array(
    fc.record({
      subject: fc.constantFrom('union', 'league'),
      of: fc.constantFrom('structural' as const, 'interest' as const),
      level: fc.option(fc.integer({ min: 0, max: 4 })),
      asOf: day,
      who: fc.option(fc.constantFrom('amira', 'bilal')),
    }),
    { maxLength: 25 },
  )
  .map((said) =>
    said.map(({ subject, of, level, asOf, who }, index): Assessment => ({
      ...{ kind: 'assessment', id: `entry-${index}`, number: index + 1, at: index, subject, asOf },
      reading: { of, level },
      by: who === null ? null : { person: who, name: who },
      voice: who === null ? `voice-of-${subject}-${of}` : null,
      ...{ confidence: 'medium', basis: 'observed', rationale: '', alternative: '', round: null },
    })),
  );

const ties = fc
  .array(fc.record({ since: fc.option(day), until: fc.option(day) }), { maxLength: 12 })
  .map((spans) =>
    spans.map((span, index): Tie => ({
      ...{ id: `tie-${index}`, from: 'union', to: 'league', kind: 'close', strength: null },
      ...{ note: '', source: '', fields: {}, ...span },
    })),
  );

const stageChanges = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }).map((days) =>
  days.map((date, index): StageChange => ({
    ...{ kind: 'stage-change', id: `stage-${index}`, number: index, at: Date.UTC(2026, 2, date) },
    ...{ by: null, participant: 'p', from: 'nominated', to: 'invited', reason: '' },
    exclusion: null,
  })),
);

const contacts = fc.array(day, { maxLength: 5 });

const dated = fc.record({ assessments, ties, stageChanges, contacts });

describe('a tie on a day', () => {
  it('holds from its first day to its last, both included', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, on) => {
        const [since, until] = a < b ? [a, b] : [b, a];
        expect(holdsOn({ since, until }, on)).toBe(on >= since && on <= until);
        expect([since, until].every((end) => holdsOn({ since, until }, end))).toBe(true);
      }),
    );
  });

  it('is not ended by a day that nobody knows', () => {
    fc.assert(
      fc.property(day, day, (known, on) => {
        expect(holdsOn({ since: null, until: null }, on)).toBe(true);
        expect(holdsOn({ since: known, until: null }, on)).toBe(on >= known);
        expect(holdsOn({ since: null, until: known }, on)).toBe(on <= known);
      }),
    );
  });
});

describe('the days on which something changed', () => {
  it('each hold something, follow each other, and leave out nothing that has a date', () => {
    fc.assert(
      fc.property(dated, (all) => {
        const days = daysOfChange(all, dayOf);
        expect(days.map((one) => one.day)).toEqual([...new Set(days.map((one) => one.day))].sort());
        const total = (key: 'readings' | 'begun' | 'ending' | 'stages' | 'contacts') =>
          days.reduce((sum, one) => sum + one[key], 0);
        expect(total('readings')).toBe(all.assessments.length);
        expect(total('begun')).toBe(all.ties.filter(({ since }) => since !== null).length);
        expect(total('ending')).toBe(all.ties.filter(({ until }) => until !== null).length);
        expect(total('stages')).toBe(all.stageChanges.length);
        expect(total('contacts')).toBe(all.contacts.length);
        expect(
          days.every(
            (counts) =>
              counts.readings + counts.begun + counts.ending + counts.stages + counts.contacts > 0,
          ),
        ).toBe(true);
      }),
    );
  });

  it('have no difference between them', () => {
    fc.assert(
      fc.property(dated, day, day, (all, a, b) => {
        const [one, other] = a < b ? [a, b] : [b, a];
        const between = daysOfChange(all, dayOf).some(({ day }) => day >= one && day <= other);
        if (between) return;
        expect(differenceBetween(all, one, other)).toEqual({ readings: [], begun: [], ended: [] });
      }),
    );
  });
});

describe('the difference between two days', () => {
  it('is none from a day to itself', () => {
    fc.assert(
      fc.property(dated, day, (all, on) => {
        expect(differenceBetween(all, on, on)).toEqual({ readings: [], begun: [], ended: [] });
      }),
    );
  });

  it('is the same backwards', () => {
    fc.assert(
      fc.property(dated, fc.option(day), fc.option(day), (all, one, other) => {
        const there = differenceBetween(all, one, other);
        const back = differenceBetween(all, other, one);
        expect(back.begun).toEqual(there.ended);
        expect(back.ended).toEqual(there.begun);
        expect(back.readings).toEqual(
          there.readings.map(({ before, after }) => ({ before: after, after: before })),
        );
      }),
    );
  });

  it('leads from what stands on the one to what stands on the other', () => {
    fc.assert(
      fc.property(dated, day, day, (all, one, other) => {
        const { readings } = differenceBetween(all, one, other);
        const levels = (on: string) =>
          new Map(
            standingAssessments(all.assessments, on).map((a) => [
              `${a.subject} ${a.reading.of} ${assessorOf(a)}`,
              a.reading.level,
            ]),
          );
        const reached = levels(one);
        for (const { before, after } of readings) {
          const said = after ?? before;
          if (!said) throw new Error('A difference without a reading');
          const key = `${said.subject} ${said.reading.of} ${assessorOf(said)}`;
          if (after) reached.set(key, after.reading.level);
          else reached.delete(key);
        }
        const sorted = (map: ReadonlyMap<string, number | null>) => [...map].sort();
        expect(sorted(reached)).toEqual(sorted(levels(other)));
      }),
    );
  });
});

describe('the levels of each assessor', () => {
  it('never put two assessors together, and tell unknown from not assessed', () => {
    fc.assert(
      fc.property(assessments, (given) => {
        const readings = standingAssessments(given).filter(({ subject }) => subject === 'union');
        const assessors = levelsByAssessor(readings);
        const count = [...assessors.values()].reduce(
          (sum, one) => sum + Object.keys(one).length,
          0,
        );
        expect(count).toBe(readings.length);
        for (const reading of readings) {
          expect(assessors.get(assessorOf(reading))?.[reading.reading.of]).toBe(
            reading.reading.level,
          );
        }
        // Nobody can tell which two unnamed readings have the same owner.
        for (const [assessor, levels] of assessors) {
          if (assessor.startsWith('voice')) expect(Object.keys(levels)).toHaveLength(1);
        }
      }),
    );
  });
});
