/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number;

/** The generator of Tommy Ettinger known as mulberry32: 32 bits of state, enough for a test. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** True in this share of all cases, 0 to 1. */
export const chance = (random: Random, share: number): boolean => random() < share;

/** A whole number from 0 up to, but not including, `below`. */
export const upTo = (random: Random, below: number): number => Math.floor(random() * below);
