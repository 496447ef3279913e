import type { InclusionTarget, Participant } from '../records/index.ts';
import { conditionsOf, matchOf, type Wanted } from './inclusion-attribute.ts';
import { isBeforeInvitation } from './inclusion-counting.ts';
import { neededPeople } from './inclusion-figures.ts';
import { groupsOf, type InclusionContext } from './inclusion-groups.ts';
import { namesNobody } from './inclusion-verdict.ts';

/** Two targets for the whole process of which each could be met, and both cannot. */
export interface Conflict {
  /** Ids of the two, in the order of the list. */
  readonly targets: readonly [string, string];
  /** How many people both together are missed by at the very least; more than 0. */
  readonly short: number;
  /**
   * `seats`: not with the seats that are left, whoever comes. `people`: the seats would do, but not
   * with the people who are considered.
   */
  readonly because: 'seats' | 'people';
}

/** How many people there are who count for both targets, for one of them alone, for neither. */
export interface Cells {
  readonly both: number;
  readonly one: number;
  readonly other: number;
  readonly neither: number;
}

/** A target with its sums as they are now. */
export interface Bound {
  readonly target: Pick<InclusionTarget, 'comparison' | 'amount'>;
  readonly count: number;
  readonly denominator: number;
  /** Whether whoever comes makes the denominator larger; not where it is one of seats. */
  readonly grows: boolean;
}

/**
 * The pairs of which each target could be met alone, and both cannot. Targets on parts of the process
 * are not compared. Who is unknown is taken for what a target does not wish.
 * @param left how many people may still come: the seats that are open
 */
export function conflictsBetween(
  targets: readonly InclusionTarget[],
  context: InclusionContext,
  left: number,
): readonly Conflict[] {
  const compared = targets.filter((target) => target.scope === 'process' && !namesNobody(target));
  return compared.flatMap((one, at) =>
    compared.slice(at + 1).flatMap((other): Conflict[] => {
      const bounds = [boundOf(one, context), boundOf(other, context)] as const;
      const ids = [one.id, other.id] as const;
      const bySeats = conflictIn(...bounds, anybody(one, other, left), left);
      if (bySeats > 0) return [{ targets: ids, short: bySeats, because: 'seats' }];
      const byPeople = conflictIn(...bounds, considered(one, other, context), left);
      return byPeople > 0 ? [{ targets: ids, short: byPeople, because: 'people' }] : [];
    }),
  );
}

/** By how many people both are missed where each could be met; 0: both can be, or one cannot anyway. */
function conflictIn(one: Bound, other: Bound, cells: Cells, left: number): number {
  const alone = [leastMissed(one, null, cells, left), leastMissed(null, other, cells, left)];
  return alone.some((missed) => missed > 0) ? 0 : leastMissed(one, other, cells, left);
}

/**
 * The least number of people by which two targets together are missed, over all ways to let up to
 * `left` people come out of the cells. Exact: for each number of people who come and each number of
 * those who count for the one, those who count for the other are any number between two ends.
 * @param one null: nothing is asked; so with `other`
 */
export function leastMissed(
  one: Bound | null,
  other: Bound | null,
  cells: Cells,
  left: number,
): number {
  const most = Math.min(left, cells.both + cells.one + cells.other + cells.neither);
  let least = Infinity;
  for (let come = 0; come <= most; come += 1) {
    for (let ones = 0; ones <= Math.min(come, cells.both + cells.one); ones += 1) {
      const fromOne = missedBy(one, come, ones);
      if (fromOne >= least) continue;
      const ends = endsFor(cells, come, ones);
      if (ends === null) continue;
      least = Math.min(least, fromOne + leastWithin(other, come, ends));
      if (least === 0) return 0;
    }
  }
  return least;
}

/** How few and how many of those who come can count for the other target; null: no such people are there. */
function endsFor(cells: Cells, come: number, ones: number): readonly [number, number] | null {
  const fewest = Math.max(
    0,
    ones - cells.one,
    come - cells.neither - cells.one,
    come - cells.neither - ones,
  );
  const most = Math.min(come, come - ones + cells.both, cells.other + Math.min(ones, cells.both));
  const fits = come - ones <= cells.other + cells.neither && fewest <= most;
  return fits ? [fewest, most] : null;
}

/** The least by which a target is missed when between two numbers of those who come count for it. */
function leastWithin(bound: Bound | null, come: number, [fewest, most]: readonly [number, number]) {
  // It is missed by less the more come, or the fewer: never by least in between alone.
  return Math.min(missedBy(bound, come, fewest), missedBy(bound, come, most));
}

function missedBy(bound: Bound | null, come: number, counting: number): number {
  if (bound === null) return 0;
  const { target, count, denominator, grows } = bound;
  const needed = neededPeople(target, denominator + (grows ? come : 0));
  const there = count + counting;
  return Math.max(0, target.comparison === 'at-least' ? needed - there : there - needed);
}

function boundOf(target: InclusionTarget, context: InclusionContext): Bound {
  const counted = target.counted ?? context.countedAs;
  const { reported, comparison } = target;
  const [group] = groupsOf(target, context, counted);
  if (reported?.counted === counted) {
    return { target, count: reported.count, denominator: reported.denominator, grows: true };
  }
  const present = context.participants.filter((person) => group?.counts(person));
  const worst = present.filter((person) => {
    const match = matchOf(target, person);
    return comparison === 'at-least' ? match === 'yes' : match !== 'no';
  });
  const seats = group?.seats ?? null;
  return {
    target,
    count: worst.length,
    denominator: seats ?? present.length,
    grows: seats === null,
  };
}

/** People as many as there are seats, of each sort that can be at all. */
function anybody(one: Wanted, other: Wanted, left: number): Cells {
  const unless = (cannotBe: boolean) => (cannotBe ? 0 : left);
  return {
    both: unless(excludeEachOther(one, other)),
    one: unless(implies(one, other)),
    other: unless(implies(other, one)),
    neither: left,
  };
}

/** Whether nobody can count for both: they name other values of the same attribute. */
const excludeEachOther = (one: Wanted, other: Wanted): boolean =>
  conditionsOf(one).some(({ attribute, values }) =>
    conditionsOf(other).some(
      (condition) =>
        condition.attribute === attribute &&
        !condition.values.some((value) => values.includes(value)),
    ),
  );

/** Whether everybody who counts for the one counts for the other. */
const implies = (one: Wanted, other: Wanted): boolean =>
  conditionsOf(other).every(({ attribute, values }) =>
    conditionsOf(one).some(
      (condition) =>
        condition.attribute === attribute &&
        condition.values.every((value) => values.includes(value)),
    ),
  );

/** The people who are considered and not invited yet, by what is certain of them. */
function considered(
  one: InclusionTarget,
  other: InclusionTarget,
  { participants }: InclusionContext,
): Cells {
  const counts = (target: InclusionTarget, person: Participant) => {
    const match = matchOf(target, person);
    return target.comparison === 'at-least' ? match === 'yes' : match !== 'no';
  };
  const cells = { both: 0, one: 0, other: 0, neither: 0 };
  for (const person of participants.filter(isBeforeInvitation)) {
    const [forOne, forOther] = [counts(one, person), counts(other, person)];
    cells[forOne ? (forOther ? 'both' : 'one') : forOther ? 'other' : 'neither'] += 1;
  }
  return cells;
}
