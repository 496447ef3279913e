import type { RecordName } from '../records/index.ts';
import type { Heirs } from './heirs.ts';
import { linksTo } from './roots.ts';

interface AnyRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

const linksToActors: ReadonlyMap<RecordName, readonly string[]> = new Map(
  [...Map.groupBy(linksTo('actor'), ({ name }) => name)].map(([name, links]) => [
    name,
    links.map(({ field }) => field),
  ]),
);

/** Types of record that name actors. */
export const namingActors: readonly RecordName[] = [...linksToActors.keys()];

/**
 * A record as it reads now that some actors stand for others. What is stored stays as it is, so that
 * whoever parts two actors again finds each link where it was.
 * @returns the same object where nothing leads elsewhere; null for a tie between two that are one now
 */
export function ledToHeirs(name: RecordName, record: AnyRecord, heirs: Heirs): AnyRecord | null {
  const fields = linksToActors.get(name);
  if (!fields || heirs.size === 0) return record;
  const led: Record<string, unknown> = {};
  for (const field of fields) {
    const value = ledValue(record[field], heirs);
    if (value !== record[field]) led[field] = value;
  }
  if (Object.keys(led).length === 0) return record;
  const read: AnyRecord = { ...record, ...led };
  if (name === 'tie') return read.from === read.to && record.from !== record.to ? null : read;
  // Nobody is part of themselves.
  return name === 'actor' && read.within === read.id ? { ...read, within: null } : read;
}

function ledValue(value: unknown, heirs: Heirs): unknown {
  if (typeof value === 'string') return heirs.get(value) ?? value;
  if (Array.isArray(value)) {
    const ids = value.map(String);
    return ids.some((id) => heirs.has(id)) ? ledSet(ids, heirs) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return entries.some(([id]) => heirs.has(id)) ? ledKeys(entries, heirs) : value;
}

const ledSet = (ids: readonly string[], heirs: Heirs): readonly string[] =>
  [...new Set(ids.map((id) => heirs.get(id) ?? id))].sort();

/**
 * What was counted for two that are one now, such as seats, is counted for it together. Of what was said
 * in words its own holds, or else that of the one whose id sorts first: the same for every replica.
 */
function ledKeys(entries: readonly (readonly [string, unknown])[], heirs: Heirs) {
  const led: Record<string, unknown> = {};
  const [own, others] = [
    entries.filter(([id]) => !heirs.has(id)),
    entries.filter(([id]) => heirs.has(id)),
  ];
  for (const [key, value] of [...own, ...others.toSorted(([a], [b]) => (a < b ? -1 : 1))]) {
    const id = heirs.get(key) ?? key;
    const before = led[id];
    if (typeof before === 'number' && typeof value === 'number') led[id] = before + value;
    else led[id] = before ?? value;
  }
  return led;
}
