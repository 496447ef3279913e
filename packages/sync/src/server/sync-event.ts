import type { CloseCode } from '../close-codes.ts';

/**
 * What an operator may want to know. Events name documents by id and hold no names of people, no
 * contents and no addresses.
 */
export type SyncEvent =
  | { readonly kind: 'authorize-failed'; readonly documentId: string; readonly error: unknown }
  | { readonly kind: 'recheck-failed'; readonly documentId: string; readonly error: unknown }
  | { readonly kind: 'upgrade-failed'; readonly documentId: string; readonly error: unknown }
  | { readonly kind: 'load-failed'; readonly documentId: string; readonly error: unknown }
  | { readonly kind: 'commit-failed'; readonly documentId: string; readonly error: unknown }
  | { readonly kind: 'compaction-failed'; readonly documentId: string; readonly error: unknown }
  | {
      readonly kind: 'connection-refused';
      readonly documentId: string;
      readonly code: CloseCode;
      readonly why: string;
    };

export type SyncLog = (event: SyncEvent) => void;

/** Counts since the server was made, except the first three, which are of now. */
export interface SyncStats {
  rooms: number;
  connections: number;
  /** Bytes that were sent and that slow readers have not taken yet (R10). */
  bufferedBytes: number;
  framesReceived: number;
  framesSent: number;
  loads: number;
  commits: number;
  failedCommits: number;
  compactions: number;
  refusedConnections: number;
}

export type Tally = Omit<SyncStats, 'rooms' | 'connections' | 'bufferedBytes'>;

export const newTally = (): Tally => ({
  framesReceived: 0,
  framesSent: 0,
  loads: 0,
  commits: 0,
  failedCommits: 0,
  compactions: 0,
  refusedConnections: 0,
});
