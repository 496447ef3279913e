import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** English here is not American: a day stands before its month, and hours run to 24. */
const variants: Record<string, string> = { en: 'en-GB' };

const language = () => variants[getLocale()] ?? getLocale();

/** @param time ms since 1970 */
export const day = (time: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(time);

/** @param time ms since 1970; said in the reader's own time zone */
export const moment = (time: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** @param time ms since 1970; the hour and minute in the reader's own time zone */
export const clockTime = (time: number): string =>
  new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(time);

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
  return new Intl.DateTimeFormat(language(), { dateStyle: 'full' }).format(time);
}
