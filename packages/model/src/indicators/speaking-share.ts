import type { Participant } from '../records/index.ts';
import { matchOf, type Wanted } from './inclusion-attribute.ts';

/** Whose time it was that is on record of a session, or of several. All in seconds. */
export interface SpeakingShare {
  /** Of people known to be of the group. */
  readonly seconds: number;
  /** Of people of whom it is not known, or who are not on the list any more (P2). */
  readonly unknown: number;
  /** All that is on record: what a share is a share of (P6). */
  readonly recorded: number;
  /** `seconds` ÷ `recorded`, 0–1; null where nothing is on record. */
  readonly share: number | null;
}

/** @param times of each session: participant → seconds */
export function speakingShare(
  wanted: Wanted,
  times: Iterable<ReadonlyMap<string, number>>,
  participants: readonly Participant[],
): SpeakingShare {
  const byId = new Map(participants.map((person) => [person.id, person]));
  const sums = { yes: 0, no: 0, unknown: 0 };
  for (const session of times) {
    for (const [id, seconds] of session) {
      const person = byId.get(id);
      sums[person ? matchOf(wanted, person) : 'unknown'] += seconds;
    }
  }
  const recorded = sums.yes + sums.no + sums.unknown;
  return {
    ...{ seconds: sums.yes, unknown: sums.unknown, recorded },
    share: recorded === 0 ? null : sums.yes / recorded,
  };
}

/**
 * Whether a share of the time on record holds, whatever the unknown part of it was: `open` where that
 * part decides, null where nothing is on record.
 * @param share 0–1
 */
export function holdsInTime(
  comparison: 'at-least' | 'at-most',
  share: number,
  { seconds, unknown, recorded }: SpeakingShare,
): 'holds' | 'fails' | 'open' | null {
  if (recorded === 0) return null;
  const [least, most] = [seconds / recorded, (seconds + unknown) / recorded];
  if (comparison === 'at-least') return least >= share ? 'holds' : most >= share ? 'open' : 'fails';
  return most <= share ? 'holds' : least <= share ? 'open' : 'fails';
}
