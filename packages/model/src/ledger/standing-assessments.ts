import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

export type Assessment = EntryOf<'assessment'>;

/**
 * Who gave an assessment: a person, or the voice of somebody who is not named. One that has neither
 * stands for itself: nothing says that it has the assessor of any other.
 */
export const assessorOf = ({ by, voice, id }: Pick<Assessment, 'by' | 'voice' | 'id'>): string =>
  by?.person ?? voice ?? id;

/**
 * The assessments that stand, in the order of the ledger: of each assessor the newest of each actor and
 * kind. Newer is what holds for a later day, and of one day what the server took later.
 * @param on the day, `YYYY-MM-DD`, whose view is wanted: what holds for later ones is left out; null for all
 */
export function standingAssessments(
  assessments: readonly Assessment[],
  on: string | null = null,
): readonly Assessment[] {
  const newest = new Map<string, Assessment>();
  for (const assessment of assessments) {
    if (on !== null && assessment.asOf > on) continue;
    const key = [assessment.subject, assessment.reading.of, assessorOf(assessment)].join(' ');
    const known = newest.get(key);
    if (!known || isNewer(assessment, known)) newest.set(key, assessment);
  }
  return [...newest.values()].sort(byNumber);
}

const isNewer = (one: Assessment, other: Assessment): boolean =>
  one.asOf === other.asOf ? byNumber(one, other) > 0 : one.asOf > other.asOf;
