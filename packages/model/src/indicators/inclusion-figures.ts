import type { InclusionTarget } from '../records/index.ts';

/** The arithmetic of one target on one group of people. All counts are people. */
export interface Figures {
  /** People known to have one of the target's values. */
  readonly count: number;
  /** People in the denominator of whom it is not known; they are in no other number than it (P2). */
  readonly unknowns: number;
  /** People that the share is a share of (P6). */
  readonly denominator: number;
  /** `count` ÷ `denominator`, 0–1; null when the denominator is 0. */
  readonly share: number | null;
  /** At least: how many it takes. At most: how many are allowed. */
  readonly needed: number;
  /** How many too few (at least) or too many (at most) are known; 0 when the known count holds. */
  readonly shortfall: number;
  /** The count if every unknown turned out as the target wishes. */
  readonly best: number;
  /** The count if no unknown did. */
  readonly worst: number;
}

/** What the figures say: it holds, or fails, whatever the unknowns are; they decide; nobody is there. */
export type Standing = 'holds' | 'fails' | 'open' | 'nobody';

type Bound = Pick<InclusionTarget, 'comparison' | 'amount'>;

/**
 * A share of a whole number of people comes out as a whole number or misses one by more than this, for
 * every share of up to six decimals. In floating point 0.07 × 100 is 7.000000000000001, and 8 people
 * would be asked for.
 */
const roundingTolerance = 1e-9;

/**
 * How many people a target asks for (at least) or allows (at most) among `denominator` people:
 * ⌈share·n⌉ or ⌊share·n⌋; an amount in people is that amount.
 */
export function neededPeople({ comparison, amount }: Bound, denominator: number): number {
  if (amount.unit === 'count') return amount.count;
  const exact = amount.share * denominator;
  return comparison === 'at-least'
    ? Math.max(0, Math.ceil(exact - roundingTolerance))
    : Math.floor(exact + roundingTolerance);
}

export function figuresOf(
  target: Bound,
  { count, unknowns, denominator }: Pick<Figures, 'count' | 'unknowns' | 'denominator'>,
): Figures {
  const needed = neededPeople(target, denominator);
  const atLeast = target.comparison === 'at-least';
  return {
    count,
    unknowns,
    denominator,
    share: denominator === 0 ? null : count / denominator,
    needed,
    shortfall: Math.max(0, atLeast ? needed - count : count - needed),
    best: atLeast ? count + unknowns : count,
    worst: atLeast ? count : count + unknowns,
  };
}

/**
 * Whether the target holds on these figures. A target and its mirror image (at least 30 % women, at
 * most 70 % others) always stand alike: an unknown is not read as a no for one and a yes for the other.
 */
export function standingOf(target: Bound, figures: Figures): Standing {
  if (figures.denominator === 0) return 'nobody';
  const holds = (count: number) =>
    target.comparison === 'at-least' ? count >= figures.needed : count <= figures.needed;
  if (holds(figures.worst)) return 'holds';
  return holds(figures.best) ? 'open' : 'fails';
}
