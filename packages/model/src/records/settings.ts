import * as v from 'valibot';
import { line, StringSet, TimeZone } from '../fields.ts';
import { defineRecord } from '../record-type.ts';
import { countedAs } from './inclusion-target.ts';

/** The one settings record of a board has this id. */
export const settingsId = 'settings';

/** Tones that a legend may give to a sector: the four group colours of the look, and neutral. */
export const legendTones = ['blue', 'orange', 'violet', 'green', 'neutral'] as const;
export type LegendTone = (typeof legendTones)[number];

const Attribute = v.object({
  label: line(80),
  /** Value id → what it is called. */
  values: v.record(v.string(), line(80)),
});

/** What one process uses and how it is drawn. */
export const settingsType = defineRecord('settings', {
  /** Optional participant fields that this process uses; the rest exist nowhere in it. */
  participantFields: StringSet,
  /** Attributes of the process's own, by id. */
  attributes: v.record(v.string(), Attribute),
  /** Tie kind → what the legend calls it here. */
  tieLabels: v.record(v.string(), line(80)),
  /** Sector → tone on the map. */
  sectorTones: v.record(v.string(), v.picklist(legendTones)),
  /** What shares are shares of, on every open screen at once (P6). */
  countedAs: v.picklist(countedAs),
  timeZone: TimeZone,
  secondTimeZone: v.nullable(TimeZone),
})({
  defaults: () => ({
    participantFields: ['gender', 'ageBand', 'region', 'nominatedBy'],
    attributes: {},
    tieLabels: {},
    sectorTones: {
      political: 'violet',
      military: 'violet',
      religious: 'green',
      community: 'blue',
      business: 'orange',
      'civil-society': 'green',
      women: 'green',
      youth: 'green',
    },
    countedAs: 'confirmed',
    timeZone: 'UTC',
    secondTimeZone: null,
  }),
  kinds: { sets: ['participantFields'], maps: ['attributes', 'tieLabels', 'sectorTones'] },
});
