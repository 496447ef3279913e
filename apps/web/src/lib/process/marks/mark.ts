import type { Icon } from '#lib/ui/icon.ts';

/** One of a few words that a cell can hold: said in a word, shown with a mark. */
export interface Mark<Value extends string> {
  readonly value: Value;
  readonly label: () => string;
  readonly icon: Icon;
  /** `empty`: nobody has said anything, which must not look like a quiet yes (P2). */
  readonly tone: 'good' | 'plain' | 'attention' | 'problem' | 'empty';
  /** The key that chooses it where the cell has the focus: the same in every language. */
  readonly key: string;
}
