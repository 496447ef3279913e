import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

/** Agenda block → participant → whether they came; who is not in it: not on record. */
export type Attendance = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** What is on record of who came to which session. `entries` in any order. */
export function attendanceOf(entries: readonly EntryOf<'attendance'>[]): Attendance {
  const sessions = new Map<string, Map<string, boolean>>();
  for (const { block, participant, came } of entries.toSorted(byNumber)) {
    const people = sessions.get(block) ?? new Map<string, boolean>();
    sessions.set(block, people);
    if (came === null) people.delete(participant);
    else people.set(participant, came);
  }
  return sessions;
}
