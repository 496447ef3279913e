import * as v from 'valibot';
import { Count, line, OrderKey, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/** A room that blocks take place in. */
export const roomType = defineRecord('room', {
  name: requiredLine(120),
  /** Seats; null: not known (P2). */
  seats: v.nullable(Count(100_000)),
  note: line(),
  order: OrderKey,
})({
  defaults: () => ({ seats: null, note: '' }),
});
