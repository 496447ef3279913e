/** How many dots a person has left to give. */
export const dotsLeft = (most: number, dots: readonly number[]): number =>
  most - dots.reduce((sum, count) => sum + count, 0);

/** Gives an option one dot more or fewer; what is not allowed changes nothing. */
export function giveDot(
  dots: readonly number[],
  option: number,
  step: 1 | -1,
  most: number,
): readonly number[] {
  const next = dots.with(option, (dots[option] ?? 0) + step);
  return dotsLeft(most, next) < 0 || (next[option] ?? 0) < 0 ? dots : next;
}
