import { columnsInUse, writeParticipantsCsv } from '@parley/exchange';
import { writeDocx } from '@parley/exchange/docx';
import { writeXlsx } from '@parley/exchange/xlsx';
import type { Participant } from '@parley/model';
import { day } from '#lib/frame/dates.ts';
import { m } from '#lib/paraglide/messages.js';
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
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Makes the file of a list. CSV names fields as the model does, the others as the screen does. */
export function listFile(
  format: ListFormat,
  list: ListToExport,
  board: ParticipantsState,
): { readonly name: string; readonly blob: Blob } {
  const content = contentOf(format, list, board);
  return {
    name: `${m.export_file()}.${format}`,
    blob: new Blob([content], { type: types[format] }),
  };
}

function contentOf(
  format: ListFormat,
  { people, columns, ids }: ListToExport,
  board: ParticipantsState,
): string | Uint8Array<ArrayBuffer> {
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
      const rows = listTable(people, columns, { unknown, ids });
      return writeXlsx([{ name: m.participants_title(), rows }]);
    }
    case 'docx': {
      const count = m.participants_count({ count: people.length });
      return writeDocx(
        [
          {
            kind: 'paragraph',
            isHeading: true,
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
