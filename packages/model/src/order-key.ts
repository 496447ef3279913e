import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/*
 * Lists that people order are kept by fractional index: a string between those of its neighbours.
 * Two people who insert at the same place make equal keys; ties are broken by id, on every replica
 * alike.
 */

/** Keys longer than this are a sign that one place in a list is crowded; `OrderKey` allows twice as much. */
const longestKey = 200;

/**
 * Whether a string is a key that the others can be compared and extended with. Its first letter says
 * how large its whole part is. Those at both ends of the alphabet are refused: no list of people's
 * making gets there, and behind the largest of all keys nobody could append any more.
 */
export function isOrderKey(key: string): boolean {
  if (!/^[N-Za-m]/.test(key)) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/** `count` ascending keys after `before` and in front of `after`; null is the list's end. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count);
}

interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** Compares by key, then by id: code units, the same on every machine. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The keys to write so that records stand in front of `successor` (at the end when null).
 * @param list the records that stay where they are, sorted by `byOrder`
 * @param movedIds ids to place, in the order wanted
 * @returns id → new key; holds neighbours too where several share a key and must be told apart, and
 *   the whole list where keys would become too long
 */
export function placeBefore(
  list: readonly Ordered[],
  movedIds: readonly string[],
  successor: string | null,
): Map<string, string> {
  const found = successor === null ? -1 : list.findIndex((record) => record.id === successor);
  const index = found === -1 ? list.length : found;
  const before = list[index - 1];
  let end = index;
  // Records that share the key of the one in front get new keys, else nothing fits between them.
  while (before && list[end]?.order === before.order) end += 1;
  const rekeyed = list.slice(index, end).map((record) => record.id);
  const ids = [...movedIds, ...rekeyed];
  const keys = keysBetween(before?.order ?? null, list[end]?.order ?? null, ids.length);
  if (keys.every((key) => key.length <= longestKey)) return keyed(ids, keys);
  const stay = list.map((record) => record.id);
  const all = [...stay.slice(0, index), ...movedIds, ...stay.slice(index)];
  return keyed(all, keysBetween(null, null, all.length));
}

const keyed = (ids: readonly string[], keys: readonly string[]) =>
  new Map(ids.map((id, position) => [id, keys[position] ?? '']));
