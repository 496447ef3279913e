import type { Actor } from '@parley/model';
import { foldName, foldTerm } from '../fold.ts';
import { ActorIndex, meantOf, type Found } from './actor-index.ts';
import { changedValues } from './changed-values.ts';
import { MapCells, type MapRemark, type SourceRow } from './map-cells.ts';
import type {
  ChangedActor,
  MapContext,
  MappedSheet,
  PlannedActor,
  RepeatedRow,
  SkippedMapRow,
} from './map-plan.ts';
import type { SaidHolder } from './plan-nesting.ts';
import { readActor, type ActorRow } from './read-actor.ts';
import { headingsOf, rowsBelow } from './sheet-rows.ts';

/** Before it is known who is part of whom. */
export type ActorToCreate = Omit<PlannedActor, 'within'>;

export interface ActorPlan {
  readonly create: readonly ActorToCreate[];
  /** Every actor on the map whom the file may change; the patch is empty where nothing differs. */
  readonly change: readonly Omit<ChangedActor, 'within'>[];
  readonly nested: readonly SaidHolder[];
  readonly skipped: readonly SkippedMapRow[];
  readonly repeated: readonly RepeatedRow[];
  readonly remarks: readonly MapRemark[];
  /** Whom the rows of the file stand for: ties of the same file mean these first. */
  readonly inFile: ActorIndex;
}

interface Described {
  readonly at: SourceRow;
  readonly row: ActorRow;
}

/** Plans what becomes of the rows that describe actors. @param passed called after each row is read */
export function planActors(
  sheets: readonly MappedSheet[],
  context: MapContext,
  passed: () => void,
): ActorPlan {
  const onMap = new ActorIndex(context.actors.map(meantOf));
  const byId = new Map(context.actors.map((actor) => [actor.id, actor]));
  const { described, repeated, remarks } = readActors(sheets, context, passed);
  const inFile = new ActorIndex([]);
  const create: ActorToCreate[] = [];
  const change: Omit<ChangedActor, 'within'>[] = [];
  const nested: SaidHolder[] = [];
  const skipped: SkippedMapRow[] = [];

  for (const { at, row } of described) {
    const found = match(row, onMap);
    const there = found.found === 'one' ? byId.get(found.key) : undefined;
    const adds = there === undefined || context.whenThere === 'duplicate';
    if (found.found === 'several') {
      skipped.push({ ...at, reason: 'several-actors', value: row.name });
      continue;
    }
    if (adds && row.name === '') {
      skipped.push({ ...at, reason: 'no-name', value: row.id });
      continue;
    }
    const key = adds ? `+${create.length}` : there.id;
    inFile.add({
      key,
      ids: row.id === '' ? [] : [row.id],
      name: row.name === '' ? (there?.name ?? '') : row.name,
      types: [row.type],
    });
    if (adds) {
      if (there === undefined && onMap.byName(row.name).found !== 'none' && row.id !== '') {
        remarks.push({ ...at, reason: 'same-name', field: 'name', value: row.name });
      }
      create.push({ key, at, values: row.values });
    } else if (context.whenThere === 'skip') {
      skipped.push({ ...at, reason: 'already-there', value: there.name });
      continue;
    } else {
      change.push({ id: there.id, at, patch: changedActor(row, there) });
    }
    if (row.within !== '') nested.push({ key, at, holder: row.within });
  }
  return { create, change, nested, skipped, repeated, remarks, inFile };
}

/** By id alone where the row has one, as Kumu does; else by name, or by name and type. */
function match(row: ActorRow, onMap: ActorIndex): Found {
  return row.id === '' ? onMap.byName(row.name, row.type) : onMap.byId(row.id);
}

function changedActor({ id, values }: ActorRow, there: Actor) {
  const { fields, ...rest } = values;
  // Under the id of the record itself nothing needs to be kept.
  const { ID, ...others } = fields ?? {};
  const own = ID === undefined || id === there.id ? others : { ...others, ID };
  return changedValues({ ...rest, fields: { ...there.fields, ...own } }, there);
}

/** The actors that the sheets describe, each once: of several rows, the later one holds. */
function readActors(sheets: readonly MappedSheet[], { words }: MapContext, passed: () => void) {
  const described = new Map<string, Described>();
  const repeated: RepeatedRow[] = [];
  const remarks: MapRemark[] = [];
  for (const { name: sheet, table, mapping } of sheets) {
    if (mapping.holds !== 'actors') continue;
    const { columns, headerRow } = mapping;
    const header = headingsOf(table, headerRow);
    for (const { number, cells } of rowsBelow(table, headerRow)) {
      passed();
      const read = new MapCells({ sheet, row: number }, cells, columns, header, words?.actors);
      if (read.isEmpty) continue;
      const row = readActor(read);
      remarks.push(...read.remarks);
      const key = identityOf(row, read.at);
      const before = described.get(key)?.row;
      if (before) repeated.push({ ...read.at, name: row.name });
      described.set(key, { at: read.at, row: before ? merged(before, row) : row });
    }
  }
  return { described: [...described.values()], repeated, remarks };
}

function identityOf({ id, name, type }: ActorRow, at: SourceRow): string {
  if (id !== '') return JSON.stringify(['id', id]);
  // Rows without a name are nobody's: each is reported by itself.
  return name === ''
    ? JSON.stringify([at.sheet, at.row])
    : JSON.stringify(['name', foldName(name), foldTerm(type)]);
}

const merged = (before: ActorRow, after: ActorRow): ActorRow => ({
  id: after.id,
  name: after.name === '' ? before.name : after.name,
  type: after.type === '' ? before.type : after.type,
  within: after.within === '' ? before.within : after.within,
  values: {
    ...before.values,
    ...after.values,
    ...(before.values.fields || after.values.fields
      ? { fields: { ...before.values.fields, ...after.values.fields } }
      : {}),
  },
});
