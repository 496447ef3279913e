/** Actors that were merged into others: the id that is gone → the one that is shown in its place. */
export type Heirs = ReadonlyMap<string, string>;

/** One merge, as somebody said it. */
export interface Merged {
  readonly gone: string;
  readonly into: string;
}

export const noHeirs: Heirs = new Map();

/**
 * Who stands for whom when all merges are taken together, those too that were made at the same time and
 * know nothing of each other. Every replica with the same merges finds the same:
 *
 * - Merges are followed to the end: A into B and B into C lead A to C.
 * - Nobody disappears in a circle. Merges are taken in the order of their ids, and one that would close a
 *   circle is left out: of A into B and B into A one holds, and B stays.
 * - Who was merged into two leads to one of them, the one whose id sorts first; both stay.
 * - A merge that ends at somebody who was removed at the same time is none, and who was merged is shown.
 *
 * @param isThere whether the document holds an actor, shown or not
 */
export function heirsOf(merges: readonly Merged[], isThere: (id: string) => boolean): Heirs {
  if (merges.length === 0) return noHeirs;
  const sorted = merges.toSorted(
    (one, other) => compare(one.gone, other.gone) || compare(one.into, other.into),
  );
  const next = leadingOn(sorted, isThere);
  for (const { gone, into } of sorted) {
    if (next.has(gone) || !isThere(gone)) continue;
    if (!isThere(into) && !next.has(into)) continue;
    if (endOf(next, into) !== gone) next.set(gone, into);
  }
  return new Map([...next.keys()].map((gone) => [gone, endOf(next, gone)]));
}

/** Whether two maps of heirs say the same. */
export const sameHeirs = (one: Heirs, other: Heirs): boolean =>
  one.size === other.size && [...one].every(([gone, heir]) => other.get(gone) === heir);

/**
 * The way on from actors that the document no longer holds: by as few merges as it takes to somebody
 * whom it holds, which makes no circle.
 */
function leadingOn(sorted: readonly Merged[], isThere: (id: string) => boolean) {
  const next = new Map<string, string>();
  const open = sorted.filter(({ gone }) => !isThere(gone));
  for (;;) {
    const found = open.filter(
      ({ gone, into }) => !next.has(gone) && (isThere(into) || next.has(into)),
    );
    if (found.length === 0) return next;
    for (const { gone, into } of found.toReversed()) next.set(gone, into); // the first one last: it stays
  }
}

function endOf(next: ReadonlyMap<string, string>, id: string): string {
  let end = id;
  for (let on = next.get(end); on !== undefined; on = next.get(end)) end = on;
  return end;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
