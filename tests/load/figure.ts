/** Ms of main-thread work that fit into a frame at 60 Hz. */
export const frame = 16;

/** One thing that was measured. */
export interface Figure {
  readonly name: string;
  readonly unit: 'KB' | 'ms';
  /** Absent for a single value. */
  readonly p50?: number;
  /** The 95th percentile of the samples; for a single value that value. */
  readonly p95: number;
  readonly most?: number;
  readonly samples: number;
  /** What `p95` may be at most; null: measured for information. */
  readonly limit: number | null;
  readonly note?: string;
}

export const holds = ({ p95, limit }: Figure): boolean => limit === null || p95 <= limit;

/** A figure of many samples. @throws when there are too few for a 95th percentile to mean anything */
export function figureOf(
  name: string,
  samples: readonly number[],
  limit: number | null,
  unit: Figure['unit'] = 'ms',
): Figure {
  if (samples.length < 40) throw new Error(`${name}: ${samples.length} samples are too few`);
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    name,
    unit,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    most: rounded(sorted.at(-1) ?? 0),
    samples: samples.length,
    limit,
  };
}

export const single = (
  name: string,
  value: number,
  limit: number | null,
  unit: Figure['unit'],
): Figure => ({ name, unit, p95: rounded(value), samples: 1, limit });

/**
 * Measures several times and keeps the figure with the lowest 95th percentile: whatever else runs on
 * the machine only ever adds.
 */
export async function bestOf(runs: number, measure: () => Promise<Figure>): Promise<Figure> {
  let best = await measure();
  for (let run = 1; run < runs; run += 1) {
    const next = await measure();
    if (next.p95 < best.p95) best = next;
  }
  return best;
}

/** The nearest rank: the smallest sample that at least `share` of all samples do not exceed. */
function percentile(sorted: readonly number[], share: number): number {
  return rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

const rounded = (value: number) => Math.round(value * 10) / 10;
