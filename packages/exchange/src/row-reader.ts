import { participantType, type Participant } from '@parley/model';
import * as v from 'valibot';
import type { ActorNames } from './actor-names.ts';
import { daysAfter } from './days-cell.ts';
import { foldTerm } from './fold.ts';
import { ownValueOf } from './own-values.ts';
import type {
  ColumnSettings,
  ColumnTarget,
  ParticipantColumn,
  ParticipantField,
  ValueMeanings,
} from './participant-columns.ts';
import type { TableRow } from './read-table.ts';
import { isNone, isUnknown, valueReaders } from './value-words.ts';

/**
 * A cell that could not be taken over as it is:
 * - `not-understood`: not a value that the field has; the field is left as not known (P2);
 * - `no-such-actor`, `several-actors`: the map has no actor of this name, or more than one; a
 *   delegation's name is kept as `party` where the row has no other;
 * - `too-long`: longer than a record holds; left out.
 */
export interface Remark {
  /** Counted from 1, as a spreadsheet does. */
  readonly row: number;
  readonly reason: 'not-understood' | 'no-such-actor' | 'several-actors' | 'too-long';
  readonly field: ParticipantColumn;
  readonly value: string;
}

type Readers = typeof valueReaders;
type ValueOf<Field extends keyof Readers> = NonNullable<ReturnType<Readers[Field]>>;

/** Reads the cells of one row by what their columns stand for, and notes what it could not take over. */
export class RowReader {
  readonly #row: number;
  readonly #cells = new Map<ColumnTarget, string>();
  readonly #remarks: Remark[] = [];
  readonly #meanings: ValueMeanings;

  constructor(
    { number, cells }: TableRow,
    targets: readonly ColumnTarget[],
    meanings: ValueMeanings = new Map(),
  ) {
    this.#row = number;
    this.#meanings = meanings;
    targets.forEach((target, index) => {
      if (!this.#cells.has(target)) this.#cells.set(target, cells[index] ?? '');
    });
  }

  get remarks(): readonly Remark[] {
    return this.#remarks;
  }

  /** A text without line breaks, of any length. */
  line(target: ColumnTarget): string {
    return this.#cell(target)
      .replace(/\p{Cc}+/gu, ' ')
      .trim();
  }

  /** A text without line breaks that the field takes; empty when it is too long. */
  fittingLine(field: 'party' | 'region' | 'sector' | 'nominatedBy'): string {
    return this.#fitting(field, this.line(field));
  }

  /** A long text, as it is written. */
  text(field: 'accessNeeds' | 'constraints' | 'notes'): string {
    const cell = this.#cell(field);
    return this.#fitting(field, cell.trim() === '' ? '' : cell);
  }

  /** One value of a closed list; null when it is not known or not understood. */
  value<Field extends keyof Readers>(field: Field): ValueOf<Field> | null {
    return this.#valueOf(field, this.#cell(field));
  }

  /** Several values of a closed list, sorted. */
  values<Field extends keyof Readers>(field: Field): ValueOf<Field>[] {
    return sortedSet(
      itemsOf(this.#cell(field)).flatMap((item) => this.#valueOf(field, item) ?? []),
    );
  }

  /** Several short texts, sorted. */
  set(field: 'languages' | 'interpretation'): string[] {
    return sortedSet(
      itemsOf(this.#cell(field)).filter((item) => {
        const fits = v.is(participantType.schema.entries[field], [item]);
        if (!fits) this.#remark('too-long', field, item);
        return fits;
      }),
    );
  }

  /** What is said of days, the later word on a day before the earlier one. */
  days(field: 'availability'): Participant['availability'] {
    return itemsOf(this.#cell(field)).reduce<Participant['availability']>((days, item) => {
      const after = daysAfter(days, item);
      if (after !== null && v.is(participantType.schema.entries[field], after)) return after;
      this.#remark('not-understood', field, item);
      return days;
    }, {});
  }

  /** The actor that a cell names, and the name itself; empty when the cell says nothing. */
  actor(field: 'actor' | 'delegation', names: ActorNames) {
    const name = this.line(field);
    if (isUnknown(name)) return { id: null, name: '' };
    const actor = names.find(name);
    if (actor.found === 'one') return { id: actor.id, name };
    this.#remark(actor.found === 'none' ? 'no-such-actor' : 'several-actors', field, name);
    return { id: null, name };
  }

  /** The value id of an attribute of the process's own; cells may hold the id or the label. */
  ownValue(id: string, { attributes }: ColumnSettings): string | null {
    const written = this.line(`custom:${id}`);
    const cell = this.#meant(`custom:${id}`, written) ?? written;
    const value = ownValueOf(attributes[id]?.values ?? {}, cell);
    if (value !== null) return value;
    if (!isUnknown(cell)) this.#remark('not-understood', `custom:${id}`, cell);
    return null;
  }

  #valueOf<Field extends keyof Readers>(field: Field, written: string): ValueOf<Field> | null {
    const cell = this.#meant(field, written) ?? written;
    if (isUnknown(cell)) return null;
    // The reader of a field returns values of this field: TypeScript does not follow that by itself.
    const value = valueReaders[field](cell) as ValueOf<Field> | null;
    if (value === null) this.#remark('not-understood', field, cell);
    return value;
  }

  /** What somebody said that a cell means; undefined where they said nothing of it. */
  #meant(column: ParticipantColumn, cell: string): string | undefined {
    return this.#meanings.get(column)?.get(foldTerm(cell));
  }

  #fitting(field: ParticipantField, text: string): string {
    if (v.is(participantType.schema.entries[field], text)) return text;
    this.#remark('too-long', field, text);
    return '';
  }

  #cell(target: ColumnTarget): string {
    return this.#cells.get(target) ?? '';
  }

  #remark(reason: Remark['reason'], field: ParticipantColumn, value: string) {
    this.#remarks.push({ row: this.#row, reason, field, value });
  }
}

/** The items of a cell that holds several: set apart by semicolons, commas, bars or line breaks. */
function itemsOf(cell: string): string[] {
  if (isNone(cell)) return [];
  return cell
    .split(/[;,|\n]/)
    .map((item) => item.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((item) => item !== '');
}

function sortedSet<Item extends string>(items: readonly Item[]): Item[] {
  return [...new Set(items)].sort();
}
