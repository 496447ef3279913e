import type { CommandOf } from '@parley/contracts';
import type { SpaceLedger } from '#lib/ledger/space-ledger.svelte.ts';

/**
 * Gives a reading of an actor by a kind. It takes the place of those of the same that were refused: sent
 * once more, they would stand as the newer word.
 * @returns whether it is on its way
 */
export function giveReading(
  { queue }: Pick<SpaceLedger, 'queue'>,
  reading: Omit<CommandOf<'assess'>, 'kind'>,
): boolean {
  const { subject, of } = reading;
  const refused = queue
    .of('assess')
    .filter(({ state, command }) => state === 'refused' && command.subject === subject)
    .filter(({ command }) => command.of === of);
  const onItsWay = queue.give({ kind: 'assess', ...reading }).length === 0;
  if (onItsWay) for (const { id } of refused) queue.drop(id);
  return onItsWay;
}
