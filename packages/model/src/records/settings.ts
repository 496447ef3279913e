import * as v from 'valibot';
import { Count, Id, line, StringSet, TimeZone } from '../fields.ts';
import { defineRecord } from '../record-type.ts';
import { countedAs } from './inclusion-target.ts';
import { tieLines, tieTones } from './notation.ts';

/** The one settings record of a board has this id. */
export const settingsId = 'settings';

/**
 * Tones that a legend may give to a sector: the four group colours of the look; four that are told apart
 * with every kind of colour vision (after Okabe and Ito, jfly.uni-koeln.de/color); four greys; neutral.
 */
export const legendTones = [
  'blue',
  'orange',
  'violet',
  'green',
  'deep-blue',
  'vermilion',
  'pink',
  'sea-green',
  'grey-1',
  'grey-2',
  'grey-3',
  'grey-4',
  'neutral',
] as const;
export type LegendTone = (typeof legendTones)[number];

const Attribute = v.object({
  label: line(80),
  /** Value id → what it is called. */
  values: v.record(v.string(), line(80)),
});

const AgendaColumn = v.object({
  label: line(80),
  /** Whether what is handed to participants has it. */
  shared: v.boolean(),
});

/** What one process uses and how it is drawn. */
export const settingsType = defineRecord('settings', {
  /** Optional participant fields that this process uses; the rest exist nowhere in it. */
  participantFields: StringSet,
  /** Attributes of the process's own, by id. */
  attributes: v.record(v.string(), Attribute),
  /** Tie kind → what the legend calls it here. */
  tieLabels: v.record(v.string(), line(80)),
  /** Tie kind → how its line is drawn here, where that is not the handbook's way. */
  tieLines: v.record(v.string(), v.picklist(tieLines)),
  /** Tie kind → the tone of its line here, where that is not the handbook's. */
  tieTones: v.record(v.string(), v.picklist(tieTones)),
  /** Sector → tone on the map. */
  sectorTones: v.record(v.string(), v.picklist(legendTones)),
  /** What shares are shares of, on every open screen at once (P6). */
  countedAs: v.picklist(countedAs),
  /** Seats allotted to each delegation, by its actor's id. */
  seats: v.record(Id, Count(100_000)),
  /** Seats for people who sit in no delegation. */
  freeSeats: Count(100_000),
  /**
   * A count of people below this, other than 0, is not shown outside the team: it would say who they
   * are. 0 or 1: every count is shown.
   */
  smallGroups: Count(100),
  /** Columns of the team's own that blocks of the agenda have, by id. */
  agendaColumns: v.record(Id, AgendaColumn),
  /** Whether actors keep their places on the map, whoever takes hold of them. */
  positionsLocked: v.boolean(),
  timeZone: TimeZone,
  secondTimeZone: v.nullable(TimeZone),
})({
  defaults: () => ({
    participantFields: ['gender', 'ageBand', 'region', 'nominatedBy'],
    attributes: {},
    tieLabels: {},
    tieLines: {},
    tieTones: {},
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
    seats: {},
    freeSeats: 0,
    smallGroups: 5,
    agendaColumns: {},
    positionsLocked: false,
    timeZone: 'UTC',
    secondTimeZone: null,
  }),
  kinds: {
    sets: ['participantFields'],
    maps: [
      'attributes',
      'tieLabels',
      'tieLines',
      'tieTones',
      'sectorTones',
      'seats',
      'agendaColumns',
    ],
  },
  links: { seats: { to: 'actor', onRemove: 'clear' } },
  migrations: [
    { to: 2, up: (settings) => ({ ...settings, positionsLocked: false }) },
    { to: 3, up: (settings) => ({ ...settings, seats: {}, freeSeats: 0, smallGroups: 5 }) },
    { to: 4, up: (settings) => ({ ...settings, agendaColumns: {} }) },
  ],
});
