/*
 * A histogram of times. Millions of samples stay a small table: steps of 10 µs up to 200 ms, of 1 ms
 * up to a minute, and the last step for whatever took longer.
 */

const fineSteps = 20_000;
const finePerMs = 100;
const fineEndMs = fineSteps / finePerMs;
const coarseSteps = 60_000;

export class Latencies {
  readonly #counts = new Uint32Array(fineSteps + coarseSteps);
  #samples = 0;

  get samples(): number {
    return this.#samples;
  }

  add(ms: number): void {
    const step =
      ms < fineEndMs
        ? Math.max(0, Math.floor(ms * finePerMs))
        : Math.min(fineSteps + coarseSteps - 1, fineSteps + Math.floor(ms - fineEndMs));
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.#samples += 1;
  }

  /** The time in ms that `share` of the samples did not exceed; null without samples. */
  quantile(share: number): number | null {
    if (this.#samples === 0) return null;
    let left = Math.ceil(share * this.#samples);
    for (let step = 0; step < this.#counts.length; step += 1) {
      left -= this.#counts[step] ?? 0;
      if (left <= 0)
        return step < fineSteps ? (step + 1) / finePerMs : step - fineSteps + 1 + fineEndMs;
    }
    return null;
  }
}
