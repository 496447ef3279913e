/// <reference lib="webworker" />
import { planMapImport } from '@parley/exchange/map';
import { tablesOf, type NamedTable } from '#lib/table/tables-of.ts';
import { toRead, type FilesOrder, type FilesReport, type ReadOutcome } from './map-files.ts';

/** Rows between two words of how far it is. */
const stride = 250;

let tables: readonly NamedTable[] = [];

const tell = (report: FilesReport): void => self.postMessage(report);

async function read(files: readonly File[]): Promise<ReadOutcome> {
  const found: NamedTable[] = [];
  for (const [done, file] of files.entries()) {
    tell({ tells: 'progress', progress: { done, total: files.length } });
    const outcome = await tablesOf(file);
    if ('reason' in outcome) return { ok: false, refused: outcome };
    found.push(...outcome);
  }
  tables = found;
  return { ok: true, sheets: found.map((table) => toRead(table, found.length === 1)) };
}

function plan({ mappings, context }: Extract<FilesOrder, { ask: 'plan' }>) {
  const sheets = tables.flatMap((table, at) => {
    const mapping = mappings[at];
    return mapping && mapping.holds !== 'nothing' ? [{ ...table, mapping }] : [];
  });
  const total = sheets.reduce((sum, { table }) => sum + table.rows.length, 0);
  let done = 0;
  return planMapImport(sheets, context, () => {
    done += 1;
    if (done % stride === 0) tell({ tells: 'progress', progress: { done, total } });
  });
}

// One order after the other; whoever wants none of it any more ends the worker.
self.onmessage = async ({ data }: MessageEvent<FilesOrder>) => {
  if (data.ask === 'plan') {
    tell({ tells: 'plan', plan: plan(data) });
    return;
  }
  const outcome = await read(data.files).catch((): ReadOutcome => ({
    ok: false,
    refused: { reason: 'unreadable' },
  }));
  tell({ tells: 'read', outcome });
};
