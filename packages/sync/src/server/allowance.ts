/** What frames count for: one that asks for the whole document costs as much as sixty others. */
export const frameCosts = { stepOne: 60, other: 1 } as const;

/**
 * How much of something one client may still use (R4): a bucket that fills with `perSecond` tokens up
 * to `burst`. It may go below zero, since what is done cannot be taken back, and then has to be waited
 * for.
 */
export class Allowance {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #filledAt: number;

  /** @param now milliseconds, as in every method */
  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
    this.#filledAt = now;
  }

  /** Tokens that are left; below zero what is missing. */
  left(now: number): number {
    const filled = this.#tokens + ((now - this.#filledAt) / 1_000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, filled);
    this.#filledAt = now;
    return this.#tokens;
  }

  spend(tokens: number, now: number): void {
    this.#tokens = this.left(now) - tokens;
  }

  /** Milliseconds until nothing is missing. */
  wait(now: number): number {
    const left = this.left(now);
    return left >= 0 ? 0 : (-left / this.#perSecond) * 1_000;
  }
}
