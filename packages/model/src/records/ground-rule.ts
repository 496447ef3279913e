import * as v from 'valibot';
import { line, LongText, OrderKey, StringSet } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

export const groundRulePresets = [
  'non-attribution',
  'attire-and-arms',
  'plain-language',
  'devices',
  'media',
] as const;

/** A rule that the parties agree for their talks. */
export const groundRuleType = defineRecord('groundRule', {
  text: LongText,
  preset: v.nullable(v.picklist(groundRulePresets)),
  proposedBy: line(160),
  /** Actors that agreed. Who is not in it has not answered or has not agreed. */
  agreedBy: StringSet,
  order: OrderKey,
})({
  defaults: () => ({ text: '', preset: null, proposedBy: '', agreedBy: [] }),
  kinds: { texts: ['text'], sets: ['agreedBy'] },
  links: { agreedBy: { to: 'actor', onRemove: 'clear' } },
});
