import * as v from 'valibot';
import { IsoDate, line, LongText, OrderKey, requiredLine, StringSet } from '../fields.ts';
import { defineRecord } from '../record-type.ts';
import { tracks } from './actor.ts';

/** Another attempt to bring some of the same parties together (H §1). */
export const parallelInitiativeType = defineRecord('parallelInitiative', {
  name: requiredLine(160),
  /** Who convenes it, in the team's words. */
  convener: line(160),
  track: v.nullable(v.picklist(tracks)),
  /** Ids of the actors that it involves. */
  parties: StringSet,
  from: v.nullable(IsoDate),
  until: v.nullable(IsoDate),
  /** How it stands. */
  standing: LongText,
  order: OrderKey,
})({
  defaults: () => ({
    convener: '',
    track: null,
    parties: [],
    from: null,
    until: null,
    standing: '',
  }),
  kinds: { texts: ['standing'], sets: ['parties'] },
  links: { parties: { to: 'actor', onRemove: 'clear' } },
});
