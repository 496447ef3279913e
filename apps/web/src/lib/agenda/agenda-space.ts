import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

/** What the agenda needs of an open space; a `SpaceSession` is one. */
export type AgendaSpace = Pick<
  SpaceSession,
  | 'board'
  | 'place'
  | 'settings'
  | 'canEdit'
  | 'peersOn'
  | 'openThreadsOn'
  | 'editorsOf'
  | 'setPresence'
  | 'say'
> & {
  readonly live: Pick<LiveBoard, 'get' | 'list' | 'undoName'>;
  readonly selection: Pick<SpaceSession['selection'], 'ids' | 'set' | 'clear'>;
};
