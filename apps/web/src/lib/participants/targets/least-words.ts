import {
  leastPeople,
  type AssessedGroup,
  type InclusionTarget,
  type Settings,
} from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { whoCounts } from './target-sentence.ts';
import { choice, count } from './target-words.ts';

/**
 * How many people it takes, by each way there is: `It takes 2 more women, 3 fewer people other than women or
 * 2 women in the place of others.` Nobody who is unknown is taken for what the target wishes (P2).
 * Empty where the group holds, or nobody is in it.
 */
export function leastWords(
  target: InclusionTarget,
  group: AssessedGroup,
  attributes: Settings['attributes'],
): string {
  const least = leastPeople(target, group, group.seats !== null);
  const { adding, replacing, leaving } = least;
  if (group.denominator === 0 && adding === null) return '';
  if (adding === 0 || replacing === 0 || leaving === 0) return '';
  const isLeast = target.comparison === 'at-least';
  const said = (people: number) => ({
    people: count(people),
    subject: whoCounts(target, attributes, people === 1),
  });
  const others = (people: number) => ({
    count: people,
    people: count(people),
    subject: whoCounts(target, attributes),
  });
  const ways: string[] = [];
  if (adding !== null) {
    ways.push(isLeast ? m.inclusion_more(said(adding)) : m.inclusion_more_others(others(adding)));
  }
  if (leaving !== null) {
    ways.push(
      isLeast ? m.inclusion_fewer_others(others(leaving)) : m.inclusion_fewer(said(leaving)),
    );
  }
  if (replacing !== null) {
    const inTheirPlace = group.seats === null ? m.inclusion_replaced : m.inclusion_on_seats;
    ways.push(
      isLeast ? inTheirPlace(said(replacing)) : m.inclusion_replaced_others(said(replacing)),
    );
  }
  if (ways.length === 0) return m.inclusion_least_none();
  return m.inclusion_least({ ways: choice(ways) });
}
