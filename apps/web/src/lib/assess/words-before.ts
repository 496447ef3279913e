import type { CommandOf } from '@parley/contracts';
import type { AssessedKind, Assessment } from '@parley/model/ledger';
import type { Queued } from '#lib/ledger/command-queue.svelte.ts';
import type { Said } from './said.ts';

type Sent = Pick<CommandOf<'assess'>, 'subject' | 'of' | 'rationale' | 'alternative'>;

/**
 * What somebody wrote beside their reading of an actor by a kind, so that a level that is given anew keeps
 * it. What is on its way is newer than what stands; what was refused was never said.
 * @param own those of one's own that stand
 * @param sent those that the ledger does not hold, the oldest first
 */
export function wordsBefore(
  { subject, of }: { readonly subject: string; readonly of: AssessedKind },
  own: readonly Pick<Assessment, 'subject' | 'reading' | 'rationale' | 'alternative'>[],
  sent: readonly { readonly state: Queued['state']; readonly command: Sent }[],
): Pick<Said, 'rationale' | 'alternative'> {
  const isMeant = (one: Sent) => one.subject === subject && one.of === of;
  const words =
    sent.findLast(({ state, command }) => state !== 'refused' && isMeant(command))?.command ??
    own.findLast((one) => one.subject === subject && one.reading.of === of);
  return { rationale: words?.rationale ?? '', alternative: words?.alternative ?? '' };
}
