import type { ServerName } from './servers/server-process.ts';

/**
 * What one server showed in one workload, as it is kept in results/latest.json. Which of them there
 * are depends on the workload.
 */
export interface Entry {
  /** Of what was sent in the window, times its receivers: the share that arrived, 0–1. */
  readonly deliveredShare?: number;
  /** From the call that sends to each receiver, in ms; null when nothing arrived. */
  readonly p50Ms?: number | null;
  readonly p95Ms?: number | null;
  readonly p99Ms?: number | null;
  /** Server processor time in the window by edits that arrived in it, in µs. */
  readonly cpuUsPerDelivery?: number;
  /** Resident memory of the server at the end of the window, in MiB. */
  readonly rssMb?: number;
  /** From sending to the receipt that it is durable, in ms. Only our server tells. */
  readonly ackP95Ms?: number | null;
  /** Whether one client of each room, reading with Yjs, holds every edit of the run. */
  readonly contentHolds?: boolean;
  /** Share of one core (0–1) that the clients used. Near 1 they, too, make others wait. */
  readonly clientsBusy?: number;
  /** From the first connection to the last client that has the document, in ms. */
  readonly totalMs?: number;
  /** Opening a document that nobody has open, in ms: from its log, and from its snapshot. */
  readonly openFromLogMs?: number;
  readonly openFromSnapshotMs?: number;
  /** Heap of JavaScript that each idle room with its connection takes, in KiB. */
  readonly heapKibPerRoom?: number;
  /** Heap when all have left, as a share of what it was before they came. */
  readonly heapAfterwards?: number;
  /** How many of those who read 1 KB a second were closed, and the last of them after how many ms. */
  readonly slowClosed?: number;
  readonly slowClosedMs?: number | null;
  /** The 95th percentile of the same room without anybody who is slow, in ms. */
  readonly p95WithoutSlowMs?: number | null;
  /** From the restart until all clients are back and in step, in seconds; null when some are not. */
  readonly backAfterSeconds?: number | null;
}

export type Entries = Readonly<Partial<Record<ServerName, Entry>>>;
