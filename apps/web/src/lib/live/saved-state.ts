import { statusOf, type SyncState, type SyncStatus } from '@parley/sync/client';

export interface Saved {
  readonly state: SyncStatus;
  /** Local changes that the server has not made durable. */
  readonly pending: number;
  /** Why there is no connection, where the server said so (sync, close-codes.ts). */
  readonly closeCode?: number | undefined;
}

/**
 * What may be said of this page's changes. "Saved" is said only when the server has acknowledged
 * everything (R7).
 * @param reached whether this page was in step with the server once
 */
export function savedState(sync: SyncState, reached: boolean): Saved {
  const status = statusOf(sync);
  return {
    // Coming back is no news: what matters then is that not everything is saved yet.
    state: status === 'connecting' && reached ? 'saving' : status,
    pending: sync.pending,
    closeCode: sync.connection === 'connected' ? undefined : sync.closeCode,
  };
}
