import { settingsId } from '@parley/model';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

/** Whether actors keep their places on the map, for everybody in the space. */
export const areLocked = (session: SpaceSession): boolean =>
  session.live.get('settings', settingsId)?.positionsLocked ?? false;

/** Whether this person can move actors on the map now. */
export const mayMove = (session: SpaceSession): boolean => session.canEdit && !areLocked(session);

export function lock(session: SpaceSession, on: boolean): void {
  session.say(session.board.change('settings', settingsId, { positionsLocked: on }));
}
