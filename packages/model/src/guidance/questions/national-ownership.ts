import { mayTakePart } from '../../indicators/inclusion-counting.ts';
import { levels } from '../../records/index.ts';
import { asked, listed, subject, type Found } from '../question.ts';

export const nationalOwnership = [
  /** Lederach: who carries the peace on which level of society. */
  asked('level-missing', ({ list }) => {
    const people = list('participant').filter(mayTakePart);
    if (people.length === 0) return [];
    const sending = new Set(people.flatMap(({ actor, delegation }) => [actor, delegation]));
    const local = list('actor').filter(
      ({ affiliation, role }) =>
        affiliation === null && role !== 'third-party' && role !== 'shadow',
    );
    return levels.flatMap((level): Found[] => {
      const there = local.filter((actor) => actor.level === level);
      const some =
        people.some((person) => person.level === level) || there.some(({ id }) => sending.has(id));
      return there.length === 0 || some
        ? []
        : [{ about: [subject('level', level)], count: there.length }];
    });
  }),
  asked('agenda-by-few', ({ items, atTable }) => {
    if (items.length === 0) return [];
    const proposing = new Set(items.map(({ proposedBy }) => proposedBy));
    const without = atTable.filter(({ id }) => !proposing.has(id)).map(({ id }) => id);
    return listed('actor', without, { count: items.length, of: atTable.length });
  }),
  asked('agenda-by-team', ({ items }) => {
    const taken = items.filter(({ settled }) => settled?.how === 'on-the-agenda');
    const ours = taken.filter(({ proposedBy }) => proposedBy === null).map(({ id }) => id);
    return listed('item', ours, { of: taken.length });
  }),
  asked('target-unsigned', ({ list }) => {
    const targets = list('inclusionTarget');
    const without = targets.filter(({ setBy }) => setBy.trim() === '').map(({ id }) => id);
    return listed('inclusionTarget', without, { of: targets.length });
  }),
] as const;
