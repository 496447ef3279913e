import { m } from '#lib/paraglide/messages.js';
import type { MeasureId } from './measure-ids.ts';

/** What a measure is called, and what it does and does not mean. */
export const measureWords: Record<
  MeasureId,
  { readonly name: () => string; readonly meaning: () => string }
> = {
  degree: { name: m.measures_degree, meaning: m.measures_degree_meaning },
  in: { name: m.measures_in, meaning: m.measures_in_meaning },
  out: { name: m.measures_out, meaning: m.measures_out_meaning },
  closeness: { name: m.measures_closeness, meaning: m.measures_closeness_meaning },
  betweenness: { name: m.measures_betweenness, meaning: m.measures_betweenness_meaning },
  eigenvector: { name: m.measures_eigenvector, meaning: m.measures_eigenvector_meaning },
  reach: { name: m.measures_reach, meaning: m.measures_reach_meaning },
};

const twoPlaces = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

/** A value of a measure as it is written. */
export const measureText = (id: MeasureId, value: number): string =>
  id === 'reach' ? percent.format(value) : twoPlaces.format(value);
