import { closeCodes } from '@parley/sync/client';
import { m } from '#lib/paraglide/messages.js';
import type { Saved } from './saved-state.ts';

/** @param kept whether this device keeps a copy, so that closing the page loses nothing */
export function savedWords(
  { state, pending, toSend }: Pick<Saved, 'state' | 'pending' | 'toSend'>,
  kept: boolean,
): string {
  switch (state) {
    case 'connecting':
      return m.saved_connecting();
    case 'saved':
      return m.saved_all();
    case 'saving':
      return m.saved_saving();
    case 'not-storing':
      return m.saved_not_storing({ count: pending });
    case 'read-only':
      return pending === 0 ? m.saved_read_only() : m.saved_read_only_unsaved({ count: pending });
    case 'refused':
      return m.saved_refused();
    case 'offline':
      if (toSend > 0) return m.saved_offline_to_send({ count: pending + toSend });
      if (pending === 0) return m.saved_offline();
      return kept
        ? m.saved_offline_kept({ count: pending })
        : m.saved_offline_not_kept({ count: pending });
  }
}

/** Why a space that was never shown is not shown yet. */
export function openingOffline(saved: Saved): string {
  return lostLine(saved) ?? m.opening_offline();
}

/** What the server said before it ended the connection, if it could. */
export function lostLine({ closeCode }: Saved): string | undefined {
  switch (closeCode) {
    case closeCodes.tryLater:
      return m.offline_try_later();
    case closeCodes.notStored:
      return m.offline_not_stored();
    case closeCodes.notLoaded:
      return m.offline_not_loaded();
    case closeCodes.goingAway:
      return m.offline_going_away();
    default:
      return undefined;
  }
}
