import type { AssessedKind } from './entries/index.ts';
import { assessorOf, type Assessment } from './standing.ts';

/** What one assessor says of one actor; null: looked at, and not known (P2); left out: not assessed. */
export type Levels = Readonly<Partial<Record<AssessedKind, number | null>>>;

/**
 * The levels that each assessor gives one actor, so that two kinds are only ever read together where one
 * and the same person read both (P1). A voice that is not named speaks of one kind only: nothing can tell
 * what else its owner said, and nothing here does.
 * @param readings those that stand, of one actor, in any order
 */
export function levelsByAssessor(readings: readonly Assessment[]): ReadonlyMap<string, Levels> {
  const assessors = new Map<string, Partial<Record<AssessedKind, number | null>>>();
  for (const assessment of readings) {
    const assessor = assessorOf(assessment);
    const levels = assessors.get(assessor) ?? {};
    levels[assessment.reading.of] = assessment.reading.level;
    assessors.set(assessor, levels);
  }
  return assessors;
}
