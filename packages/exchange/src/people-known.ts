import { foldName } from './fold.ts';

interface Person {
  readonly name: string;
  readonly pseudonym: string;
  readonly delegation: string | null;
  readonly party: string;
}

/**
 * People who are on a list, to be recognised when they are named again. Two entries are one person
 * when they sit in one delegation, share a name or a pseudonym, and contradict each other in neither.
 */
export class PeopleKnown {
  /** Delegation and name → pseudonym → ids, and delegation and pseudonym → name → ids, all folded. */
  readonly #others = new Map<string, Map<string, Set<string>>>();

  constructor(people: readonly (Person & { readonly id: string })[] = []) {
    for (const person of people) this.add(person, person.id);
  }

  add(person: Person, id: string) {
    for (const { key, other } of partsOf(person)) {
      const others = this.#others.get(key) ?? new Map<string, Set<string>>();
      this.#others.set(key, others.set(other, (others.get(other) ?? new Set()).add(id)));
    }
  }

  /** Ids of those whom an entry may be. */
  find(person: Person): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { key, other } of partsOf(person)) {
      for (const [known, ids] of this.#others.get(key) ?? []) {
        if (other !== '' && known !== '' && known !== other) continue;
        for (const id of ids) found.add(id);
      }
    }
    return found;
  }
}

function partsOf(person: Person) {
  const name = foldName(person.name);
  const pseudonym = foldName(person.pseudonym);
  // A delegation that is not on the map is known by the text that stands for it.
  const { delegation } = person;
  const sits = delegation === null ? ['party', foldName(person.party)] : ['actor', delegation];
  return [
    { part: 'name', value: name, other: pseudonym },
    { part: 'pseudonym', value: pseudonym, other: name },
  ].flatMap(({ part, value, other }) =>
    value === '' ? [] : [{ key: JSON.stringify([...sits, part, value]), other }],
  );
}
