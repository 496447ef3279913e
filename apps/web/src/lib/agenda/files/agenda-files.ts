import { writeCsv } from '@parley/exchange';
import { m } from '#lib/paraglide/messages.js';
import { docxType } from '#lib/ui/file-types.ts';
import type { AgendaState } from '../agenda-state.svelte.ts';
import { placeOfZone, spanOf } from '../agenda-words.ts';
import { ownColumnsOf } from '../own-columns.ts';
import { whoByName } from '../who-by-name.ts';
import {
  columnsOf,
  daysOf,
  headingOf,
  type AgendaSource,
  type Edition,
  type EditionBlock,
  type EditionColumn,
  type EditionDay,
} from './agenda-edition.ts';

export const agendaFormats = ['docx', 'ics', 'xlsx', 'csv'] as const;
export type AgendaFormat = (typeof agendaFormats)[number];

const types: Readonly<Record<AgendaFormat, string>> = {
  docx: docxType,
  ics: 'text/calendar;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

/** The agenda as it is written, without the drag under way. */
function sourceOf(agenda: AgendaState): AgendaSource {
  const { live } = agenda.space;
  const blocks = new Map(agenda.settled.blocks.map((block) => [block.id, block]));
  return {
    days: agenda.days,
    times: agenda.settled.days,
    blockOf: (id) => blocks.get(id),
    roomOf: ({ room }) => (room === null ? '' : (live.get('room', room)?.name ?? '')),
    whoIn: (block) => whoByName(agenda.space, block),
    ownColumns: ownColumnsOf(agenda.space.settings),
  };
}

/**
 * Makes a file of an agenda.
 * @throws Error where what writes it cannot be fetched
 */
export async function agendaFile(
  format: AgendaFormat,
  edition: Edition,
  agenda: AgendaState,
): Promise<{ readonly name: string; readonly blob: Blob }> {
  const content = await contentOf(format, edition, agenda);
  return {
    name: `${m.agenda_file_name()}.${format}`,
    blob: new Blob([content], { type: types[format] }),
  };
}

async function contentOf(
  format: AgendaFormat,
  edition: Edition,
  agenda: AgendaState,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const source = sourceOf(agenda);
  const { process } = agenda.space.place;
  switch (format) {
    case 'csv':
      return writeCsv(...tableOf(edition, source));
    case 'xlsx': {
      const { writeXlsx } = await import('@parley/exchange/xlsx');
      const [header, rows] = tableOf(edition, source);
      return writeXlsx([{ name: m.board_agenda(), rows: [header, ...rows] }]);
    }
    case 'ics': {
      const { writeIcs } = await import('@parley/exchange/ics');
      return writeIcs(process.title, entriesOf(edition, source, process.id), Date.now());
    }
    case 'docx': {
      const { writeDocx } = await import('@parley/exchange/docx');
      return writeDocx(runOfShow(edition, source, process.title), {
        isLandscape: edition === 'facilitators',
        footer: { text: process.title, isNumbered: true },
      });
    }
  }
}

const linesOf = (edition: Edition, source: AgendaSource): readonly EditionBlock[] =>
  daysOf(edition, source).flatMap((day) => day.blocks.map((one) => ({ ...one, day })));

/** A row for each block under the names of the columns. */
export function tableOf(
  edition: Edition,
  source: AgendaSource,
): readonly [header: readonly string[], rows: readonly (readonly string[])[]] {
  const columns = columnsOf(edition, source);
  return [
    columns.map(({ label }) => label()),
    linesOf(edition, source).map((line) => columns.map(({ of }) => of(line, source))),
  ];
}

/** An event for each block; by the ids of process and block a calendar knows it again. */
export function entriesOf(edition: Edition, source: AgendaSource, processId: string) {
  const told = columnsOf(edition, source).filter(isInText);
  return linesOf(edition, source).map((line) => ({
    uid: `${line.block.id}@${processId}`,
    startsAt: line.times.startsAt,
    endsAt: line.times.endsAt,
    title: line.block.title,
    place: source.roomOf(line.block),
    text: factsOf(told, line, source).join('\n'),
  }));
}

/** What has no place of its own in a calendar or in the columns of a printed day. */
const inText: ReadonlySet<string> = new Set([
  ...['question', 'purpose', 'method', 'lead', 'noteTaker', 'languages', 'interpreter'],
  ...['languagePairs', 'who', 'materials', 'buffer'],
]);
const isInText = ({ id }: EditionColumn): boolean => inText.has(id) || id.startsWith('own:');

/** `Question: What did the lake look like?`, each fact that is there. */
function factsOf(
  columns: ReturnType<typeof columnsOf>,
  line: EditionBlock,
  source: AgendaSource,
): readonly string[] {
  return columns.flatMap(({ id, label, of }) => {
    // That everybody is there goes without saying.
    if (id === 'who' && line.block.everyone) return [];
    const text = of(line, source).trim();
    return text === '' ? [] : [m.agenda_file_fact({ label: label(), text })];
  });
}

/** A document of the agenda: a table for each day, what is asked and how under each title. */
export function runOfShow(edition: Edition, source: AgendaSource, process: string) {
  const inTable = new Set(['lead', 'languages']);
  const told = columnsOf(edition, source).filter(
    (column) => isInText(column) && !inTable.has(column.id),
  );
  const cells = ({ day, ...one }: EditionBlock) => {
    const facts = factsOf(told, { ...one, day }, source);
    return [
      spanOf(one.times, day.timeZone),
      [{ text: one.block.title, isBold: true }, ...facts.map((text) => ({ text: `\n${text}` }))],
      source.roomOf(one.block),
      one.block.lead,
    ];
  };
  const table = (day: EditionDay) => ({
    kind: 'table' as const,
    rows: [
      [m.agenda_time(), m.agenda_title(), m.agenda_room(), m.agenda_lead()],
      ...day.blocks.map((one) => cells({ ...one, day })),
    ],
    widths: [3, 10, 3, 3],
  });
  const title = edition === 'facilitators' ? m.agenda_file_for_team() : m.agenda_file_for_all();
  return [
    { kind: 'paragraph' as const, heading: 1 as const, texts: [{ text: process }] },
    { kind: 'paragraph' as const, texts: [{ text: title }] },
    ...daysOf(edition, source).flatMap((day, index) => [
      {
        kind: 'paragraph' as const,
        heading: 2 as const,
        onNewPage: index > 0,
        texts: [{ text: headingOf(day) }],
      },
      {
        kind: 'paragraph' as const,
        texts: [{ text: m.agenda_zone_time({ place: placeOfZone(day.timeZone) }) }],
      },
      table(day),
    ]),
  ];
}
