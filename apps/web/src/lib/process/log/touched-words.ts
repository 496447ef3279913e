import type { DecisionType, EntryOf, Touchable } from '@parley/model/ledger';
import { dateInWords, dayInWords } from '#lib/agenda/agenda-words.ts';
import type { BoardName } from '#lib/frame/boards.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { shownAs } from '#lib/names/called.ts';
import { m } from '#lib/paraglide/messages.js';

/** A record that a decision is about. */
export type Touched = NonNullable<EntryOf<'decision'>['touches']>[number];

const kindWords: Readonly<Record<Touchable, () => string>> = {
  agendaBlock: m.log_kind_block,
  participant: m.log_kind_person,
  agendaDay: m.log_kind_day,
  room: m.log_kind_room,
  groundRule: m.log_kind_rule,
  actor: m.log_kind_actor,
};

export const kindWord = (type: Touchable): string => kindWords[type]();

/** On which board a record stands. */
export const boardOfTouched: Readonly<Record<Touchable, BoardName>> = {
  agendaBlock: 'agenda',
  participant: 'participants',
  agendaDay: 'agenda',
  room: 'agenda',
  groundRule: 'agenda',
  actor: 'actors',
};

const everything: readonly Touchable[] = [
  'agendaBlock',
  'agendaDay',
  'participant',
  'actor',
  'room',
  'groundRule',
];

/** What a decision of a type is usually about; nothing else is offered first. */
const usual: Readonly<Partial<Record<DecisionType, readonly Touchable[]>>> = {
  invite: ['participant', 'actor'],
  exclude: ['participant', 'actor'],
  observer: ['participant', 'actor'],
  location: ['room', 'agendaDay'],
  timing: ['agendaDay', 'agendaBlock'],
  frequency: ['agendaDay'],
  reschedule: ['agendaDay', 'agendaBlock'],
  agenda: ['agendaBlock', 'agendaDay'],
  caucus: ['agendaBlock', 'actor'],
  seating: ['room', 'agendaBlock', 'participant'],
  'ground-rule': ['groundRule'],
  record: ['agendaBlock', 'groundRule'],
  media: ['agendaBlock', 'groundRule'],
};

export const touchableBy = (type: DecisionType): readonly Touchable[] => usual[type] ?? everything;

/** What a record is called, as names are shown on this device; null when it is not there any more. */
export function touchedTitle({ live }: SpaceSession, { type, id }: Touched): string | null {
  switch (type) {
    case 'participant': {
      const person = live.get(type, id);
      return person ? shownAs(person) : null;
    }
    case 'agendaDay': {
      const date = live.get(type, id)?.date;
      return date === undefined
        ? null
        : `${dayInWords(live.list(type), id)} · ${dateInWords(date)}`;
    }
    case 'agendaBlock':
      return titled(live.get(type, id)?.title);
    case 'groundRule':
      return titled(live.get(type, id)?.text);
    case 'room':
    case 'actor':
      return titled(live.get(type, id)?.name);
  }
}

/** What a party is called; one that was removed since is still one. */
export const partyName = ({ live }: SpaceSession, id: string): string =>
  titled(live.get('actor', id)?.name) ?? m.log_party_gone();

function titled(title: string | undefined): string | null {
  if (title === undefined) return null;
  return title.trim() === '' ? m.ledger_unnamed() : title;
}
