import { chosenFor, type WordChoices } from './chosen-words.ts';
import { ownField } from './map-columns.ts';

/** Where something stands in a file: the sheet, and the row counted from 1. */
export interface SourceRow {
  readonly sheet: string;
  readonly row: number;
}

/**
 * A cell that was not taken over as it is:
 * - `not-understood`: no value that the field has; it is left as not known (P2);
 * - `too-long`: longer than a record holds; left out;
 * - `kind-guessed`: a type of tie that Parley has no kind for: the word is kept, the kind is a guess;
 * - `no-such-holder`, `several-holders`: nobody, or more than one, is called like the actor that this
 *   one is part of; it stands free, or stays where it is;
 * - `circle`: the actor would become part of itself; the same holds;
 * - `same-name`: somebody of this name is on the map under another id; both are kept apart.
 */
export interface MapRemark extends SourceRow {
  readonly reason:
    | 'not-understood'
    | 'too-long'
    | 'kind-guessed'
    | 'no-such-holder'
    | 'several-holders'
    | 'circle'
    | 'same-name';
  /** A target, or the heading of a column of the file's own. */
  readonly field: string;
  readonly value: string;
}

/** The cells of one row by what their columns stand for. */
export class MapCells<Target extends string> {
  readonly at: SourceRow;
  readonly remarks: MapRemark[] = [];
  readonly #cells = new Map<Target, string>();
  readonly #own: readonly (readonly [field: string, cell: string])[];
  readonly #choices: ReadonlyMap<string, WordChoices> | undefined;

  /**
   * @param header the headings; empty texts where there is none
   * @param choices what somebody said that words of a column mean
   */
  constructor(
    at: SourceRow,
    cells: readonly string[],
    columns: readonly (Target | 'own' | 'ignore')[],
    header: readonly string[],
    choices?: ReadonlyMap<string, WordChoices>,
  ) {
    this.at = at;
    this.#choices = choices;
    const own: [string, string][] = [];
    columns.forEach((target, index) => {
      const cell = cells[index] ?? '';
      if (target === 'ignore' || cell.trim() === '') return;
      if (target === 'own')
        own.push([ownField(header[index] ?? '') || `Column ${index + 1}`, cell]);
      else if (!this.#cells.has(target)) this.#cells.set(target, cell);
    });
    this.#own = own;
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0 && this.#own.length === 0;
  }

  /** A text without line breaks; empty where the row says nothing. */
  line(target: Target): string {
    return (this.#cells.get(target) ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  }

  /** The value that somebody said this cell stands for: empty for none of ours, null if nobody did. */
  chosen(target: Target): string | null {
    return chosenFor(this.#choices?.get(target), this.line(target));
  }

  /** A text as it is written. */
  text(target: Target): string {
    return this.#cells.get(target) ?? '';
  }

  /** What the row says in columns of the file's own, those left out that a record cannot hold. */
  own(): Record<string, string> {
    const fields = this.#own.filter(([field, cell]) => {
      // Of a name that objects have themselves nothing could be kept.
      const fits =
        cell.length <= 4_000 && !['__proto__', 'prototype', 'constructor'].includes(field);
      if (!fits) this.remark('too-long', field, cell);
      return fits;
    });
    return Object.fromEntries(fields);
  }

  remark(reason: MapRemark['reason'], field: string, value: string): void {
    this.remarks.push({ ...this.at, reason, field, value });
  }
}
