import { directedTieKinds, tieType, type Tie, type TieKind } from '@parley/model';
import * as v from 'valibot';
import { foldTerm } from '../fold.ts';
import { isUnknown } from '../value-words.ts';
import type { MapCells } from './map-cells.ts';
import type { tieTargets } from './map-columns.ts';
import { tieKindOf } from './map-words.ts';

export type TieValues = Partial<Omit<Tie, 'id' | 'from' | 'to'>>;

/** What a row says of one or more ties; `to` may name several actors. */
export interface TieRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly values: TieValues;
}

type Cells = MapCells<(typeof tieTargets)[number]>;

/** @param labels kind → what the legend of this process calls it */
export function readTie(cells: Cells, labels: Readonly<Record<string, string>>): TieRow {
  const type = cells.line('type');
  const direction = cells.line('direction');
  const kindCell = cells.line('kind');
  const said = kindCell === '' ? tieKindOf(type, labels) : tieKindOf(kindCell, labels);
  const guessed = foldTerm(direction) === 'directed' ? 'influence' : 'close';
  const kind = said ?? guessed;
  if (said === null && type + kindCell !== '') {
    cells.remark('kind-guessed', 'type', kindCell === '' ? type : kindCell);
  }
  const strength = strengthOf(cells.line('strength'));
  const fields = {
    ...cells.own(),
    ...kept('Type', type === kind ? '' : type),
    ...kept('Direction', direction === directionOf(kind) ? '' : direction),
    ...kept('Label', cells.text('label')),
    ...kept(
      'Strength',
      strength === null && !isUnknown(cells.line('strength')) ? cells.line('strength') : '',
    ),
    ...kept('ID', cells.line('id')),
  };
  const stated = Object.entries({
    kind: type + kindCell + direction === '' ? null : kind,
    strength,
    since: dateOf(cells, 'since'),
    until: dateOf(cells, 'until'),
    note: fitting(cells, 'note', cells.text('note')),
    source: fitting(cells, 'source', cells.line('source')),
    fields: Object.keys(fields).length > 0 ? fields : null,
  }).filter(([, value]) => value !== null);
  return {
    id: cells.line('id'),
    from: cells.line('from'),
    to: cells.line('to'),
    kind,
    // Every entry has the name and the type of its field.
    values: Object.fromEntries(stated),
  };
}

/** What Kumu calls the direction that a kind has by itself. */
export const directionOf = (kind: TieKind): 'directed' | 'undirected' =>
  directedTieKinds.has(kind) ? 'directed' : 'undirected';

const kept = (field: string, cell: string): Record<string, string> =>
  cell === '' ? {} : { [field]: cell.slice(0, 4_000) };

const strengths: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['weak', 1],
  ['medium', 2],
  ['moderate', 2],
  ['strong', 3],
]);

const strengthOf = (cell: string): 1 | 2 | 3 | null => strengths.get(foldTerm(cell)) ?? null;

function dateOf(cells: Cells, field: 'since' | 'until'): string | null {
  const cell = cells.line(field);
  if (isUnknown(cell)) return null;
  if (v.is(tieType.schema.entries[field], cell)) return cell;
  cells.remark('not-understood', field, cell);
  return null;
}

function fitting(cells: Cells, field: 'note' | 'source', text: string): string | null {
  if (text === '') return null;
  if (v.is(tieType.schema.entries[field], text)) return text;
  cells.remark('too-long', field, text);
  return null;
}
