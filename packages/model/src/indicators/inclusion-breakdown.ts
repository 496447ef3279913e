import { byOrder } from '../order-key.ts';
import type { InclusionTarget, Participant, Stage } from '../records/index.ts';
import {
  attributeValue,
  matchOf,
  type CompositionAttribute,
  type Wanted,
} from './inclusion-attribute.ts';
import { isBeforeInvitation } from './inclusion-counting.ts';

/** How a group of people is made up by one attribute. */
export interface Composition {
  readonly denominator: number;
  /** People of whom the attribute is not known; in no value's count (P2). */
  readonly unknowns: number;
  /** Most people first, equal ones by value. `share` is of all, unknowns too, 0–1. */
  readonly values: readonly {
    readonly value: string;
    readonly count: number;
    readonly share: number;
  }[];
}

/** How the people given are made up; `countedParticipants` picks them. */
export function compositionBy(
  attribute: CompositionAttribute,
  people: readonly Participant[],
): Composition {
  const groups = Map.groupBy(people, (person) => attributeValue(person, attribute));
  const unknowns = groups.get(null)?.length ?? 0;
  const values = [...groups]
    .flatMap(([value, { length: count }]) =>
      value === null ? [] : [{ value, count, share: count / people.length }],
    )
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { denominator: people.length, unknowns, values };
}

/** What one nominator put forward, held against a target. */
export interface NominatorRow {
  /** As written with the participants; null: not recorded. */
  readonly nominator: string | null;
  /** People known to have one of the target's values. */
  readonly count: number;
  readonly unknowns: number;
  readonly denominator: number;
}

/**
 * The people given, by who nominated them. Give those of one session to say who sent a room without a
 * woman. Most people first, equal ones by name; nominator not recorded comes last.
 */
export function byNominator(
  people: readonly Participant[],
  target: Wanted,
): readonly NominatorRow[] {
  const groups = Map.groupBy(people, ({ nominatedBy }) => nominatedBy.trim());
  return [...groups]
    .map(([name, group]): NominatorRow => {
      const matches = group.map((person) => matchOf(target, person));
      return {
        nominator: name === '' ? null : name,
        count: matches.filter((match) => match === 'yes').length,
        unknowns: matches.filter((match) => match === 'unknown').length,
        denominator: group.length,
      };
    })
    .sort(compareNominators);
}

function compareNominators(a: NominatorRow, b: NominatorRow): number {
  if (a.nominator === null || b.nominator === null) return a.nominator === null ? 1 : -1;
  return b.denominator - a.denominator || (a.nominator < b.nominator ? -1 : 1);
}

const nearness: readonly Stage[] = ['nominated', 'screened', 'longlisted'];

/**
 * People not invited yet who are known to count towards a target: the nearest to an invitation first,
 * then as the list is ordered. Empty for an at-most target: nobody who comes makes others fewer.
 */
export function closers(
  target: Wanted & Pick<InclusionTarget, 'comparison'>,
  participants: readonly Participant[],
): readonly Participant[] {
  if (target.comparison === 'at-most') return [];
  return participants
    .filter((person) => isBeforeInvitation(person) && matchOf(target, person) === 'yes')
    .sort((a, b) => nearness.indexOf(a.stage) - nearness.indexOf(b.stage) || byOrder(a, b));
}
