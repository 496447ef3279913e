import * as v from 'valibot';
import { ClockTime, IsoDate, OrderKey, requiredLine, StringSet } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/**
 * A time at which some do not work: a prayer, a fast, a holiday. The team keeps the list; Parley knows no
 * calendar of its own, and takes nobody's faith for granted.
 */
export const observanceType = defineRecord('observance', {
  name: requiredLine(120),
  /** The first and the last day on which it is kept; null: as far as the agenda goes. */
  from: v.nullable(IsoDate),
  until: v.nullable(IsoDate),
  /** On the clock of each day; null: from its beginning, or to its end. */
  start: v.nullable(ClockTime),
  end: v.nullable(ClockTime),
  /** Actors whose delegations keep it; none: everybody's work stops. */
  keptBy: StringSet,
  order: OrderKey,
})({
  defaults: () => ({ from: null, until: null, start: null, end: null, keptBy: [] }),
  kinds: { sets: ['keptBy'] },
  links: { keptBy: { to: 'actor', onRemove: 'clear' } },
});
