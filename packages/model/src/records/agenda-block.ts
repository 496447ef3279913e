import * as v from 'valibot';
import {
  ClockTime,
  Count,
  Id,
  line,
  LongText,
  OrderKey,
  requiredLine,
  StringSet,
} from '../fields.ts';
import { defineRecord } from '../record-type.ts';

export const blockForms = [
  'plenary',
  'caucus',
  'working-group',
  'shuttle',
  'single-text-review',
  'bilateral',
  'social',
  'break',
  'preparation',
] as const;
export type BlockForm = (typeof blockForms)[number];

export const recordKeeping = ['none', 'notes-without-attribution', 'minutes'] as const;

/**
 * A block of the agenda. Blocks of a day flow one after the other by `order`. Track 0 is everybody;
 * blocks on tracks 1, 2 … run side by side from the end of the last block on track 0, and the next
 * one on track 0 waits for the longest of them.
 */
export const agendaBlockType = defineRecord('agendaBlock', {
  day: Id,
  form: v.picklist(blockForms),
  title: requiredLine(200),
  purpose: LongText,
  question: LongText,
  method: LongText,
  lead: line(200),
  /** Minutes. */
  duration: Count(24 * 60),
  /** On the day's own clock; null: flows. */
  fixedStart: v.nullable(ClockTime),
  track: Count(12),
  room: v.nullable(Id),
  languages: StringSet,
  /** `everyone`, or those that the two sets name. */
  everyone: v.boolean(),
  participants: StringSet,
  delegations: StringSet,
  /** Participants who have a speaking role in it: who opens, chairs, presents, answers. */
  speakers: StringSet,
  materials: LongText,
  interpreter: line(200),
  recordKeeping: v.picklist(recordKeeping),
  order: OrderKey,
})({
  defaults: () => ({
    form: 'plenary',
    purpose: '',
    question: '',
    method: '',
    lead: '',
    duration: 60,
    fixedStart: null,
    track: 0,
    room: null,
    languages: [],
    everyone: true,
    participants: [],
    delegations: [],
    speakers: [],
    materials: '',
    interpreter: '',
    recordKeeping: 'none',
  }),
  kinds: {
    texts: ['purpose', 'question', 'method', 'materials'],
    sets: ['languages', 'participants', 'delegations', 'speakers'],
  },
  links: {
    day: { to: 'agendaDay', onRemove: 'remove' },
    room: { to: 'room', onRemove: 'clear' },
    participants: { to: 'participant', onRemove: 'clear' },
    delegations: { to: 'actor', onRemove: 'clear' },
    speakers: { to: 'participant', onRemove: 'clear' },
  },
  migrations: [{ to: 2, up: (block) => ({ ...block, speakers: [] }) }],
});
