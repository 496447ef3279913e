import { byOrder } from '../order-key.ts';
import type { InclusionTarget } from '../records/index.ts';
import type { Match } from './inclusion-attribute.ts';
import { figuresOf, type Figures } from './inclusion-figures.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { judge, type Judgement } from './inclusion-verdict.ts';

/** Time on record held against a target. All of the figures are seconds, and no people. */
export interface AssessedTime extends Figures, Judgement {
  /** Time is on record, and none of it of those that the target asks for. */
  readonly zero: boolean;
  /** Ids of those who spoke and are on the list, sorted. */
  readonly people: readonly string[];
  /** Ids of those of them of whom it is not known whether they count, sorted. */
  readonly undecided: readonly string[];
}

export interface TimeRow extends AssessedTime {
  /** Id of the agenda block. */
  readonly block: string;
}

/** The verdict is on all time together; the sessions stand beside it, so that none at zero hides (P6). */
export interface TimeAssessment extends AssessedTime {
  readonly scope: 'speaking-time';
  /** Sessions that have time on record. */
  readonly rows: readonly TimeRow[];
  readonly zeros: readonly TimeRow[];
}

/**
 * The time that people spoke, held against a target: a share is one of all time on record, a count is in
 * minutes. Time of people who are not on the list any more is not known to be anybody's (P2). What would
 * be if everyone invited came nobody can tell: the figures of the future are those of now.
 */
export function assessTime(
  target: InclusionTarget,
  { participants, blocks, speakingTimes = new Map() }: InclusionContext,
  matchFor: (person: InclusionContext['participants'][number]) => Match,
): TimeAssessment {
  const byId = new Map(participants.map((person) => [person.id, person]));
  const { amount } = target;
  const inSeconds: InclusionTarget =
    amount.unit === 'count'
      ? { ...target, amount: { ...amount, count: amount.count * 60 } }
      : target;

  function assessed(times: readonly ReadonlyMap<string, number>[]): AssessedTime {
    const sums = { yes: 0, no: 0, unknown: 0 };
    const [people, undecided] = [new Set<string>(), new Set<string>()];
    for (const [id, seconds] of times.flatMap((session) => [...session])) {
      const person = byId.get(id);
      const match = person ? matchFor(person) : 'unknown';
      sums[match] += seconds;
      if (!person) continue;
      people.add(id);
      if (match === 'unknown') undecided.add(id);
    }
    const denominator = sums.yes + sums.no + sums.unknown;
    const figures = figuresOf(inSeconds, {
      ...{ count: sums.yes, unknowns: sums.unknown, denominator },
    });
    const judgement = judge(inSeconds, figures, figures);
    const isSilent = judgement.reason === 'nobody-counted';
    return {
      ...figures,
      ...(isSilent ? { verdict: 'cannot-tell', reason: 'no-speaking-time' } : judgement),
      zero:
        target.comparison === 'at-least' &&
        figures.needed > 0 &&
        denominator > 0 &&
        figures.count === 0,
      people: [...people].sort(),
      undecided: [...undecided].sort(),
    };
  }

  const sessions = [...blocks]
    .sort(byOrder)
    .filter(({ id }) => target.only === null || id === target.only)
    .flatMap(({ id }) => {
      const times = speakingTimes.get(id);
      return times === undefined || times.size === 0 ? [] : [{ block: id, times }];
    });
  const rows = sessions.map(({ block, times }): TimeRow => ({ block, ...assessed([times]) }));
  return {
    scope: 'speaking-time',
    ...assessed(sessions.map(({ times }) => times)),
    rows,
    zeros: rows.filter(({ zero }) => zero),
  };
}
