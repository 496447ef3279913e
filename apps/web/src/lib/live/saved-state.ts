import type { SyncState } from '@parley/sync/client';

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
