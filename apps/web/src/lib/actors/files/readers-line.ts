import type { SpaceLedger } from '#lib/ledger/space-ledger.svelte.ts';
import { m } from '#lib/paraglide/messages.js';

/** Whose readings of these actors the space holds; who is not named is only counted. */
export function readersLine(ledger: SpaceLedger | null, actors: ReadonlySet<string>): string {
  const readings = [...actors].flatMap((actor) => ledger?.assessmentsOf(actor) ?? []);
  const named = new Set(readings.flatMap(({ by }) => (by ? [by.name] : [])));
  const unnamed = readings.filter(({ by }) => by === null).length;
  const names = [...named, ...(unnamed > 0 ? [m.files_picture_unnamed({ count: unnamed })] : [])];
  return names.length === 0
    ? m.files_picture_no_readings()
    : m.files_picture_readings({ names: names.join(', ') });
}
