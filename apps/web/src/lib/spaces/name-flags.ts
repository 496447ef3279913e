import { hiddenCharactersIn, type Person } from '@parley/contracts';
import { skeletonOf } from '@parley/contracts/look-alikes';

/** Why a name calls for a second look. */
export type NameFlag =
  | { readonly kind: 'same' | 'alike'; readonly other: string }
  /** It holds characters that nobody sees. */
  | { readonly kind: 'hidden' };

/** Which of these people could be taken for another of them, by the person's id. */
export function nameFlags(people: readonly Person[]): ReadonlyMap<string, NameFlag> {
  const flags = new Map<string, NameFlag>();
  const bySkeleton = Map.groupBy(people, ({ name }) => skeletonOf(name));
  for (const person of people) {
    const twins = bySkeleton.get(skeletonOf(person.name)) ?? [];
    const other = twins.find(({ id }) => id !== person.id);
    if (other)
      flags.set(person.id, {
        kind: other.name === person.name ? 'same' : 'alike',
        other: other.name,
      });
    else if (hiddenCharactersIn(person.name).length > 0) flags.set(person.id, { kind: 'hidden' });
  }
  return flags;
}
