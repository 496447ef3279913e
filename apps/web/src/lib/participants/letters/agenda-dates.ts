import type { AgendaDay } from '@parley/model';

/**
 * From the first day of the agenda to the last, as a language says it; empty where there is none.
 * @param language of the letter; one that the browser does not know is said as it says dates itself
 */
export function agendaDates(days: readonly Pick<AgendaDay, 'date'>[], language: string): string {
  const sorted = days.map(({ date }) => date).sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  return formatFor(language).formatRange(midnight(first), midnight(last));
}

const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

function formatFor(language: string): Intl.DateTimeFormat {
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language || undefined, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
