/**
 * The earlier list when the later one says the same, so that what is made from it is not made again.
 */
export function sameList<T>(
  earlier: readonly T[],
  later: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly T[] {
  const equal =
    earlier.length === later.length &&
    earlier.every((item, index) => {
      const other = later[index];
      return other !== undefined && same(item, other);
    });
  return equal ? earlier : later;
}
