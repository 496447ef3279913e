import type { Tie } from '../records/index.ts';
import { holdsOn } from '../records/tie.ts';
import type { StageChange } from './stage-history.ts';
import { assessorOf, standingAssessments, type Assessment } from './standing.ts';

/** Everything about actors that has a date. */
export interface Dated {
  /** All of the ledger, and not only those that stand. */
  readonly assessments: readonly Assessment[];
  readonly ties: readonly Tie[];
  readonly stageChanges: readonly StageChange[];
  /** The days, `YYYY-MM-DD`, on which the team was in touch with somebody. */
  readonly contacts: readonly string[];
}

/** A day on which something that is on record became so, or ended. */
export interface DayOfChange {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly readings: number;
  readonly begun: number;
  /** Ties for which it is the last day. */
  readonly ending: number;
  readonly stages: number;
  readonly contacts: number;
}

/**
 * The days on which something changed, the earliest first; between two that follow each other nothing
 * does.
 * @param dayOf the day, `YYYY-MM-DD`, of a moment in ms since 1970, by the clock of whoever looks
 */
export function daysOfChange(
  { assessments, ties, stageChanges, contacts }: Dated,
  dayOf: (at: number) => string,
): readonly DayOfChange[] {
  const counts = {
    readings: countBy(assessments.map(({ asOf }) => asOf)),
    begun: countBy(ties.map(({ since }) => since)),
    ending: countBy(ties.map(({ until }) => until)),
    stages: countBy(stageChanges.map(({ at }) => dayOf(at))),
    contacts: countBy(contacts),
  };
  const days = new Set(Object.values(counts).flatMap((count) => [...count.keys()]));
  return [...days].sort().map((day) => ({
    day,
    readings: counts.readings.get(day) ?? 0,
    begun: counts.begun.get(day) ?? 0,
    ending: counts.ending.get(day) ?? 0,
    stages: counts.stages.get(day) ?? 0,
    contacts: counts.contacts.get(day) ?? 0,
  }));
}

function countBy(days: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** A reading that is another on the later of two days. */
export interface ChangedReading {
  /** null: on that day the assessor had said nothing yet. */
  readonly before: Assessment | null;
  readonly after: Assessment | null;
}

export interface Difference {
  readonly readings: readonly ChangedReading[];
  /** Ties that hold on the second day and not on the first. */
  readonly begun: readonly Tie[];
  /** Ties that hold on the first day and not on the second. */
  readonly ended: readonly Tie[];
}

/**
 * What is different on two days. A reading that was given again at the same level is no difference.
 * @param one the first day, `YYYY-MM-DD`; null: all that is known now
 * @param other the second day, in the same way; it may be the earlier one
 */
export function differenceBetween(
  { assessments, ties }: Pick<Dated, 'assessments' | 'ties'>,
  one: string | null,
  other: string | null,
): Difference {
  const before = byKey(standingAssessments(assessments, one));
  const after = byKey(standingAssessments(assessments, other));
  const keys = new Set([...before.keys(), ...after.keys()]);
  const readings = [...keys].sort().flatMap((key) => {
    const pair = { before: before.get(key) ?? null, after: after.get(key) ?? null };
    return isSame(pair) ? [] : [pair];
  });
  const holds = (tie: Tie, on: string | null) => on === null || holdsOn(tie, on);
  return {
    readings,
    begun: ties.filter((tie) => holds(tie, other) && !holds(tie, one)),
    ended: ties.filter((tie) => holds(tie, one) && !holds(tie, other)),
  };
}

const isSame = ({ before, after }: ChangedReading): boolean =>
  before !== null && after !== null && before.reading.level === after.reading.level;

const byKey = (standing: readonly Assessment[]): ReadonlyMap<string, Assessment> =>
  new Map(
    standing.map((one) => [[one.subject, one.reading.of, assessorOf(one)].join(' '), one] as const),
  );
