import { m } from '#lib/paraglide/messages.js';

/** The keys that a block on the grid understands, for the help dialog. */
export const keys = [
  { keys: '↑', label: m.agenda_key_earlier() },
  { keys: '↓', label: m.agenda_key_later() },
  { keys: '←', label: m.agenda_key_day_before() },
  { keys: '→', label: m.agenda_key_day_after() },
  { keys: 'Alt+→', label: m.agenda_key_beside() },
  { keys: 'Alt+←', label: m.agenda_key_not_beside() },
  { keys: 'Shift+↓', label: m.agenda_key_longer() },
  { keys: 'Shift+↑', label: m.agenda_key_shorter() },
  { keys: '[', label: m.agenda_key_previous() },
  { keys: ']', label: m.agenda_key_next() },
  { keys: 'Enter', label: m.agenda_key_open() },
  { keys: 'N', label: m.agenda_key_add() },
  { keys: 'D', label: m.agenda_duplicate() },
  { keys: 'Delete', label: m.agenda_remove() },
];
