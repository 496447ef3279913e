import type { CloseCode } from '../close-codes.ts';

/**
 * Told what a server measures, as it happens; counts stand in `SyncStats`. None of it says whose or
 * which document's it is. These are called in the middle of the work: they must be quick and not
 * throw.
 */
export interface SyncMetrics {
  /** The writes of one turn are durable. @param ms how long the store took */
  committed(ms: number): void;
  /** A client's update or step 2 is durable. @param ms since it arrived */
  acknowledged(ms: number): void;
  /** A frame cost its sender the connection. @param code why */
  refused(code: CloseCode): void;
}

/** Measures nothing. */
export const noMetrics: SyncMetrics = {
  committed: () => undefined,
  acknowledged: () => undefined,
  refused: () => undefined,
};
