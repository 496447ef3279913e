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
}

export type Entries = Readonly<Partial<Record<ServerName, Entry>>>;
