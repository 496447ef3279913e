import type { AssessedKind, EntryOf } from '@parley/model/ledger';
import type { SpaceLedger } from '#lib/ledger/space-ledger.svelte.ts';

/** How many of an actor's kinds this person has rated in a round, what is on its way included and what was refused not. */
export function ratedKinds(
  ledger: SpaceLedger,
  { id, kinds }: EntryOf<'round-opened'>,
  subject: string,
): readonly AssessedKind[] {
  const sent = ledger.queue
    .of('rate')
    .filter(({ command, state }) => command.round === id && state !== 'refused');
  return kinds.filter(
    (kind) =>
      ledger.openRounds?.own(id, subject, kind) !== undefined ||
      sent.some(({ command }) => command.subject === subject && command.of === kind),
  );
}
