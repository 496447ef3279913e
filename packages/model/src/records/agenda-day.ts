import * as v from 'valibot';
import { ClockTime, IsoDate, line, OrderKey, TimeZone } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/** A day of the agenda; its blocks flow from `start`. */
export const agendaDayType = defineRecord('agendaDay', {
  title: line(160),
  date: IsoDate,
  start: ClockTime,
  /** An end that must hold; null: none agreed. */
  end: v.nullable(ClockTime),
  /** null: the process's own zone. */
  timeZone: v.nullable(TimeZone),
  order: OrderKey,
})({
  defaults: () => ({ title: '', start: '09:00', end: null, timeZone: null }),
});
