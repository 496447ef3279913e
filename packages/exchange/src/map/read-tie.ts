import { directedTieKinds, tieType, type Tie, type TieKind } from '@parley/model';
import * as v from 'valibot';
import { isUnknown } from '../value-words.ts';
import type { MapCells } from './map-cells.ts';
import type { tieTargets } from './map-columns.ts';
import { mapWords, tieKindOf } from './map-words.ts';

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
  const direction = directionIn(cells);
  const kindCell = cells.line('kind');
  const said = kindOf(cells, kindCell === '' ? 'type' : 'kind', labels);
  const guessed = direction === 'directed' ? 'influence' : 'close';
  const kind = said ?? guessed;
  if (said === null && type + kindCell !== '') {
    cells.remark('kind-guessed', 'type', kindCell === '' ? type : kindCell);
  }
  const strength = strengthOf(cells.chosen('strength') ?? cells.line('strength'));
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

/** The kind that a cell names: as somebody said, else as the process or we call it. */
function kindOf(
  cells: Cells,
  field: 'type' | 'kind',
  labels: Readonly<Record<string, string>>,
): TieKind | null {
  const chosen = cells.chosen(field);
  // A choice is a kind by its own name, whatever the process calls it.
  return chosen === null ? tieKindOf(cells.line(field), labels) : mapWords.tieKind(chosen);
}

/** One of Kumu's words, or what the file has instead. */
function directionIn(cells: Cells): string {
  const word = cells.line('direction');
  const chosen = cells.chosen('direction');
  return chosen === '' ? word : (mapWords.direction(chosen ?? word) ?? word);
}

const numbers = { '1': 1, '2': 2, '3': 3 } as const;

function strengthOf(cell: string): 1 | 2 | 3 | null {
  const strength = mapWords.strength(cell);
  return strength === null ? null : numbers[strength];
}

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
