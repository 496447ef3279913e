import { directedTieKinds, type Tie, type TieKind } from '@parley/model';
import { changedValues } from './changed-values.ts';
import { MapCells, type MapRemark, type SourceRow } from './map-cells.ts';
import type { ChangedTie, MapContext, MappedSheet, PlannedTie, SkippedMapRow } from './map-plan.ts';
import type { NamedActors } from './named-actors.ts';
import { readTie, type TieRow } from './read-tie.ts';
import { headingsOf, rowsBelow } from './sheet-rows.ts';

/**
 * Plans what becomes of the rows that describe ties.
 * @param ends whom their ends mean
 * @param passed called after each row is read
 */
export function planTies(
  sheets: readonly MappedSheet[],
  context: MapContext,
  ends: NamedActors,
  passed: () => void,
) {
  const there = new TiesThere(context.ties);
  const create: PlannedTie[] = [];
  const change: ChangedTie[] = [];
  const skipped: SkippedMapRow[] = [];
  const remarks: MapRemark[] = [];
  let unchanged = 0;

  const planOne = (at: SourceRow, row: TieRow, from: string, to: string) => {
    const known = there.take(row, from, to);
    if (known === undefined || context.whenThere === 'duplicate') {
      create.push({ at, from, to, values: row.values });
    } else if (context.whenThere === 'skip') {
      skipped.push({ ...at, reason: 'already-there', value: `${row.from} – ${row.to}` });
    } else {
      const patch = changedTie(row, known);
      const moved = known.from !== from || known.to !== to;
      const turned = known.from === to && known.to === from && !directedTieKinds.has(row.kind);
      if (Object.keys(patch).length > 0 || (moved && !turned)) {
        change.push({
          id: known.id,
          at,
          ...(turned ? { from: to, to: from } : { from, to }),
          patch,
        });
      } else unchanged += 1;
    }
  };

  for (const { at, row, notes } of readTies(sheets, context)) {
    passed();
    remarks.push(...notes);
    if (row.from === '' || row.to === '') {
      skipped.push({ ...at, reason: 'no-name', value: row.from + row.to });
      continue;
    }
    const names = ends.namesIn(row.to);
    for (const name of names) {
      const [from, to] = [ends.find(row.from), ends.find(name)];
      if (from.found !== 'one' || to.found !== 'one') {
        const [fault, value] = from.found === 'one' ? [to, name] : [from, row.from];
        const reason = fault.found === 'several' ? 'several-actors' : 'no-such-actor';
        skipped.push({ ...at, reason, value });
      } else if (from.key === to.key) {
        skipped.push({ ...at, reason: 'itself', value: row.from });
      } else {
        // An id that stands for several ties is the id of none.
        const single = names.length === 1 ? row : withoutId(row);
        planOne(at, single, from.key, to.key);
      }
    }
  }
  return { create, change, unchanged, skipped, remarks };
}

function* readTies(sheets: readonly MappedSheet[], { settings, words }: MapContext) {
  for (const { name: sheet, table, mapping } of sheets) {
    if (mapping.holds !== 'ties') continue;
    const { columns, headerRow } = mapping;
    const header = headingsOf(table, headerRow);
    for (const { number, cells } of rowsBelow(table, headerRow)) {
      const read = new MapCells({ sheet, row: number }, cells, columns, header, words?.ties);
      if (read.isEmpty) continue;
      const row = readTie(read, settings.tieLabels);
      yield { at: read.at, row, notes: read.remarks };
    }
  }
}

function withoutId(row: TieRow): TieRow {
  const fields = Object.entries(row.values.fields ?? {}).filter(([field]) => field !== 'ID');
  return { ...row, id: '', values: { ...row.values, fields: Object.fromEntries(fields) } };
}

function changedTie({ id, values }: TieRow, there: Tie) {
  const { fields, ...rest } = values;
  const { ID, ...others } = fields ?? {};
  const own = ID === undefined || id === there.id ? others : { ...others, ID };
  return changedValues({ ...rest, fields: { ...there.fields, ...own } }, there);
}

/**
 * Ties on the map, to be recognised when a file names them again. Several that are alike are told apart
 * by their number: the second of two in the file is the second of two on the map.
 */
class TiesThere {
  readonly #byId = new Map<string, Tie>();
  readonly #alike = new Map<string, Tie[]>();

  constructor(ties: readonly Tie[]) {
    for (const tie of ties) {
      if (tie.fields.ID !== undefined && !this.#byId.has(tie.fields.ID)) {
        this.#byId.set(tie.fields.ID, tie);
      }
      const mark = markOf(tie.kind, tie.from, tie.to, tie);
      this.#alike.set(mark, [...(this.#alike.get(mark) ?? []), tie]);
    }
    for (const tie of ties) this.#byId.set(tie.id, tie);
  }

  take({ id, kind, values }: TieRow, from: string, to: string): Tie | undefined {
    if (id !== '') return this.#byId.get(id);
    return this.#alike.get(markOf(kind, from, to, values))?.shift();
  }
}

function markOf(
  kind: TieKind,
  from: string,
  to: string,
  values: Partial<Pick<Tie, 'since' | 'until' | 'fields'>>,
): string {
  const ends = directedTieKinds.has(kind) || from < to ? [from, to] : [to, from];
  const { since = null, until = null, fields } = values;
  return JSON.stringify([kind, ...ends, since, until, fields?.Label ?? '', fields?.Type ?? '']);
}
