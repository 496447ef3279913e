import { columnsInUse, writeParticipantsCsv } from '@parley/exchange';
import type { Participant } from '@parley/model';
import { recordExport } from '#lib/audit/record-export.ts';
import { download } from '#lib/ui/download.ts';
import type { ParticipantsState } from './participants-state.svelte.ts';

/**
 * Hands the list to the browser as a CSV file, and tells the space's trail.
 * @param shown the rows and columns as the table shows them, or everybody with every field in use
 * @returns what the file holds
 */
export function exportCsv(
  state: ParticipantsState,
  shown: boolean,
  fileName: string,
): { readonly people: number; readonly names: boolean } {
  const { settings, place } = state.session;
  const used = columnsInUse(settings);
  const visible = state.table.visibleColumns.map(({ id }) => id);
  const columns = shown
    ? visible.flatMap((id) => used.find((column) => column === id) ?? [])
    : [...used];
  const people: readonly Participant[] = shown ? state.table.rows : state.people;
  const text = writeParticipantsCsv(people, {
    ...{ settings, actors: state.actors, columns },
    // Everybody with everything: filled in elsewhere, it can come back to the same people.
    ids: !shown,
  });
  download(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName);
  void recordExport(place.space.id, 'participants');
  return { people: people.length, names: columns.includes('name') };
}
