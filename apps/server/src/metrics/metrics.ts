import { closeCodes, type SyncMetrics, type SyncStats } from '@parley/sync/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured of this process, for the machine that watches over it. */
export interface Metrics {
  /** Hears of what sync measures. */
  readonly sync: SyncMetrics;
  /** Has the counts of sync read whenever somebody asks. */
  watch(stats: () => SyncStats): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Commits on a local disk take 1 to 10 ms; promised to the person who writes are 50 (W1). */
const secondsOfWriting = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

/**
 * Numbers only: no label is, or could become, the id of a document, a name or an address. Labels come
 * from lists that stand in the code.
 */
export function createMetrics(): Metrics {
  const register = new Registry();
  // Memory, processor time and the delay of the event loop, under the names that dashboards know.
  collectDefaultMetrics({ register });
  const registers = [register];

  const commits = new Histogram({
    name: 'parley_sync_commit_seconds',
    help: 'How long the store took to make the changes of one turn durable.',
    buckets: secondsOfWriting,
    registers,
  });
  const acknowledgements = new Histogram({
    name: 'parley_sync_acknowledgement_seconds',
    help: 'From the arrival of a change to its being durable.',
    buckets: secondsOfWriting,
    registers,
  });
  const refusals = new Counter({
    name: 'parley_sync_refused_total',
    help: 'Frames that cost their sender the connection, by the name of the close code.',
    labelNames: ['reason'],
    registers,
  });

  return {
    sync: {
      committed: (ms) => commits.observe(ms / 1_000),
      acknowledged: (ms) => acknowledgements.observe(ms / 1_000),
      refused: (code) => refusals.inc({ reason: reasons.get(code) ?? 'other' }),
    },
    watch: (stats) => watchStats(stats, registers),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

const reasons = new Map<number, string>(
  Object.entries(closeCodes).map(([name, code]) => [code, name]),
);

const ofNow = {
  connections: ['parley_sync_connections', 'Connections to documents that are open now.'],
  rooms: ['parley_sync_rooms', 'Documents that are open now.'],
  bufferedBytes: ['parley_sync_buffered_bytes', 'Bytes that wait for slow readers now.'],
} as const;

const sinceTheStart = {
  framesReceived: ['parley_sync_frames_received_total', 'Frames that clients sent.'],
  framesSent: ['parley_sync_frames_sent_total', 'Frames that were sent to clients.'],
  loads: ['parley_sync_loads_total', 'Documents that were loaded.'],
  commits: ['parley_sync_commits_total', 'Turns that were made durable.'],
  failedCommits: ['parley_sync_failed_commits_total', 'Turns that could not be made durable.'],
  compactions: ['parley_sync_compactions_total', 'Logs that were folded into a snapshot.'],
} as const;

/** The counts are read when they are asked for, and cost nothing in between. */
function watchStats(stats: () => SyncStats, registers: Registry[]): void {
  for (const [field, [name, help]] of entries(ofNow)) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(stats()[field]);
      },
    });
  }
  for (const [field, [name, help]] of entries(sinceTheStart)) {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(stats()[field]);
      },
    });
  }
}

// Object.entries forgets the names of the keys.
const entries = <K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] =>
  Object.entries(record) as [K, V][];
