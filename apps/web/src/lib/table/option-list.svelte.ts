import { hasWords, searchTextOfWords } from './cell-value.ts';
import type { Option } from './column.ts';

export interface OptionListSource {
  readonly options: () => readonly Option[];
  /** What is typed to find an option. */
  readonly typed: () => string;
  readonly picked: () => readonly string[];
  /** Whether a value that is no option can be added. */
  readonly open: boolean;
  /** What is offered besides the options: to leave the cell empty. */
  readonly empty: Option | null;
}

/** The options that match what is typed, and the one that Enter would take. */
export class OptionList {
  readonly #source: OptionListSource;
  #index: number | null = $state(null);

  readonly shown: readonly Option[] = $derived.by(() => {
    const { options, typed, open, empty, picked } = this.#source;
    const words = typed().trim();
    const strangers = picked()
      .filter((value) => !options().some((option) => option.value === value))
      .map((value): Option => ({ value, label: value }));
    const all = [...(empty && words === '' ? [empty] : []), ...options(), ...strangers];
    const found =
      words === '' ? all : all.filter(({ label }) => hasWords(searchTextOfWords(label), words));
    const known = all.some(({ label }) => searchTextOfWords(label) === searchTextOfWords(words));
    return open && words !== '' && !known ? [...found, { value: words, label: words }] : found;
  });

  /** Place of the highlighted option in the list; −1 when the list is empty. */
  readonly index: number = $derived.by(() => {
    if (this.#index !== null) return Math.min(this.#index, this.shown.length - 1);
    const first = this.#source.picked()[0];
    const chosen = this.shown.findIndex(({ value }) => value === first);
    return this.#source.typed() === '' && chosen >= 0 ? chosen : Math.min(0, this.shown.length - 1);
  });

  constructor(source: OptionListSource) {
    this.#source = source;
  }

  get highlighted(): Option | undefined {
    return this.shown[this.index];
  }

  move(by: number) {
    const { length } = this.shown;
    if (length > 0) this.#index = (this.index + by + length) % length;
  }

  /** After typing, the first match is the one that Enter takes. */
  reset() {
    this.#index = null;
  }

  highlight(index: number) {
    this.#index = index;
  }
}
