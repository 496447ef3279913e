import type { Actor } from '@parley/model';
import { foldName, foldTerm } from '../fold.ts';

/** An actor who can be meant: on the map, or to be created. */
export interface Meant {
  /** The record's id, or a key of one that is not created yet. */
  readonly key: string;
  /** Ids by which files may name it. */
  readonly ids: readonly string[];
  readonly name: string;
  /** Words for what it is: those that files had, and its kind. */
  readonly types: readonly string[];
}

/** What a word in a file stands for: one actor, none, or several that are called the same. */
export type Found =
  { readonly found: 'one'; readonly key: string } | { readonly found: 'none' | 'several' };

export const meantOf = ({
  id,
  name,
  kind,
  fields,
}: Pick<Actor, 'id' | 'name' | 'kind' | 'fields'>): Meant => ({
  key: id,
  ids: fields.ID === undefined ? [id] : [id, fields.ID],
  name,
  types: fields.Type === undefined ? [kind] : [kind, fields.Type],
});

/** Finds actors by what a file calls them. */
export class ActorIndex {
  readonly #byId = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Meant[]>();

  constructor(actors: readonly Meant[]) {
    for (const actor of actors) this.add(actor);
  }

  add(actor: Meant): void {
    for (const id of actor.ids) {
      this.#byId.set(id, (this.#byId.get(id) ?? new Set()).add(actor.key));
    }
    const name = foldName(actor.name);
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), actor]);
  }

  byId(id: string): Found {
    return one([...(this.#byId.get(id) ?? [])]);
  }

  /** @param type empty: whatever it is; else only those of this type, as Kumu matches */
  byName(name: string, type = ''): Found {
    const named = this.#byName.get(foldName(name)) ?? [];
    const wanted = foldTerm(type);
    const fitting =
      wanted === ''
        ? named
        : named.filter(({ types }) => types.some((own) => foldTerm(own) === wanted));
    // Two rows may describe one actor, by its id and by its name.
    return one([...new Set(fitting.map(({ key }) => key))]);
  }

  /** By id, and by name where there is no such id. */
  find(word: string): Found {
    const byId = this.byId(word);
    return byId.found === 'none' ? this.byName(word) : byId;
  }
}

function one(keys: readonly string[]): Found {
  const [key, ...others] = keys;
  if (key === undefined) return { found: 'none' };
  return others.length > 0 ? { found: 'several' } : { found: 'one', key };
}
