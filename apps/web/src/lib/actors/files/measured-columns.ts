import type { MeasuredColumn } from '@parley/exchange/map';
import type { Actor, Tie } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { measureAside } from '../measures/measure-aside.ts';
import { measureIds } from '../measures/measure-ids.ts';
import { measureWords } from '../measures/measure-words.ts';

/** Milliseconds after which measuring is given up. */
const patience = 60_000;

/**
 * All network measures of what goes into a file, as columns that say on what they were measured.
 * Rejects where the worker fails or takes too long.
 */
export async function measuredColumns(
  actors: readonly Actor[],
  ties: readonly Tie[],
  day: string,
): Promise<readonly MeasuredColumn[]> {
  const { measures } = await measureAside(
    { actors: actors.map(({ id }) => id), ties },
    AbortSignal.timeout(patience),
  );
  return measureIds.map((id) => {
    const measure = measureWords[id].name();
    const name = m.files_measured({ measure, day, actors: actors.length, ties: ties.length });
    return { name, values: measures[id] };
  });
}
