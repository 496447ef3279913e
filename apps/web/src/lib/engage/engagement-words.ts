import { type Channel, type Engagement, type Handling, type OpenStep } from '@parley/model/ledger';
import type { SpaceAnswer } from '@parley/contracts';
import { day } from '#lib/frame/dates.ts';
import { shownAuthor } from '#lib/ledger/people.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the enumerations of engagements are called. */
export const channelWords: Readonly<Record<Channel, () => string>> = {
  'in-person': m.engage_channel_in_person,
  phone: m.engage_channel_phone,
  message: m.engage_channel_message,
  letter: m.engage_channel_letter,
  'through-somebody': m.engage_channel_through_somebody,
  'online-meeting': m.engage_channel_online_meeting,
  other: m.engage_channel_other,
};

export const handlingWords: Readonly<Record<Handling, () => string>> = {
  'stays-here': m.engage_handling_stays_here,
  'without-source': m.engage_handling_without_source,
  'may-be-told': m.engage_handling_may_be_told,
};

/** A date without a time is the same day for every reader. @param date `YYYY-MM-DD` */
export const dayOf = (date: string): string => day(new Date(`${date}T12:00:00`).getTime());

/** Today by the reader's own clock, `YYYY-MM-DD`. */
export const today = (): string => new Date().toLocaleDateString('sv');

/** "Today", or how many days ago. @param days since the last contact */
export const lastContactWords = (days: number): string =>
  days <= 0 ? m.engage_last_today() : m.engage_last({ count: days });

/** When a step is due, in words that say so where it is late. */
export function dueWords({ step, daysLate }: Pick<OpenStep, 'step' | 'daysLate'>): string {
  if (step.due === null || daysLate === null) return m.engage_step_no_day();
  if (daysLate === 0) return m.engage_step_today();
  return daysLate > 0
    ? m.engage_step_late({ count: daysLate })
    : m.engage_step_due({ date: dayOf(step.due) });
}

/** Who of the team was there, by the names that the log has; empty where nobody is named. */
export const teamWords = ({ now }: Engagement): string =>
  now.team.map(({ name }) => name).join(', ');

export const authorName = (by: Engagement['now']['by'], place: SpaceAnswer): string =>
  shownAuthor(by, place).name;
