import type { Barrier, InclusionTarget } from '../records/index.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { whatIf, type WhatIf } from './inclusion-what-if.ts';

/** Why somebody who declined or withdrew did not come, as it was last put on record. */
export interface Declined {
  readonly participant: string;
  /** All that stood in the way; none: not recorded. */
  readonly barriers: readonly Barrier[];
}

/** What removing one barrier would change. */
export interface BarrierRow {
  readonly barrier: Barrier;
  /** Ids of those who named it and nothing else, sorted: nothing else would keep them away. */
  readonly wouldCome: readonly string[];
  /** Ids of those who named others too, sorted. */
  readonly mightCome: readonly string[];
  /** All targets if those came of whom nothing else is known to keep them away. */
  readonly targets: readonly WhatIf[];
}

/**
 * A row for each barrier that somebody named who is declined or withdrawn still; the one that keeps
 * most people away comes first, equal ones by name. Whether they would come is theirs to say: this is a
 * supposition.
 */
export function barrierRows(
  declined: readonly Declined[],
  targets: readonly InclusionTarget[],
  context: InclusionContext,
): readonly BarrierRow[] {
  const away = new Set(
    context.participants
      .filter(({ stage }) => stage === 'declined' || stage === 'withdrawn')
      .map(({ id }) => id),
  );
  const there = declined.filter(({ participant }) => away.has(participant));
  const named = [...new Set(there.flatMap(({ barriers }) => barriers))];
  return named
    .map((barrier): BarrierRow => {
      const their = there.filter(({ barriers }) => barriers.includes(barrier));
      const idsOf = (list: readonly Declined[]) =>
        list.map(({ participant }) => participant).sort();
      const wouldCome = idsOf(their.filter(({ barriers }) => new Set(barriers).size === 1));
      const stages = Object.fromEntries(wouldCome.map((id) => [id, 'attended' as const]));
      return {
        barrier,
        wouldCome,
        mightCome: idsOf(their.filter(({ barriers }) => new Set(barriers).size > 1)),
        targets: whatIf(targets, context, { stages }),
      };
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.barrier < b.barrier ? -1 : 1));
}

const sizeOf = ({ wouldCome, mightCome }: BarrierRow): number =>
  wouldCome.length + mightCome.length;
