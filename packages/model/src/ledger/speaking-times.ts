import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

/** Agenda block → participant → seconds; who is not in it: not on record, which is not silence (P2). */
export type SpeakingTimes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What is on record of how long who spoke in which session. `entries` in any order. */
export function speakingTimesOf(entries: readonly EntryOf<'speaking-time'>[]): SpeakingTimes {
  const sessions = new Map<string, Map<string, number>>();
  for (const { block, participant, seconds } of entries.toSorted(byNumber)) {
    const people = sessions.get(block) ?? new Map<string, number>();
    sessions.set(block, people);
    if (seconds === null) people.delete(participant);
    else people.set(participant, seconds);
  }
  return sessions;
}
