import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((language) => new Intl.DateTimeFormat(language, options));
const days = format({ dateStyle: 'medium' });
const fullDays = format({ dateStyle: 'full' });
const moments = format({ dateStyle: 'medium', timeStyle: 'short' });
const times = format({ timeStyle: 'short' });

/** @param time ms since 1970 */
export const day = (time: number): string => days().format(time);

/** @param time ms since 1970; said in the reader's own time zone */
export const moment = (time: number): string => moments().format(time);

/** @param time ms since 1970; the hour and minute in the reader's own time zone */
export const clockTime = (time: number): string => times().format(time);

/** "today, 14:05", or the day with the time. @param time ms since 1970 */
export const recently = (time: number): string =>
  new Date(time).toDateString() === new Date().toDateString()
    ? m.time_today({ time: clockTime(time) })
    : moment(time);

/** "Today", "Yesterday", or the day with its weekday. @param time ms since 1970 */
export function relativeDay(time: number): string {
  const then = new Date(time).toDateString();
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (then === new Date().toDateString()) return m.day_today();
  if (then === yesterday.toDateString()) return m.day_yesterday();
  return fullDays().format(time);
}
