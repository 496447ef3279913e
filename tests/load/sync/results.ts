import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { drawn, machine } from '../report.ts';
import type { Entries, Entry } from './entry.ts';
import { rounded, share, type Finding } from './requirements.ts';
import { serverNames } from './servers/server-process.ts';

/** The entries of each workload that was run. */
export type Results = ReadonlyMap<string, Entries>;

const columns: Readonly<Record<string, (entry: Entry) => string>> = {
  Delivered: ({ deliveredShare }) => (deliveredShare === undefined ? '' : share(deliveredShare)),
  'p50 ms': ({ p50Ms }) => rounded(p50Ms),
  'p95 ms': ({ p95Ms }) => rounded(p95Ms),
  'p99 ms': ({ p99Ms }) => rounded(p99Ms),
  'CPU µs/delivery': ({ cpuUsPerDelivery }) => rounded(cpuUsPerDelivery),
  'RSS MiB': ({ rssMb }) => rounded(rssMb),
  'Ack p95 ms': ({ ackP95Ms }) => rounded(ackP95Ms),
  Besides: besides,
  'Clients’ core': ({ clientsBusy }) =>
    clientsBusy === undefined ? '' : `${(clientsBusy * 100).toFixed(0)} %`,
};

/** What only some workloads measure. */
function besides(entry: Entry): string {
  const { totalMs, openFromLogMs, openFromSnapshotMs, heapKibPerRoom, heapAfterwards } = entry;
  const { slowClosed, p95WithoutSlowMs, backAfterSeconds } = entry;
  return [
    totalMs === undefined ? [] : `all have it after ${rounded(totalMs)} ms`,
    openFromLogMs === undefined ? [] : `cold: log ${rounded(openFromLogMs)} ms`,
    openFromSnapshotMs === undefined ? [] : `snapshot ${rounded(openFromSnapshotMs)} ms`,
    heapKibPerRoom === undefined ? [] : `${rounded(heapKibPerRoom)} KiB a room`,
    heapAfterwards === undefined ? [] : `× ${rounded(heapAfterwards)} when all have left`,
    slowClosed === undefined ? [] : `${slowClosed} slow closed`,
    p95WithoutSlowMs === undefined ? [] : `p95 without them ${rounded(p95WithoutSlowMs)} ms`,
    backAfterSeconds === undefined ? [] : `all back after ${rounded(backAfterSeconds)} s`,
  ]
    .flat()
    .join(', ');
}

export function tableOf(results: Results): string {
  const rows = [...results].flatMap(([workload, entries]) =>
    serverNames.flatMap((server) => {
      const entry = entries[server];
      if (entry === undefined) return [];
      return [[workload, server, ...Object.values(columns).map((cell) => cell(entry))]];
    }),
  );
  return drawn([['', 'Server', ...Object.keys(columns)], ...rows]);
}

export function tableOfFindings(findings: readonly Finding[]): string {
  return drawn([
    ['', 'Must hold of ours', 'Measured', ''],
    ...findings.map(({ workload, requirement, measured, holds }) => [
      workload,
      requirement,
      measured,
      holds === null ? '–' : holds ? 'holds' : 'NO',
    ]),
  ]);
}

export async function writeResults(
  file: string,
  results: Results,
  findings: readonly Finding[],
): Promise<void> {
  const written = {
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    workloads: Object.fromEntries(results),
    findings,
  };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(written, exact, 2)}\n`);
}

/** Three digits behind the point are more than the clock can tell. */
const exact = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value;
