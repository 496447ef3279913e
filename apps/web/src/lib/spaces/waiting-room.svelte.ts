import type { Arrival } from '@parley/contracts';
import { sentence } from '#lib/api/sentences.ts';
import { answerArrivals, readArrivals } from '#lib/api/spaces.ts';

/** Who waits to be let into a space, for those who may let them in. */
export class WaitingRoom {
  readonly #spaceId: string;
  arrivals: readonly Arrival[] = $state.raw([]);
  busy = $state(false);
  /** One sentence on what went wrong; empty when nothing did. */
  problem = $state('');

  constructor(spaceId: string) {
    this.#spaceId = spaceId;
  }

  async read(): Promise<void> {
    const result = await readArrivals(this.#spaceId);
    if (result.ok) this.arrivals = result.value.arrivals;
    else this.problem = sentence(result.reason);
  }

  admit = (arrivals: readonly Arrival[]) => this.#answer(arrivals, 'admit');
  turnAway = (arrivals: readonly Arrival[]) => this.#answer(arrivals, 'turn-away');

  async #answer(arrivals: readonly Arrival[], answer: 'admit' | 'turn-away'): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    const personIds = arrivals.map(({ person }) => person.id);
    const result = await answerArrivals(this.#spaceId, { personIds, answer });
    if (!result.ok) this.problem = sentence(result.reason);
    await this.read();
    this.busy = false;
  }
}
