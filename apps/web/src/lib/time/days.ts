import { day as inWords } from '#lib/frame/dates.ts';

/** Today by the person's own clock, `YYYY-MM-DD`. */
export const today = (): string => dayOf(Date.now());

/** The day of a moment, by the person's own clock. @param at ms since 1970 */
export const dayOf = (at: number): string => new Date(at).toLocaleDateString('sv');

/** A day in words. @param day `YYYY-MM-DD` */
export const formatDay = (day: string): string => inWords(Date.parse(`${day}T12:00`));

const dayLength = 86_400_000;

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayLength);

/** The day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * dayLength).toISOString().slice(0, 10);
