import type { ShownCount } from '@parley/model';

/**
 * The counts of one list whose sum is shown beside it: those from 1 to `threshold − 1` are withheld, and
 * with them the smallest others until each could be `threshold` or more for all that somebody can tell.
 * Who knows the rule knows that a withheld count is 1 at least, so the most that one can be is their sum
 * less one for each other. (`withoutSmallGroups` does so for a table with totals both ways, and in a
 * table of one row would withhold the sum as well.)
 * @param threshold people; 0 or 1: everything is shown
 * @param isKept whether a count, by its place, is withheld for the sake of another only when no other is left
 * @returns null where not even all of them together would hide the small ones
 */
export function shownCounts(
  counts: readonly number[],
  threshold: number,
  isKept: (at: number) => boolean = () => false,
): readonly ShownCount[] | null {
  const withheld = new Set(counts.keys().filter((at) => isSmall(counts[at] ?? 0, threshold)));
  if (withheld.size === 0) return counts;
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !withheld.has(at))
    .sort((a, b) => Number(isKept(a.at)) - Number(isKept(b.at)) || a.count - b.count);
  const most = () =>
    [...withheld].reduce((sum, at) => sum + (counts[at] ?? 0), 0) - (withheld.size - 1);
  while (most() < threshold) {
    const next = others.shift();
    if (next === undefined) return null;
    withheld.add(next.at);
  }
  return counts.map((count, at) => (withheld.has(at) ? null : count));
}

const isSmall = (count: number, threshold: number) => count > 0 && count < threshold;
