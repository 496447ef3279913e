import type { InclusionTarget } from '../records/index.ts';
import { conditionsOf, type Wanted } from './inclusion-attribute.ts';
import { standingOf, type Figures } from './inclusion-figures.ts';

export const verdicts = ['met', 'cannot-tell', 'at-risk', 'missed'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a verdict is `cannot-tell` or `at-risk`. */
export type VerdictReason =
  /** The target names no value to look for. */
  | 'no-values'
  /** Nobody is counted yet: a share of nothing is no share. */
  | 'nobody-counted'
  /** People whose value is not known decide. */
  | 'unknowns-decide'
  /** Holds now; would not, or might not, if everyone invited came. */
  | 'may-not-last'
  /** Fails now; would hold, or might, if everyone invited came. */
  | 'may-be-closed'
  /** There is no delegation with people. */
  | 'no-delegations'
  /** There is no session with people. */
  | 'no-sessions'
  /** Speaking roles are not recorded. */
  | 'no-speaking-roles'
  /** No speaking time is on record. */
  | 'no-speaking-time'
  /** The share is one of seats, and none were allotted. */
  | 'no-seats';

export interface Judgement {
  readonly verdict: Verdict;
  /** null when the verdict is `met` or `missed`. */
  readonly reason: VerdictReason | null;
}

type Judged = Pick<InclusionTarget, 'comparison' | 'amount' | 'values' | 'scope'> &
  Pick<Wanted, 'also'>;

/**
 * The verdict on one group, from its figures now and if everyone invited came (examples: at least
 * 30 % women, confirmed people counted):
 *
 * - `met`: holds now and would hold then, whatever the unknowns are. 3 women of 10; one more woman and
 *   one man are invited (4 of 12).
 * - `missed`: fails now and would fail then, whatever the unknowns are. 2 of 10 women, nobody else is
 *   invited; or 6 of 24 and one undisclosed, where 8 are needed.
 * - `at-risk`, two ways. Holds now, would or might not then (`may-not-last`): 3 of 10, two more men
 *   are invited (3 of 12, 4 needed). Fails now, would or might hold then (`may-be-closed`): 2 of 10,
 *   two more women are invited (4 of 12).
 * - `cannot-tell`: the unknowns decide now (2 of 10 women and one undisclosed), or nobody is counted
 *   yet, or no value is named. What might become of it then is not asked.
 *
 * Nothing here knows what day it is: who did not come and never will should be moved to declined or
 * withdrawn, else they are taken for people who may still come.
 */
export function judge(target: Judged, now: Figures, projected: Figures): Judgement {
  if (namesNobody({ ...target, attribute: '' })) {
    return { verdict: 'cannot-tell', reason: 'no-values' };
  }
  const standing = standingOf(target, now);
  const then = standingOf(target, projected);
  switch (standing) {
    case 'nobody':
      return { verdict: 'cannot-tell', reason: 'nobody-counted' };
    case 'open':
      return { verdict: 'cannot-tell', reason: 'unknowns-decide' };
    case 'holds':
      return then === 'holds'
        ? { verdict: 'met', reason: null }
        : { verdict: 'at-risk', reason: 'may-not-last' };
    case 'fails':
      return then === 'fails'
        ? { verdict: 'missed', reason: null }
        : { verdict: 'at-risk', reason: 'may-be-closed' };
  }
}

/** Whether one of a target's conditions names no value yet, so that nobody could fulfil it. */
export const namesNobody = (target: Wanted): boolean =>
  conditionsOf(target).some(({ values }) => values.length === 0);

/** The worst of several judgements, in the order of `verdicts`; of equal ones the first. */
export function worstOf(target: Judged, judgements: readonly Judgement[]): Judgement {
  if (judgements.length === 0) {
    return {
      verdict: 'cannot-tell',
      reason: target.scope === 'session' ? 'no-sessions' : 'no-delegations',
    };
  }
  return judgements
    .map(({ verdict, reason }): Judgement => ({ verdict, reason }))
    .reduce((worst, next) =>
      verdicts.indexOf(next.verdict) > verdicts.indexOf(worst.verdict) ? next : worst,
    );
}
