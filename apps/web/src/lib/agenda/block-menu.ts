import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import CalendarArrowDown from '@lucide/svelte/icons/calendar-arrow-down';
import CalendarArrowUp from '@lucide/svelte/icons/calendar-arrow-up';
import Columns2 from '@lucide/svelte/icons/columns-2';
import Copy from '@lucide/svelte/icons/copy';
import Rows2 from '@lucide/svelte/icons/rows-2';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { AgendaBlock } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { MenuEntry } from '#lib/ui/menu-entry.ts';
import type { AgendaActs } from './agenda-acts.ts';
import type { AgendaState } from './agenda-state.svelte.ts';
import { moveInOrder, moveToDay, moveToTrack } from './plan/block-moves.ts';

/** Everything that can be done to a block as a whole: the way without a drag and without keys. */
export function blockMenu(
  agenda: AgendaState,
  acts: AgendaActs,
  block: AgendaBlock,
): readonly MenuEntry[] {
  const { settled } = agenda;
  const go = (
    label: string,
    icon: typeof ArrowUp,
    keys: string,
    move: ReturnType<typeof moveToDay>,
  ) => ({
    label,
    icon,
    keys,
    disabled: move === null,
    onselect: () => move && acts.move(block.id, move),
  });
  return [
    go(m.agenda_earlier(), ArrowUp, '↑', moveInOrder(settled, block, 'earlier')),
    go(m.agenda_later(), ArrowDown, '↓', moveInOrder(settled, block, 'later')),
    go(m.agenda_day_before(), CalendarArrowUp, '←', moveToDay(settled, block, -1)),
    go(m.agenda_day_after(), CalendarArrowDown, '→', moveToDay(settled, block, 1)),
    go(m.agenda_beside(), Columns2, 'Alt+→', moveToTrack(settled, block, 1)),
    go(m.agenda_not_beside(), Rows2, 'Alt+←', moveToTrack(settled, block, -1)),
    { kind: 'line' },
    {
      label: m.agenda_duplicate(),
      icon: Copy,
      keys: 'D',
      onselect: () => {
        const copy = acts.duplicate(block.id);
        if (copy) agenda.select(copy);
      },
    },
    {
      label: m.agenda_remove(),
      icon: Trash2,
      keys: 'Delete',
      danger: true,
      onselect: () => acts.remove(block.id),
    },
  ];
}
