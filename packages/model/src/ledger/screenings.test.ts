import { expect, it } from 'vitest';
import { talkedAboutFirst, type ScoresBy, type ScreenedPerson } from './screenings.ts';

const by = (apart: number | null, disagree: boolean): ScoresBy => ({
  ...{ criterion: 'trust', scores: [], apart, disagree },
});
const person = (participant: string, ...scores: ScoresBy[]): ScreenedPerson => ({
  ...{ participant, by: scores },
});

it('names those first who are furthest apart by one criterion, and never adds criteria up', () => {
  const rows = [
    person('agreed', by(0, false), by(1, false)),
    person('often, by little', by(1, false), by(1, false), by(1, false), by(1, false)),
    person('known to one alone', by(null, true)),
    person('twice by two', by(2, true), by(2, true)),
    person('once by four', by(4, true), by(0, false)),
  ];
  expect(talkedAboutFirst(rows).map(({ participant }) => participant)).toEqual([
    ...['once by four', 'known to one alone', 'twice by two', 'agreed', 'often, by little'],
  ]);
});
