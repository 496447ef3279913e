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
  /** Delegation and name → pseudonyms, and delegation and pseudonym → names, all folded. */
  readonly #others = new Map<string, Set<string>>();

  constructor(people: readonly Person[]) {
    for (const person of people) this.add(person);
  }

  add(person: Person) {
    for (const { key, other } of partsOf(person)) {
      const others = this.#others.get(key) ?? new Set();
      this.#others.set(key, others.add(other));
    }
  }

  has(person: Person): boolean {
    return partsOf(person).some(({ key, other }) => {
      const others = this.#others.get(key);
      return others !== undefined && (other === '' || others.has('') || others.has(other));
    });
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
