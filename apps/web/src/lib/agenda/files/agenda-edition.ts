import type { AgendaBlock, AgendaDay, BlockTimes, DayTimes } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { dateInFull, dayInWords, languagesInWords, timeOf } from '../agenda-words.ts';
import { formWords } from '../form-words.ts';
import type { OwnColumn } from '../own-columns.ts';
import { recordKeepingWords } from '../record-keeping-words.ts';

/** For whom an agenda is written down: those who run it, or everybody in the room. */
export const editions = ['facilitators', 'participants'] as const;
export type Edition = (typeof editions)[number];

/** What an agenda is written down from. */
export interface AgendaSource {
  readonly days: readonly AgendaDay[];
  readonly times: readonly DayTimes[];
  readonly blockOf: (id: string) => AgendaBlock | undefined;
  /** Empty where the block has no room. */
  readonly roomOf: (block: AgendaBlock) => string;
  /** Whom the block is for, by pseudonyms and names of delegations. */
  readonly whoIn: (block: AgendaBlock) => string;
  readonly ownColumns: readonly OwnColumn[];
}

/** A block of an edition, with when it is. */
export interface EditionBlock {
  readonly block: AgendaBlock;
  readonly times: BlockTimes;
  readonly day: EditionDay;
}

export interface EditionDay {
  readonly id: string;
  /** `Day 1: Seeing`. */
  readonly title: string;
  /** `YYYY-MM-DD`, on the clocks of `timeZone`. */
  readonly date: string;
  readonly timeZone: string;
  readonly blocks: readonly Omit<EditionBlock, 'day'>[];
}

/** A fact about a block. */
export interface EditionColumn {
  readonly id: string;
  readonly label: () => string;
  readonly of: (block: EditionBlock, source: AgendaSource) => string;
}

type Column = EditionColumn & {
  /** Whether only those who run the agenda have it. */
  readonly isPrivate?: boolean;
};

const columns: readonly Column[] = [
  { id: 'date', label: m.agenda_file_date, of: ({ day }) => day.date },
  { id: 'day', label: m.agenda_file_day, of: ({ day }) => day.title },
  {
    id: 'start',
    label: m.agenda_file_start,
    of: ({ times, day }) => timeOf(times.startsAt, day.timeZone),
  },
  {
    id: 'end',
    label: m.agenda_file_end,
    of: ({ times, day }) => timeOf(times.endsAt, day.timeZone),
  },
  { id: 'minutes', label: m.agenda_duration, of: ({ block }) => String(block.duration) },
  {
    ...{ id: 'buffer', label: m.agenda_buffer_after, isPrivate: true },
    of: ({ block }) => (block.buffer === 0 ? '' : String(block.buffer)),
  },
  {
    ...{ id: 'track', label: m.agenda_file_track, isPrivate: true },
    of: ({ block }) => (block.track === 0 ? '' : String(block.track)),
  },
  { id: 'title', label: m.agenda_title, of: ({ block }) => block.title },
  { id: 'form', label: m.agenda_form, of: ({ block }) => formWords[block.form]() },
  { id: 'question', label: m.agenda_question, of: ({ block }) => block.question },
  { id: 'purpose', label: m.agenda_purpose, of: ({ block }) => block.purpose, isPrivate: true },
  { id: 'method', label: m.agenda_method, of: ({ block }) => block.method, isPrivate: true },
  { id: 'lead', label: m.agenda_lead, of: ({ block }) => block.lead },
  {
    ...{ id: 'noteTaker', label: m.agenda_note_taker, isPrivate: true },
    of: ({ block }) => block.noteTaker,
  },
  { id: 'room', label: m.agenda_room, of: ({ block }, { roomOf }) => roomOf(block) },
  {
    id: 'languages',
    label: m.agenda_languages,
    of: ({ block }) => languagesInWords(block.languages),
  },
  {
    id: 'interpreter',
    label: m.agenda_interpreter,
    of: ({ block }) => block.interpreter,
    isPrivate: true,
  },
  {
    ...{ id: 'languagePairs', label: m.agenda_pairs, isPrivate: true },
    of: ({ block }) => block.languagePairs.join('; '),
  },
  { id: 'who', label: m.agenda_who, of: ({ block }, { whoIn }) => whoIn(block), isPrivate: true },
  {
    id: 'materials',
    label: m.agenda_materials,
    of: ({ block }) => block.materials,
    isPrivate: true,
  },
  {
    id: 'record',
    label: m.agenda_record,
    of: ({ block }) => recordKeepingWords[block.recordKeeping](),
  },
];

/** The facts that an edition tells of each block; of the team's own columns those that are meant for it. */
export function columnsOf(
  edition: Edition,
  { ownColumns }: Pick<AgendaSource, 'ownColumns'>,
): readonly EditionColumn[] {
  const own = ownColumns.map(({ id, label, shared }) => ({
    ...{ id: `own:${id}`, label: () => label, isPrivate: !shared },
    of: ({ block }: EditionBlock) => block.ownColumns[id] ?? '',
  }));
  return [...columns, ...own].filter(
    ({ isPrivate = false }) => edition === 'facilitators' || !isPrivate,
  );
}

/** The days of an edition; what the team does by itself is not in that of the participants. */
export function daysOf(edition: Edition, source: AgendaSource): readonly EditionDay[] {
  const known = new Map(source.days.map((day) => [day.id, day]));
  return source.times.map(({ day: id, date, timeZone, blocks }) => {
    const number = dayInWords(source.days, id);
    const title = known.get(id)?.title ?? '';
    return {
      ...{ id, date, timeZone },
      title: title === '' ? number : m.agenda_file_day_title({ number, title }),
      blocks: blocks.flatMap((times) => {
        const block = source.blockOf(times.block);
        const isShown = edition === 'facilitators' || block?.form !== 'preparation';
        return block && isShown ? [{ block, times }] : [];
      }),
    };
  });
}

/** `Day 1: Seeing · Tuesday 24 November 2026`. */
export const headingOf = ({ title, date }: EditionDay): string => `${title} · ${dateInFull(date)}`;
