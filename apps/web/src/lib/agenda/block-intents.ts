import type { AgendaBlock } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaActs } from './agenda-acts.ts';
import type { AgendaState } from './agenda-state.svelte.ts';
import type { BlockIntent } from './block-keys.ts';
import type { AgendaMove } from './plan/agenda-move.ts';
import { moveInOrder, moveToDay, moveToTrack } from './plan/block-moves.ts';

/**
 * Does what a key press on a block means.
 * @param focusBlock puts the focus on a block, once it is drawn
 * @returns whether the key press is used up
 */
export function doOnBlock(
  agenda: AgendaState,
  acts: AgendaActs,
  block: AgendaBlock,
  intent: BlockIntent,
  focusBlock: (id: string) => void,
): boolean {
  switch (intent.kind) {
    case 'open':
      agenda.name(block.id);
      break;
    case 'leave':
      agenda.space.selection.clear();
      break;
    case 'go': {
      const next = neighbour(agenda, block.id, intent.step);
      if (next) focusBlock(next);
      break;
    }
    default:
      return agenda.canEdit && editBlock(agenda, acts, block, intent, focusBlock);
  }
  return true;
}

function editBlock(
  agenda: AgendaState,
  acts: AgendaActs,
  block: AgendaBlock,
  intent: Exclude<BlockIntent, { kind: 'open' | 'leave' | 'go' }>,
  focusBlock: (id: string) => void,
): boolean {
  const move = (made: AgendaMove | null, otherwise: string) => {
    if (made) acts.move(block.id, made);
    else agenda.say(otherwise);
    focusBlock(block.id);
  };
  switch (intent.kind) {
    case 'order':
      move(
        moveInOrder(agenda.settled, block, intent.direction),
        intent.direction === 'earlier' ? m.agenda_said_first() : m.agenda_said_last(),
      );
      break;
    case 'day':
      move(moveToDay(agenda.settled, block, intent.step), m.agenda_said_no_day());
      break;
    case 'track':
      move(moveToTrack(agenda.settled, block, intent.step), m.agenda_said_no_track());
      break;
    case 'longer':
      acts.setDuration(block.id, block.duration + intent.minutes, `duration ${block.id}`);
      break;
    case 'add': {
      const added = acts.add('plenary', { after: block.id });
      if (added) agenda.name(added);
      break;
    }
    case 'duplicate': {
      const copy = acts.duplicate(block.id);
      if (copy === null) break;
      agenda.select(copy);
      focusBlock(copy);
      acts.tellTimes(copy);
      break;
    }
    case 'remove': {
      const next = neighbour(agenda, block.id, 1) ?? neighbour(agenda, block.id, -1);
      acts.remove(block.id);
      if (next) focusBlock(next);
    }
  }
  return true;
}

/** The block before or after in the agenda, across days as they stand. */
function neighbour(agenda: AgendaState, block: string, step: 1 | -1): string | null {
  const order = agenda.settled.days.flatMap(({ blocks }) => blocks.map((own) => own.block));
  return order[order.indexOf(block) + step] ?? null;
}
