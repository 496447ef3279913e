import { statusOf, type SyncState, type SyncStatus } from '@parley/sync/client';

export interface Saved {
  readonly state: SyncStatus;
  /** Local changes that the server has not made durable. */
  readonly pending: number;
  /** Commands that the server has not answered yet. */
  readonly toSend: number;
  /** Why there is no connection, where the server said so (sync, close-codes.ts). */
  readonly closeCode?: number | undefined;
}

/**
 * What may be said of this page's changes. "Saved" is said only when the server has acknowledged
 * everything (R7).
 * @param reached whether this page was in step with the server once
 * @param toSend commands that wait for the server
 */
export function savedState(sync: SyncState, reached: boolean, toSend = 0): Saved {
  const status = statusOf(sync);
  return {
    // Coming back is no news: what matters then is that not everything is saved yet.
    state:
      (status === 'connecting' && reached) || (toSend > 0 && isCalm(status)) ? 'saving' : status,
    pending: sync.pending,
    toSend,
    closeCode: sync.connection === 'connected' ? undefined : sync.closeCode,
  };
}

/** What would say that there is nothing more to wait for. */
const isCalm = (status: SyncStatus): boolean => status === 'saved' || status === 'read-only';
