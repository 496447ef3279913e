import type { PersonThere, Whereabouts } from '@parley/contracts';
import { SvelteMap } from 'svelte/reactivity';

/** Who is in which of the reader's spaces of a process, as the server tells (contracts, Whereabouts). */
export class PeopleThere {
  readonly #bySpace = new SvelteMap<string, readonly PersonThere[]>();

  /** Those in a space, in the order in which they came; nobody where it is not known. */
  in(spaceId: string): readonly PersonThere[] {
    return this.#bySpace.get(spaceId) ?? nobody;
  }

  hear({ complete, spaces }: Whereabouts): void {
    if (complete) this.forget();
    for (const { spaceId, people } of spaces) this.#bySpace.set(spaceId, people);
  }

  /** While the line is down nobody can say who is where. */
  forget(): void {
    this.#bySpace.clear();
  }
}

const nobody: readonly PersonThere[] = [];
