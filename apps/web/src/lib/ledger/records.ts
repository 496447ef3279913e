import type { Commentable } from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import type { BoardName } from '#lib/frame/boards.ts';
import { m } from '#lib/paraglide/messages.js';

/** On which board a record that is talked about stands. */
export const boardOf: Readonly<Record<Commentable, BoardName>> = {
  actor: 'actors',
  tie: 'actors',
  participant: 'participants',
  inclusionTarget: 'participants',
  agendaBlock: 'agenda',
};

/** What a record is called; null when it is not there any more. */
export function recordTitle(
  { live }: SpaceSession,
  { type, id }: { readonly type: Commentable; readonly id: string },
): string | null {
  switch (type) {
    case 'actor':
      return titled(live.get('actor', id)?.name);
    case 'participant':
      return titled(live.get('participant', id)?.pseudonym);
    case 'agendaBlock':
      return titled(live.get('agendaBlock', id)?.title);
    case 'inclusionTarget': {
      const target = live.get('inclusionTarget', id);
      return target ? target.label || m.ledger_a_target() : null;
    }
    case 'tie': {
      const tie = live.get('tie', id);
      if (!tie) return null;
      const ends = [tie.from, tie.to].map((end) => live.get('actor', end)?.name ?? '?');
      return ends.join(' – ');
    }
  }
}

/** What has no name yet is there all the same. */
function titled(name: string | undefined): string | null {
  if (name === undefined) return null;
  return name.trim() === '' ? m.ledger_unnamed() : name;
}
