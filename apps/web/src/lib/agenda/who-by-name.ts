import type { AgendaBlock } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaSpace } from './agenda-space.ts';
import { whoInWords } from './block-words.ts';

/** Whom a block is for, by names of delegations and by pseudonyms; real names stand in no agenda. */
export function whoByName(
  { live }: Pick<AgendaSpace, 'live'>,
  block: Pick<AgendaBlock, 'everyone' | 'delegations' | 'participants'>,
): string {
  if (block.everyone) return m.agenda_everyone();
  const names = [
    ...block.delegations.map((id) => live.get('actor', id)?.name),
    ...block.participants.map((id) => live.get('participant', id)?.pseudonym),
  ];
  return names.filter(Boolean).join(', ') || whoInWords(block);
}
