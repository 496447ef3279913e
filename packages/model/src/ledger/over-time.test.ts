import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsOn } from '../records/index.ts';
import { countsOf, daysOfChange, type ChangeKind } from './changes.ts';
import { aDay as day, assessments, dated, dayOf } from './dated-for-tests.ts';
import { levelsByAssessor } from './levels-by-assessor.ts';
import { actorsIn, differenceBetween, isSame } from './over-time.ts';
import { stagesOn } from './stage-history.ts';
import { assessorOf, standingAssessments, standingLinks } from './standing.ts';

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
        const counts = countsOf(days.flatMap(({ changes }) => changes));
        const expected: Record<ChangeKind, number> = {
          reading: all.assessments.length,
          round: all.reveals.length,
          convening: all.links.length,
          'tie-begins': all.ties.filter(({ since }) => since !== null).length,
          'tie-ends': all.ties.filter(({ until }) => until !== null).length,
          'initiative-begins': all.initiatives.filter(({ from }) => from !== null).length,
          'initiative-ends': all.initiatives.filter(({ until }) => until !== null).length,
          stage: all.stageChanges.length,
          contact: all.engagements.length,
          card: all.cards.length,
          'card-settled': all.cards.filter(({ settled }) => settled !== null).length,
        };
        for (const [kind, count] of Object.entries(expected)) {
          expect([kind, new Map<string, number>(counts).get(kind) ?? 0]).toEqual([kind, count]);
        }
        for (const { day: on, changes } of days) {
          expect(changes.length).toBeGreaterThan(0);
          expect(changes.every((change) => change.day === on)).toBe(true);
        }
      }),
    );
  });

  it('have no difference between them', () => {
    fc.assert(
      fc.property(dated, day, day, (all, a, b) => {
        const [one, other] = a < b ? [a, b] : [b, a];
        const between = daysOfChange(all, dayOf).some(({ day }) => day >= one && day <= other);
        if (between) return;
        expect(isSame(differenceBetween(all, [one, other], dayOf))).toBe(true);
      }),
    );
  });
});

describe('the difference between two days', () => {
  it('is none from a day to itself', () => {
    fc.assert(
      fc.property(dated, day, (all, on) => {
        expect(isSame(differenceBetween(all, [on, on], dayOf))).toBe(true);
      }),
    );
  });

  it('is the same backwards', () => {
    fc.assert(
      fc.property(dated, fc.option(day), fc.option(day), (all, one, other) => {
        const there = differenceBetween(all, [one, other], dayOf);
        const back = differenceBetween(all, [other, one], dayOf);
        const turned = <T>(pairs: readonly { before: T; after: T }[]) =>
          pairs.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before }));
        expect(back).toEqual({
          readings: turned(there.readings),
          links: turned(there.links),
          ties: { begun: there.ties.ended, ended: there.ties.begun },
          initiatives: { begun: there.initiatives.ended, ended: there.initiatives.begun },
          stages: turned(there.stages),
        });
        expect(actorsIn(back)).toEqual(actorsIn(there));
      }),
    );
  });

  it('leads from what stands on the one to what stands on the other', () => {
    fc.assert(
      fc.property(dated, day, day, (all, one, other) => {
        const { readings } = differenceBetween(all, [one, other], dayOf);
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

describe('the difference of what has no level', () => {
  it('leads from the stages and statements of one day to those of the other', () => {
    fc.assert(
      fc.property(dated, day, day, (all, one, other) => {
        const { stages, links } = differenceBetween(all, [one, other], dayOf);
        const reached = new Map(stagesOn(all.stageChanges, one, dayOf));
        for (const { participant, after } of stages) reached.set(participant, after);
        expect(reached).toEqual(stagesOn(all.stageChanges, other, dayOf));
        const figures = (on: string) =>
          standingLinks(all.links, on).map(({ access, influence, relationshipValued }) =>
            [access, influence, relationshipValued].join(),
          );
        if (links.length === 0) expect(figures(one).sort()).toEqual(figures(other).sort());
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
