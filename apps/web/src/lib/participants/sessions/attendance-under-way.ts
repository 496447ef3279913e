import type { CommandOf } from '@parley/contracts';
import type { Attendance } from '@parley/model/ledger';

type Given = Pick<CommandOf<'record-attendance'>, 'block' | 'participants' | 'came'>;

/** What is on record of who came, with what was said on this page and is on its way. The last word counts. */
export function withUnderWay(recorded: Attendance, given: readonly Given[]): Attendance {
  if (given.length === 0) return recorded;
  const sessions = new Map([...recorded].map(([block, people]) => [block, new Map(people)]));
  for (const { block, participants, came } of given) {
    const people = sessions.get(block) ?? new Map<string, boolean>();
    sessions.set(block, people);
    for (const id of participants) {
      if (came === null) people.delete(id);
      else people.set(id, came);
    }
  }
  return sessions;
}
