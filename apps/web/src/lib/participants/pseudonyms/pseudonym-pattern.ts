import type { Participant } from '@parley/model';

/** Stands for the letter of the delegation in a pattern. */
export const letterMark = '{letter}';
/** Stands for the number within the letter, of two digits or more. Every pattern has one. */
export const numberMark = '{number}';

type Delegated = Pick<Participant, 'id' | 'delegation' | 'pseudonym'>;

/** Whether a pattern can tell people apart and fits the field, however long a letter is. */
export const isPattern = (pattern: string): boolean =>
  pattern.includes(numberMark) && pattern.length <= 120;

/**
 * A letter for each delegation, no letter twice: the first one of its name that is free, else the first
 * two, and so on. Letters say little of who somebody is, and can be replaced before they are used.
 */
export function lettersFor(
  delegations: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    delegations.map(({ id, name }, index) => {
      const all = name.toLocaleUpperCase().match(/\p{L}/gu) ?? [];
      const longer = all.map((_, most) => all.slice(0, most + 1).join('')).slice(0, 4);
      const letter = [...all, ...longer].find((one) => !taken.has(one)) ?? `D${index + 1}`;
      taken.add(letter);
      return [id, letter];
    }),
  );
}

/**
 * New pseudonyms by a pattern, in the order of the list: `Delegate U-01`. None is given that somebody
 * else has or keeps.
 * @param of who gets one; the others keep theirs
 * @param letters by delegation
 * @param none the letter of those who sit in no delegation, or in one without a letter
 */
export function pseudonymsFor(
  people: readonly Delegated[],
  of: (person: Delegated) => boolean,
  pattern: string,
  letters: ReadonlyMap<string, string>,
  none: string,
): ReadonlyMap<string, string> {
  const taken = new Set(
    people.filter((person) => !of(person)).map(({ pseudonym }) => pseudonym.trim()),
  );
  const reached = new Map<string, number>();
  const given = new Map<string, string>();
  for (const person of people.filter(of)) {
    const letter = letters.get(person.delegation ?? '') ?? none;
    // Where the pattern names no letter, all are counted together.
    const counter = pattern.includes(letterMark) ? letter : '';
    let number = reached.get(counter) ?? 0;
    let pseudonym: string;
    do {
      number += 1;
      pseudonym = pattern
        .replaceAll(letterMark, () => letter)
        .replaceAll(numberMark, () => String(number).padStart(2, '0'))
        .trim();
    } while (taken.has(pseudonym));
    reached.set(counter, number);
    taken.add(pseudonym);
    given.set(person.id, pseudonym);
  }
  return given;
}
