import type { ageBands } from '@parley/model';

type AgeBand = (typeof ageBands)[number];

/**
 * The band of an age or of a range of ages: youth up to 35, then up to 55, then 56 and over (domain.md).
 * @returns null when the text is no age, or a range lies in two bands
 */
export function ageBandOf(text: string): AgeBand | null {
  const [lowest, highest] = rangeOf(text.trim().toLowerCase()) ?? [];
  if (lowest === undefined || highest === undefined || lowest > highest) return null;
  const band = bandOfAge(lowest);
  return band === bandOfAge(highest) ? band : null;
}

const bandOfAge = (age: number): AgeBand => (age <= 35 ? 'youth' : age <= 55 ? '36-55' : '56-plus');

/** Nobody at a table is younger or older: a number beyond is a year or a mistake, not an age. */
const youngest = 10;
const oldest = 120;

/** Both ends in years, both in the range. */
function rangeOf(text: string): readonly [number, number] | null {
  const [, one] = /^(\d{1,3})(?: years?(?: old)?)?$/.exec(text) ?? [];
  if (one !== undefined) {
    const age = Number(one);
    return age >= youngest && age <= oldest ? [age, age] : null;
  }
  const [, from, to] = /^(\d{1,3})\s*(?:-|–|—|to)\s*(\d{1,3})$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return [Number(from), Number(to)];
  const [, upTo] = /^(?:≤|<=|up to)\s*(\d{1,3})$/.exec(text) ?? [];
  if (upTo !== undefined) return [youngest, Number(upTo)];
  const [, below] = /^(?:<|under|below)\s*(\d{1,3})$/.exec(text) ?? [];
  if (below !== undefined) return [youngest, Number(below) - 1];
  const [, above] = /^(?:>|over|above)\s*(\d{1,3})$/.exec(text) ?? [];
  if (above !== undefined) return [Number(above) + 1, oldest];
  const [, least] = /^(?:≥|>=)?\s*(\d{1,3})\s*\+?$/.exec(text) ?? [];
  return least === undefined ? null : [Number(least), oldest];
}
