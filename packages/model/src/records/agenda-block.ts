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
 * one on track 0 waits for the longest of them. Before what follows a block, its buffer is kept free.
 */
export const agendaBlockType = defineRecord('agendaBlock', {
  day: Id,
  form: v.picklist(blockForms),
  title: requiredLine(200),
  purpose: LongText,
  question: LongText,
  method: LongText,
  lead: line(200),
  /** Who writes down what is said. */
  noteTaker: line(200),
  /** Minutes. */
  duration: Count(24 * 60),
  /** Minutes kept free after it before what follows it begins. */
  buffer: Count(24 * 60),
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
  /** From which language into which there is interpretation, `ar>en` each; see `pairOf`. */
  languagePairs: StringSet,
  recordKeeping: v.picklist(recordKeeping),
  /** What it says in columns of the team's own: id of the column (`settings.agendaColumns`) → text. */
  ownColumns: v.record(Id, line(2_000)),
  order: OrderKey,
})({
  defaults: () => ({
    form: 'plenary',
    purpose: '',
    question: '',
    method: '',
    lead: '',
    noteTaker: '',
    duration: 60,
    buffer: 0,
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
    languagePairs: [],
    recordKeeping: 'none',
    ownColumns: {},
  }),
  kinds: {
    texts: ['purpose', 'question', 'method', 'materials'],
    sets: ['languages', 'participants', 'delegations', 'speakers', 'languagePairs'],
    maps: ['ownColumns'],
  },
  links: {
    day: { to: 'agendaDay', onRemove: 'remove' },
    room: { to: 'room', onRemove: 'clear' },
    participants: { to: 'participant', onRemove: 'clear' },
    delegations: { to: 'actor', onRemove: 'clear' },
    speakers: { to: 'participant', onRemove: 'clear' },
  },
  migrations: [
    { to: 2, up: (block) => ({ ...block, speakers: [] }) },
    {
      to: 3,
      up: (block) => ({ ...block, noteTaker: '', buffer: 0, languagePairs: [], ownColumns: {} }),
    },
  ],
});
