import type { SyncState } from './sync-state.ts';

/**
 * One word for what a page may say of its document, the gravest first: who cannot reach the server
 * does not care that it cannot store.
 */
export type SyncStatus =
  /** The server has ended it for good; `closeCode` says why. */
  | 'refused'
  /** There is no connection; `pending` changes are on this device alone. */
  | 'offline'
  /** Not in step yet: the first connection, or a new one. */
  | 'connecting'
  /** Connected, and the server cannot store at present; it keeps trying. */
  | 'not-storing'
  /** This connection may not change anything. */
  | 'read-only'
  /** Some changes are not durable yet. */
  | 'saving'
  /** Everything that was made here is durable on the server (R7). */
  | 'saved';

/** What of a state matters most. `saved` is never said of what the server has not acknowledged. */
export function statusOf(state: SyncState): SyncStatus {
  if (state.connection === 'refused' || state.connection === 'offline') return state.connection;
  if (state.connection === 'connecting' || !state.synced) return 'connecting';
  if (state.capability === 'read') return 'read-only';
  if (!state.storing) return 'not-storing';
  return state.pending > 0 || state.pendingUncertain ? 'saving' : 'saved';
}
