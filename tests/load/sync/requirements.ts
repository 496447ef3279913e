import type { Entries, Entry } from './entry.ts';

/** Something that must hold of our server, and whether it did; null when it could not be compared. */
export interface Finding {
  readonly workload: string;
  readonly requirement: string;
  readonly measured: string;
  readonly holds: boolean | null;
}

type Requirement = (entries: Entries) => Omit<Finding, 'workload'>;
type Figure = Exclude<keyof Entry, 'contentHolds'>;
type Peer = 'y-websocket' | 'hocuspocus';

/** What must hold in each workload, in the run that measured it. */
const requirements: Readonly<Record<string, readonly Requirement[]>> = {
  W1: [
    everythingDelivered,
    timesPeer('cpuUsPerDelivery', 0.7, ['y-websocket', 'hocuspocus']),
    atMost('p95Ms', 25, 'ms'),
    atMost('ackP95Ms', 50, 'ms'),
  ],
  W2: [
    everythingDelivered,
    timesPeer('cpuUsPerDelivery', 0.5, ['hocuspocus']),
    atMost('p95Ms', 30, 'ms'),
  ],
  W3: [everythingDelivered, timesPeer('cpuUsPerDelivery', 0.65, ['y-websocket', 'hocuspocus'])],
  W4: [everythingDelivered, atMost('p95Ms', 60, 'ms')],
  W5: [everythingDelivered, timesPeer('p50Ms', 1.3, ['y-websocket', 'hocuspocus'])],
  W6: [
    everythingDelivered,
    timesPeer('totalMs', 0.7, ['y-websocket', 'hocuspocus']),
    timesOwn('openFromLogMs', 2, 'openFromSnapshotMs'),
  ],
  W7: [atMost('heapKibPerRoom', 8, 'KiB'), atMost('heapAfterwards', 1.05, '× before')],
  slow: [everythingDelivered, timesOwn('p95Ms', 1.2, 'p95WithoutSlowMs'), allSlowClosed],
  reconnect: [atMost('backAfterSeconds', 30, 's')],
};

export function findings(workload: string, entries: Entries): Finding[] {
  return (requirements[workload] ?? []).map((judge) => ({ workload, ...judge(entries) }));
}

function everythingDelivered({ parley }: Entries): Omit<Finding, 'workload'> {
  const whole = parley?.deliveredShare === 1 && parley.contentHolds === true;
  return {
    requirement: 'everything delivered',
    measured: parley?.deliveredShare === undefined ? '' : share(parley.deliveredShare),
    holds: parley === undefined ? null : whole,
  };
}

/** Said of five; see workloads/slow-readers.ts. */
function allSlowClosed({ parley }: Entries): Omit<Finding, 'workload'> {
  const closed = parley?.slowClosed;
  return {
    requirement: 'all 5 slow readers closed',
    measured: `${closed ?? 'none'}, the last after ${rounded((parley?.slowClosedMs ?? NaN) / 1_000)} s`,
    holds: parley === undefined ? null : closed === 5,
  };
}

function timesOwn(figure: Figure, most: number, other: Figure): Requirement {
  return ({ parley }) => {
    const requirement = `${figure} ≤ ${most} × ${other}`;
    const [value, base] = [parley?.[figure], parley?.[other]];
    if (parley === undefined) return { requirement, measured: 'not compared', holds: null };
    const ratio = (value ?? Number.POSITIVE_INFINITY) / (base ?? Number.NaN);
    const measured = `${rounded(value)} / ${rounded(base)} = ${ratio.toFixed(2)}`;
    return { requirement, measured, holds: ratio <= most };
  };
}

function atMost(figure: Figure, most: number, unit: string): Requirement {
  return ({ parley }) => ({
    requirement: `${figure} ≤ ${most} ${unit}`,
    measured: parley?.[figure] === undefined ? '' : `${rounded(parley[figure])} ${unit}`,
    holds: parley === undefined ? null : (parley[figure] ?? Infinity) <= most,
  });
}

/** Ours is at most so many times the best of those peers that delivered everything, or nearly. */
function timesPeer(figure: Figure, most: number, peers: readonly Peer[]): Requirement {
  return (entries) => {
    const requirement = `${figure} ≤ ${most} × ${peers.length > 1 ? 'the better peer' : peers.join()}`;
    const ours = entries.parley?.[figure];
    const theirs = best(
      peers.flatMap((peer) => entries[peer] ?? []),
      figure,
    );
    if (typeof ours !== 'number' || theirs === null || !peers.every((peer) => entries[peer])) {
      return { requirement, measured: 'not compared', holds: null };
    }
    const ratio = ours / theirs;
    const measured = `${rounded(ours)} / ${rounded(theirs)} = ${ratio.toFixed(2)}`;
    return { requirement, measured, holds: ratio <= most };
  };
}

function best(entries: readonly Entry[], figure: Figure): number | null {
  const values = entries.flatMap((entry) => entry[figure] ?? []);
  return values.length === 0 ? null : Math.min(...values);
}

/** Never rounds up to everything. */
export const share = (value: number): string =>
  value === 1 ? '100 %' : `${(Math.floor(value * 10_000) / 100).toFixed(2)} %`;

export function rounded(value: number | null | undefined): string {
  if (value === undefined) return '';
  if (value === null || !Number.isFinite(value)) return 'none';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
