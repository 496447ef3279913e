import {
  availabilityOn,
  saidSpans,
  type AgendaDay,
  type Availability,
  type Participant,
} from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { Option } from '#lib/table/column.ts';
import type { PersonColumn } from '../column-makers.ts';
import { fieldLabels } from '../field-words.ts';
import { dayInWords, daysInWords } from './availability-words.ts';

/** The days that can be asked about: those of the agenda, and those of which something is said. Sorted. */
export function daysSaid(
  people: readonly Pick<Participant, 'availability'>[],
  agenda: readonly Pick<AgendaDay, 'date'>[],
): readonly string[] {
  const said = people.flatMap(({ availability }) => Object.keys(availability));
  return [...new Set([...agenda.map(({ date }) => date), ...said])].sort();
}

const picks: Readonly<Record<Availability | 'unknown', (day: { day: string }) => string>> = {
  yes: m.availability_pick_yes,
  no: m.availability_pick_no,
  unknown: m.availability_pick_unknown,
};

/**
 * What is said of somebody's days in one cell. Its filter picks one day and what is known of it, and that
 * nothing is known is an answer of its own (P2).
 * @param days `YYYY-MM-DD`, sorted
 */
export function availabilityColumn(days: readonly string[]): PersonColumn {
  const known = ['yes', 'no', 'unknown'] as const;
  return {
    ...{ id: 'availability', header: fieldLabels.availability(), kind: 'computed' },
    ...{ width: 9, quiet: true },
    read: inOneLine,
    picks: {
      options: days.flatMap((date) =>
        known.map((one): Option => ({
          value: `${date} ${one}`,
          label: picks[one]({ day: dayInWords(date) }),
        })),
      ),
      of: (person) => days.map((date) => `${date} ${availabilityOn(person, date) ?? 'unknown'}`),
    },
  };
}

/** `Can: 24 Nov 2026 · Cannot: 26–27 Nov 2026 · from noon`; empty where nothing is said. */
function inOneLine(person: Participant): string {
  const spans = saidSpans(person);
  const daysOf = (wanted: Availability) =>
    spans
      .filter(({ can }) => can === wanted)
      .map(daysInWords)
      .join(', ');
  const [can, cannot] = [daysOf('yes'), daysOf('no')];
  return [
    can && m.availability_cell_yes({ days: can }),
    cannot && m.availability_cell_no({ days: cannot }),
    person.availabilityNote.trim(),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
