import * as prng from 'lib0/prng';

/** Random choices that one seed repeats. */
export class Chance {
  readonly #generator: prng.PRNG;

  /** @param seed a whole number from 0 to 2³² − 1 */
  constructor(seed: number) {
    this.#generator = prng.create(seed);
  }

  /** From 0 up to, but not including, 1. */
  share(): number {
    return prng.real53(this.#generator);
  }

  /** True in this share of all cases, 0 to 1. */
  falls(share: number): boolean {
    return this.share() < share;
  }

  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number {
    return Math.floor(this.share() * end);
  }

  of<Choice>(choices: readonly [Choice, ...Choice[]]): Choice {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}
