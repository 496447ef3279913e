import { paths, VoicesAnswer } from '@parley/contracts';
import { SvelteSet } from 'svelte/reactivity';
import { call } from '#lib/api/call.ts';

/** Under non-attribution: which voices of the ledger are one's own. The server tells nobody else. */
export class OwnVoices {
  readonly #spaceId: string;
  readonly #voices = new SvelteSet<string>();

  constructor(spaceId: string) {
    this.#spaceId = spaceId;
  }

  has(voice: string): boolean {
    return this.#voices.has(voice);
  }

  /** Asks the server. Without an answer, what is known stays. */
  async read(): Promise<void> {
    const answer = await call(paths.voices(this.#spaceId), VoicesAnswer);
    if (!answer.ok) return;
    for (const voice of answer.value.voices) this.#voices.add(voice);
  }
}
