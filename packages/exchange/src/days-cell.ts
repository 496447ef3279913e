import {
  participantType,
  saidOfDays,
  saidSpans,
  type Availability,
  type Participant,
} from '@parley/model';
import * as v from 'valibot';
import { foldTerm } from './fold.ts';

type Days = Participant['availability'];

const words: Readonly<Record<Availability, readonly string[]>> = {
  yes: ['y', 'can', 'can come', 'available', 'free', 'oui', 'sí', 'نعم'],
  no: ['n', 'cannot', 'cannot come', 'not available', 'unavailable', 'non', 'لا'],
};
const known = new Map(
  (['yes', 'no'] as const).flatMap((can) =>
    [can, ...words[can]].map((word) => [foldTerm(word), can] as const),
  ),
);

const date = String.raw`\d{4}-\d{2}-\d{2}`;
/** A word, a day or a span of days as ISO 8601 writes it, and a word: one of the two, or none. */
const item = new RegExp(
  String.raw`^(?<before>[^\d]*?)[\s:]*(?<from>${date})(?:\s*(?:/|–|—|\.\.|to)\s*(?<until>${date}))?[\s:]*(?<after>[^\d]*)$`,
  'u',
);

/** Whether a day of this form is on the calendar. */
const isDay = (day: string): boolean =>
  v.is(participantType.schema.entries.availability, { [day]: 'yes' });

/** Days as a cell holds them: `2026-11-24/2026-11-26 yes; 2026-11-28 no`; empty where nothing is said. */
export function daysCell(person: Pick<Participant, 'availability'>): string {
  return saidSpans(person)
    .map(({ from, until, can }) => `${from === until ? from : `${from}/${until}`} ${can}`)
    .join('; ');
}

/**
 * The days after what one item of a cell says of them: `2026-11-24 yes`, `cannot: 2026-11-26/2026-11-28`.
 * A day without a word is one on which they can come.
 * @returns null where it is not understood
 */
export function daysAfter(days: Days, text: string): Days | null {
  const said = item.exec(text.trim())?.groups;
  if (!said) return null;
  const { from = '', until = from, before = '', after = '' } = said;
  const word = foldTerm(`${before} ${after}`);
  const can = word === '' ? 'yes' : known.get(word);
  if (can === undefined || ![from, until].every(isDay)) return null;
  return saidOfDays(days, { from, until }, can);
}
