import { actorType, type Actor, type ActorKind } from '@parley/model';
import * as v from 'valibot';
import { isUnknown } from '../value-words.ts';
import type { MapCells } from './map-cells.ts';
import type { actorTargets } from './map-columns.ts';
import { mapWords } from './map-words.ts';

export type ActorValues = Partial<Omit<Actor, 'id' | 'order' | 'within'>>;

/** What a row says of an actor; a field that it says nothing of is not there. */
export interface ActorRow {
  /** As the file has it; empty where it has none. */
  readonly id: string;
  readonly name: string;
  /** The word that the file has for its kind. */
  readonly type: string;
  /** What it calls the actor that this one is part of; empty where it does not say. */
  readonly within: string;
  readonly values: ActorValues;
}

type Cells = MapCells<(typeof actorTargets)[number]>;

export function readActor(cells: Cells): ActorRow {
  const type = cells.line('type');
  const id = cells.line('id');
  const name = fitting(cells, 'name', cells.line('name')) ?? '';
  const kind = closed(cells, 'kind') ?? mapWords.kind(cells.chosen('type') ?? type);
  const fields = {
    ...cells.own(),
    ...(keepsWord(type, kind) ? { Type: type.slice(0, 4_000) } : {}),
    ...(id === '' ? {} : { ID: id.slice(0, 4_000) }),
  };
  const said = {
    name: name === '' ? null : name,
    kind,
    pseudonym: fitting(cells, 'pseudonym', cells.line('pseudonym')),
    role: closed(cells, 'role'),
    level: closed(cells, 'level'),
    track: closed(cells, 'track'),
    expression: closed(cells, 'expression'),
    affiliation: closed(cells, 'affiliation'),
    sector: fitting(cells, 'sector', sectorOf(cells)),
    interests: fitting(cells, 'interests', cells.text('interests')),
    positions: fitting(cells, 'positions', cells.text('positions')),
    needs: fitting(cells, 'needs', cells.text('needs')),
    alternative: fitting(cells, 'alternative', cells.text('alternative')),
    followers: fitting(cells, 'followers', cells.text('followers')),
    notes: fitting(cells, 'notes', cells.text('notes')),
    at: placeOf(cells),
  };
  const stated = Object.entries(said).filter(([, value]) => value !== null);
  // Every entry has the name and the type of its field, as `said` is built of both.
  const values = Object.fromEntries(stated) as ActorValues;
  return {
    id,
    name,
    type,
    within: isUnknown(cells.line('within')) ? '' : cells.line('within'),
    values: Object.keys(fields).length > 0 ? { ...values, fields } : values,
  };
}

/** A word that says more than the kind that it stands for is kept beside it. */
const keepsWord = (type: string, kind: ActorKind | null): boolean => type !== '' && type !== kind;

type Texts = 'pseudonym' | 'sector' | 'interests' | 'positions' | 'needs' | 'alternative';

/** A text that the field takes; null where the row says nothing, or more than the field takes. */
function fitting(
  cells: Cells,
  field: Texts | 'name' | 'followers' | 'notes',
  text: string,
): string | null {
  if (text === '') return null;
  if (v.is(actorType.schema.entries[field], text)) return text;
  cells.remark('too-long', field, text);
  return null;
}

/** One of our sectors, or a word of the file's own: which may be just what somebody wants to keep. */
function sectorOf(cells: Cells): string {
  const word = cells.line('sector');
  const chosen = cells.chosen('sector');
  return chosen === '' ? word : (chosen ?? mapWords.sector(word) ?? word);
}

/** One value of a closed list; null where the row does not say, or nobody understands it. */
function closed<Field extends 'kind' | 'role' | 'level' | 'track' | 'expression' | 'affiliation'>(
  cells: Cells,
  field: Field,
): ReturnType<(typeof mapWords)[Field]> | null {
  const cell = cells.chosen(field) ?? cells.line(field);
  if (isUnknown(cell)) return null;
  // The reader of a field returns values of this field: TypeScript does not follow that by itself.
  const value = mapWords[field](cell) as ReturnType<(typeof mapWords)[Field]> | null;
  if (value === null) cells.remark('not-understood', field, cell);
  return value;
}

function placeOf(cells: Cells): { x: number; y: number } | null {
  const [x, y] = [cells.line('x'), cells.line('y')];
  if (x === '' || y === '') return null;
  const at = { x: Number(x.replace(',', '.')), y: Number(y.replace(',', '.')) };
  if (v.is(actorType.schema.entries.at, at)) return at;
  cells.remark('not-understood', 'x', `${x}, ${y}`);
  return null;
}
