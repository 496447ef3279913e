import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Copy from '@lucide/svelte/icons/copy';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { AgendaDay } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { MenuEntry } from '#lib/ui/menu-entry.ts';
import type { AgendaActs } from './agenda-acts.ts';
import type { AgendaState } from './agenda-state.svelte.ts';

/** What can be done to a day as a whole. @param edit opens its fields */
export function dayMenu(
  agenda: AgendaState,
  acts: AgendaActs,
  day: AgendaDay,
  edit: () => void,
): readonly MenuEntry[] {
  const at = agenda.days.findIndex(({ id }) => id === day.id);
  return [
    { label: m.agenda_day_edit(), icon: Pencil, onselect: edit },
    {
      label: m.agenda_add_block(),
      icon: Plus,
      onselect: () => {
        const id = acts.add('plenary', { day: day.id });
        if (id) agenda.name(id);
      },
    },
    {
      ...{ label: m.agenda_day_again(), icon: Copy },
      onselect: () => void acts.copyDay(day),
    },
    { kind: 'line' },
    {
      label: m.agenda_day_move_earlier(),
      icon: ArrowLeft,
      disabled: at === 0,
      onselect: () => acts.moveDay(day.id, -1),
    },
    {
      label: m.agenda_day_move_later(),
      icon: ArrowRight,
      disabled: at === agenda.days.length - 1,
      onselect: () => acts.moveDay(day.id, 1),
    },
    { kind: 'line' },
    {
      label: m.agenda_day_remove(),
      icon: Trash2,
      danger: true,
      onselect: () => acts.removeDay(day),
    },
  ];
}
