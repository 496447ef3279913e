import { m } from '#lib/paraglide/messages.js';

/** The keys of the list of participants and of its other views, for the help dialog. */
export const keys = [
  { keys: 'N', label: m.participants_key_add() },
  { keys: 'Enter', label: m.participants_key_edit() },
  { keys: 'Shift+Space', label: m.participants_key_select() },
  { keys: 'Alt+↓', label: m.participants_key_filter() },
  { keys: 'Alt+←→', label: m.stages_key_move() },
  { keys: 'Mod+Delete', label: m.participants_key_remove() },
];
