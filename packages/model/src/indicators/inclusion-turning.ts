import type { InclusionTarget } from '../records/index.ts';
import { neededPeople, type Figures } from './inclusion-figures.ts';

/**
 * The least number of people that makes a target hold for sure, by each way there is; null: that way
 * never does. Nobody who is unknown is taken for what the target wishes. 0 everywhere: it holds.
 */
export interface LeastPeople {
  /**
   * People come on top, and with them the denominator grows: people who count where the target is at
   * least, people who do not where it is at most.
   */
  readonly adding: number | null;
  /**
   * The denominator stays: people make room for others, or open seats are filled. This is the way where
   * seats are fixed, and what `shortfall` says.
   */
  readonly replacing: number | null;
  /** People leave, and nobody comes: those who do not count, or, of an at-most target, those who do. */
  readonly leaving: number | null;
}

/**
 * @param figures of one group
 * @param areSeats whether the denominator is one of seats, which nobody enlarges or makes smaller
 */
export function leastPeople(
  target: Pick<InclusionTarget, 'comparison' | 'amount'>,
  { worst, denominator }: Figures,
  areSeats = false,
): LeastPeople {
  const atLeast = target.comparison === 'at-least';
  const holds = (count: number, people: number) =>
    people > 0 &&
    (atLeast ? count >= neededPeople(target, people) : count <= neededPeople(target, people));
  if (holds(worst, denominator)) return { adding: 0, replacing: 0, leaving: 0 };
  const step = atLeast ? 1 : -1;
  return {
    adding: areSeats
      ? null
      : least(mostPeople, (n) => holds(atLeast ? worst + n : worst, denominator + n)),
    replacing: least(atLeast ? denominator - worst : worst, (n) =>
      holds(worst + step * n, denominator),
    ),
    leaving: atLeast
      ? areSeats
        ? null
        : least(denominator - worst, (n) => holds(worst, denominator - n))
      : // Somebody must stay: of nobody no target holds.
        least(areSeats || worst < denominator ? worst : worst - 1, (n) =>
          holds(worst - n, areSeats ? denominator : denominator - n),
        ),
  };
}

/** More than any process has, so that a share just below one is not looked for without end. */
const mostPeople = 10_000_000;

/**
 * The first number from 0 to `most` that is enough; null: none is. Once a number is enough, all larger
 * ones are: each further person only takes the count nearer.
 */
function least(most: number, isEnough: (n: number) => boolean): number | null {
  if (most < 0 || !isEnough(most)) return null;
  let [tooFew, enough] = [-1, most];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
