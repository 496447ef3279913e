import { columnsInUse, writeParticipantsCsv } from '@parley/exchange';
import { writeXlsx } from '@parley/exchange/xlsx';
import type { Participant } from '@parley/model';
import { day } from '#lib/frame/dates.ts';
import { m } from '#lib/paraglide/messages.js';
import { docxType } from '#lib/ui/file-types.ts';
import type { PersonColumn } from '../column-makers.ts';
import type { ParticipantsState } from '../participants-state.svelte.ts';
import { listTable } from './list-table.ts';

export const listFormats = ['csv', 'xlsx', 'docx'] as const;
export type ListFormat = (typeof listFormats)[number];

export interface ListToExport {
  readonly people: readonly Participant[];
  readonly columns: readonly PersonColumn[];
  /** Whether ids stand in it, so that it can be brought back to the same people; never in a document. */
  readonly ids: boolean;
}

const types: Readonly<Record<ListFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: docxType,
};

/**
 * Makes the file of a list. CSV names fields as the model does, the others as the screen does.
 * @throws Error where what writes a document cannot be fetched
 */
export async function listFile(
  format: ListFormat,
  list: ListToExport,
  board: ParticipantsState,
): Promise<{ readonly name: string; readonly blob: Blob }> {
  const content = await contentOf(format, list, board);
  return {
    name: `${m.export_file()}.${format}`,
    blob: new Blob([content], { type: types[format] }),
  };
}

async function contentOf(
  format: ListFormat,
  { people, columns, ids }: ListToExport,
  board: ParticipantsState,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const { settings, place } = board.session;
  const unknown = m.export_unknown();
  switch (format) {
    case 'csv': {
      const wanted = new Set(columns.map(({ id }) => id));
      const used = columnsInUse(settings).filter((column) => wanted.has(column));
      return writeParticipantsCsv(people, {
        ...{ settings, actors: board.actors, columns: used, ids },
      });
    }
    case 'xlsx': {
      const rows = listTable(people, columns, { unknown, ids, daysAsDates: true });
      return writeXlsx([{ name: m.participants_title(), rows }]);
    }
    case 'docx': {
      const { writeDocx } = await import('@parley/exchange/docx');
      const count = m.participants_count({ count: people.length });
      return writeDocx(
        [
          {
            kind: 'paragraph',
            heading: 1,
            texts: [{ text: `${m.participants_title()} · ${place.process.title}` }],
          },
          { kind: 'paragraph', texts: [{ text: `${count} · ${day(Date.now())}` }] },
          { kind: 'table', rows: listTable(people, columns, { unknown }) },
        ],
        { isLandscape: true },
      );
    }
  }
}
