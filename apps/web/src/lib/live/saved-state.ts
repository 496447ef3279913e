import type { SyncState } from '@parley/sync/client';
import { m } from '#lib/paraglide/messages.js';

export interface Saved {
  readonly state: 'connecting' | 'saved' | 'saving' | 'offline' | 'refused';
  /** Local changes that the server has not made durable. */
  readonly pending: number;
}

/**
 * What may be said of this page's changes. "Saved" is said only when the server has acknowledged
 * everything (R7).
 * @param reached whether this page was in step with the server once
 */
export function savedState(sync: SyncState, reached: boolean): Saved {
  const { pending } = sync;
  if (sync.connection === 'refused') return { state: 'refused', pending };
  if (sync.connection === 'offline') return { state: 'offline', pending };
  if (sync.connection === 'connecting' || !sync.synced) {
    return { state: reached ? 'saving' : 'connecting', pending };
  }
  return { state: pending > 0 || sync.pendingUncertain ? 'saving' : 'saved', pending };
}

/** @param kept whether this device keeps a copy, so that closing the page loses nothing */
export function savedWords({ state, pending }: Saved, kept: boolean): string {
  switch (state) {
    case 'connecting':
      return m.saved_connecting();
    case 'saved':
      return m.saved_all();
    case 'saving':
      return m.saved_saving();
    case 'refused':
      return m.saved_refused();
    case 'offline':
      if (pending === 0) return m.saved_offline();
      return kept
        ? m.saved_offline_kept({ count: pending })
        : m.saved_offline_not_kept({ count: pending });
  }
}
