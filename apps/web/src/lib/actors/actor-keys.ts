import { m } from '#lib/paraglide/messages.js';

/** The keys of the map and of the other views of actors, for the help dialog. */
export const keys = [
  { keys: 'N', label: m.actors_key_add() },
  { keys: 'T', label: m.actors_key_tie() },
  { keys: 'A', label: m.assess_key() },
  { keys: '/', label: m.actors_key_find() },
  { keys: '↑↓←→', label: m.actors_key_walk() },
  { keys: 'Alt+↑↓←→', label: m.actors_key_move() },
  { keys: 'Space', label: m.actors_key_toggle() },
  { keys: 'Mod+A', label: m.actors_key_all() },
  { keys: 'Enter', label: m.actors_key_open() },
  { keys: 'Delete', label: m.actors_key_remove() },
  { keys: '+', label: m.actors_key_zoom() },
  { keys: '0', label: m.actors_key_fit() },
];
