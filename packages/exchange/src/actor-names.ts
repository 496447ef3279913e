import type { Actor } from '@parley/model';
import { foldName } from './fold.ts';

/** What a name stands for: one actor, none, or several that are called the same. */
export type FoundActor =
  { readonly found: 'one'; readonly id: string } | { readonly found: 'none' | 'several' };

/** Finds actors by the names that people wrote; case and spaces make no difference. */
export class ActorNames {
  readonly #ids = new Map<string, string[]>();

  constructor(actors: readonly Pick<Actor, 'id' | 'name'>[]) {
    for (const { id, name } of actors) {
      const key = foldName(name);
      this.#ids.set(key, [...(this.#ids.get(key) ?? []), id]);
    }
  }

  find(name: string): FoundActor {
    const [id, ...others] = this.#ids.get(foldName(name)) ?? [];
    if (id === undefined) return { found: 'none' };
    return others.length > 0 ? { found: 'several' } : { found: 'one', id };
  }
}
