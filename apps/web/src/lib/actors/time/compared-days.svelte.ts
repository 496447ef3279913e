import type { Snippet } from 'svelte';
import type { ActorsLens } from '../actors-lens.svelte.ts';

/** Two days of one view side by side: what both of them need of each other. */
export class ComparedDays {
  /** The lens of the board, which says all but the day. */
  readonly lens: ActorsLens;
  /** Ids of the actors of whom something is different on the two days. */
  readonly #changed: () => ReadonlySet<string>;
  /** What is chosen in the view: whose readings, which kind of power. */
  tools: Snippet | null = $state.raw(null);

  constructor(lens: ActorsLens, changed: () => ReadonlySet<string>) {
    this.lens = lens;
    this.#changed = changed;
  }

  get changed(): ReadonlySet<string> {
    return this.#changed();
  }

  /**
   * Shows a view's tools above both days.
   * @returns takes them away, unless another view's stand there meanwhile
   */
  offer(tools: Snippet | undefined): () => void {
    this.tools = tools ?? null;
    return () => {
      if (this.tools === tools) this.tools = null;
    };
  }
}
