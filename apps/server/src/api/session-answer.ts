import type { SessionAnswer } from '@parley/contracts';
import type { Session } from '../access/index.ts';

/** What a page learns about the session that it has. */
export const sessionAnswer = (
  person: Session['person'],
  idleMs: Session['idleMs'],
): SessionAnswer => ({
  person,
  mayCreateProcesses: person.kind === 'account',
  idleMinutes: idleMs === null ? null : idleMs / 60_000,
});
