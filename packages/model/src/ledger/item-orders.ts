import type { EntryOf } from './entries/index.ts';

type Item = Pick<EntryOf<'item-proposed'>, 'id' | 'proposedBy'>;

/**
 * The same things in an order drawn by lot (Fisher and Yates): every order is as likely as any other, and
 * the same seed draws the same one.
 * @param seed 32 bits
 */
export function drawn<T>(list: readonly T[], seed: number): readonly T[] {
  const order = [...list];
  const next = draws(seed);
  for (let left = order.length - 1; left > 0; left -= 1) {
    const at = Math.floor(next() * (left + 1));
    const [one, other] = [order[left], order[at]];
    if (one !== undefined && other !== undefined) [order[left], order[at]] = [other, one];
  }
  return order;
}

/**
 * The first item of each party, then the second of each, and so on, each party's own in their order: who
 * proposes ten things is not heard ten times before somebody else. The team's come in its turn.
 * @param turns who comes first, the team as null; whoever is not in it comes after them, as proposed
 */
export function byPartyInTurn<I extends Item>(
  items: readonly I[],
  turns: readonly (string | null)[],
): readonly I[] {
  const own = Map.groupBy(items, ({ proposedBy }) => proposedBy);
  const parties = [...new Set([...turns, ...own.keys()])];
  const most = Math.max(0, ...[...own.values()].map(({ length }) => length));
  return Array.from({ length: most }).flatMap((_, round) =>
    parties.flatMap((party) => own.get(party)?.[round] ?? []),
  );
}

/**
 * The items as the last word on their order has them; those that were proposed since come at the end, as
 * they were proposed.
 */
export function inOrder<I extends Item>(
  items: readonly I[],
  ordered: readonly EntryOf<'items-ordered'>[],
): readonly I[] {
  const last = ordered.at(-1);
  if (last === undefined || last.order === 'as-proposed') return items;
  const places = new Map(last.items.map((id, place) => [id, place]));
  const placeOf = ({ id }: I) => places.get(id) ?? Infinity;
  return items.toSorted((one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)];
    return a === b ? 0 : a - b;
  });
}

/** The order of these items that an order by lot or by party in turn gives with this seed. */
export function orderedItems<I extends Item>(
  order: EntryOf<'items-ordered'>['order'],
  items: readonly I[],
  seed: number,
): readonly I[] {
  if (order === 'as-proposed') return items;
  if (order === 'by-lot') return drawn(items, seed);
  // Who begins is drawn: whoever was first to propose is not first once more.
  const parties = [...new Set(items.map(({ proposedBy }) => proposedBy))].sort(byId);
  return byPartyInTurn(items, drawn(parties, seed));
}

const byId = (one: string | null, other: string | null) =>
  (one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0;

/** Numbers from 0 up to 1, drawn from 32 bits (mulberry32, Tommy Ettinger, public domain). */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
