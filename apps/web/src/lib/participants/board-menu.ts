import Armchair from '@lucide/svelte/icons/armchair';
import FileDown from '@lucide/svelte/icons/file-down';
import FileUp from '@lucide/svelte/icons/file-up';
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Plus from '@lucide/svelte/icons/plus';
import Users from '@lucide/svelte/icons/users';
import VenetianMask from '@lucide/svelte/icons/venetian-mask';
import { m } from '#lib/paraglide/messages.js';
import type { MenuEntry } from '#lib/ui/menu-entry.ts';
import type { BoardDialog } from './board-dialog.ts';
import type { ParticipantsState } from './participants-state.svelte.ts';

interface MenuActs {
  /** Adds a person; null where a button beside the menu does. */
  readonly add: (() => void) | null;
  readonly importFile: () => void;
  readonly open: (dialog: BoardDialog) => void;
}

/** What the menu of the board offers besides what stands on it. */
export function boardMenu(board: ParticipantsState, acts: MenuActs): readonly MenuEntry[] {
  const { session } = board;
  const isEmpty = board.table.total === 0;
  const { add, importFile, open } = acts;
  return [
    ...(session.canEdit
      ? [
          ...(add ? [{ label: m.participants_add(), icon: Plus, onselect: add }] : []),
          { label: m.participants_import_csv(), icon: FileUp, onselect: importFile },
          { kind: 'line' as const },
        ]
      : []),
    {
      ...{ label: m.participants_export(), icon: FileDown, disabled: isEmpty },
      onselect: () => open('export'),
    },
    { kind: 'line' },
    {
      label: m.inclusion_trial_menu(),
      icon: FlaskConical,
      onselect: () => (board.trial ??= { come: [], leave: [] }),
    },
    { label: m.inclusion_seats_menu(), icon: Armchair, onselect: () => open('seats') },
    { label: m.inclusion_outside_menu(), icon: Users, onselect: () => open('outside') },
    { label: m.participants_fields(), icon: ListChecks, onselect: () => open('fields') },
    ...(session.canEdit
      ? [
          {
            ...{ label: m.stages_pseudonyms(), icon: VenetianMask, disabled: isEmpty },
            onselect: () => open('pseudonyms'),
          },
        ]
      : []),
    {
      label: board.hidesNames ? m.names_show() : m.names_hide_menu(),
      icon: VenetianMask,
      onselect: () => (session.names.on = !board.hidesNames),
    },
  ];
}
