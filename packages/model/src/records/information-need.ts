import * as v from 'valibot';
import { Id, line, OrderKey, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/** `unknown`: somebody asked, and it is not known. A party that is not there at all was not asked about (P2). */
export const informationStates = ['held', 'partial', 'missing', 'unknown'] as const;
export type InformationState = (typeof informationStates)[number];

export const offeredToAll = ['yes', 'no', 'unknown'] as const;
export type OfferedToAll = (typeof offeredToAll)[number];

const mostParties = 200;

const States = v.pipe(
  v.record(Id, v.picklist(informationStates)),
  v.check((states) => Object.keys(states).length <= mostParties, 'are too many'),
);

/**
 * A piece of information that a block of the agenda cannot do without, and which party has it (seed I).
 * One record holds what is known of every party, so that two people can write of two parties at once.
 */
export const informationNeedType = defineRecord('informationNeed', {
  /** The block for which it is needed. */
  block: Id,
  what: requiredLine(300),
  /** The party's actor → whether it has it. */
  states: States,
  /** Who could supply it, in words; where it is an actor of the map, `supplierActor` names it. */
  supplier: line(200),
  supplierActor: v.nullable(Id),
  /** Whether it was offered to all parties alike. */
  offeredToAll: v.picklist(offeredToAll),
  order: OrderKey,
})({
  defaults: () => ({ states: {}, supplier: '', supplierActor: null, offeredToAll: 'unknown' }),
  kinds: { maps: ['states'] },
  links: {
    block: { to: 'agendaBlock', onRemove: 'remove' },
    states: { to: 'actor', onRemove: 'clear' },
    supplierActor: { to: 'actor', onRemove: 'clear' },
  },
});
