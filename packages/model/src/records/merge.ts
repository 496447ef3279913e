import { Id } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/**
 * That two actors are one: who is looked for as `gone` is found as `into`. It has no links: a merge
 * outlives both, so that it can be followed when `into` was merged on elsewhere at the same time, or
 * removed. One alone says little; read them together, as `Board.heirs`.
 */
export const mergeType = defineRecord('merge', {
  /** The actor that is no longer shown. Its record stays as it was, for who parts the two again. */
  gone: Id,
  into: Id,
})({ defaults: () => ({}) });
