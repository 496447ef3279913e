import type { Availability, SaidSpan } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';

export const availabilityWords: Readonly<Record<Availability | 'unknown', () => string>> = {
  yes: m.availability_yes,
  no: m.availability_no,
  unknown: m.availability_unknown,
};

const dates = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
);

const weekdays = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
    }),
);
const at = (date: string) => new Date(`${date}T00:00:00Z`);

/** `Wed 25 Nov`. */
export const dayInWords = (date: string): string => weekdays().format(at(date)).replace(',', '');

/** `24–26 Nov 2026`, or the one day. */
export function daysInWords({ from, until }: Pick<SaidSpan, 'from' | 'until'>): string {
  return dates().formatRange(at(from), at(until));
}
