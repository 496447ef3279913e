/** What frames count for: one that asks for the whole document costs as much as sixty others. */
export const frameCosts = { stepOne: 60, other: 1 } as const;

/**
 * How many frames one client may still send (R4): a bucket that fills with `perSecond` tokens up to
 * `burst`. It may go below zero, since frames that came in the same read cannot be sent back; what
 * is missing has to be waited for.
 */
export class FrameAllowance {
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

  spend(tokens: number, now: number): void {
    this.#fill(now);
    this.#tokens -= tokens;
  }

  /** Milliseconds for which nothing more should be read; 0 while there are tokens. */
  wait(now: number): number {
    this.#fill(now);
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#perSecond) * 1_000;
  }

  /** Whether so much came at once that it cannot be an honest client's. */
  get isFlooded(): boolean {
    return this.#tokens < -this.#burst;
  }

  #fill(now: number): void {
    const filled = this.#tokens + ((now - this.#filledAt) / 1_000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, filled);
    this.#filledAt = now;
  }
}
