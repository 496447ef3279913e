import { BallotsAnswer, paths } from '@parley/contracts';
import { SvelteMap } from 'svelte/reactivity';
import { call } from '#lib/api/call.ts';

/** What one may know of secret votes that are open: how many have voted, and one's own ballot. */
export class Turnout {
  readonly #spaceId: string;
  readonly #voters = new SvelteMap<string, number>();
  readonly #own = new SvelteMap<string, readonly number[]>();
  #asked = false;

  constructor(spaceId: string) {
    this.#spaceId = spaceId;
  }

  voters(vote: string): number {
    return this.#voters.get(vote) ?? 0;
  }

  own(vote: string): readonly number[] | null {
    return this.#own.get(vote) ?? null;
  }

  /** Asks the server. Without an answer, what is known stays. */
  async read(): Promise<void> {
    this.#asked = true;
    const answer = await call(paths.ballots(this.#spaceId), BallotsAnswer);
    if (!answer.ok) return;
    for (const { vote, voters, own } of answer.value.votes) {
      this.#voters.set(vote, voters);
      if (own !== null) this.#own.set(vote, own);
    }
  }

  /** Asks for what was missed, if anything was asked for before. */
  readAgain(): void {
    if (this.#asked) void this.read();
  }

  hear(vote: string, voters: number): void {
    this.#voters.set(vote, voters);
  }

  /** This person has given these dots. */
  gave(vote: string, dots: readonly number[]): void {
    this.#own.set(vote, dots);
  }
}
