import type { Whose } from '@parley/model';
import { calledOf } from '#lib/names/called.ts';
import type { AgendaState } from '../agenda-state.svelte.ts';
import { delegationsIn } from '../delegations.ts';

/** Whose days can be looked at, by what they are called here. */
export function whoseChoices(
  by: Whose['by'],
  { space, rooms }: AgendaState,
): readonly { readonly value: string; readonly label: string }[] {
  const participants = space.live.list('participant');
  switch (by) {
    case 'room':
      return rooms.map(({ id, name }) => ({ value: id, label: name }));
    case 'person':
      return participants.map((person) => ({ value: person.id, label: calledOf(person) }));
    case 'party':
      return delegationsIn(space.live.list('actor'), participants).map(({ actor }) => ({
        value: actor.id,
        label: actor.name,
      }));
  }
}
