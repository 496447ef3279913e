import type { Icon } from './icon.ts';

/** One line of a Menu. */
export type MenuEntry =
  | {
      kind?: 'action';
      label: string;
      icon?: Icon;
      /** A shortcut that does the same; see Kbd. */
      keys?: string;
      danger?: boolean;
      disabled?: boolean;
      onselect: () => void;
    }
  | {
      kind: 'choice';
      label: string;
      value: string;
      options: readonly { value: string; label: string; icon?: Icon }[];
      onchange: (value: string) => void;
      /** Whether the menu closes with the choice: where what it leads to is to be seen. */
      closes?: boolean;
    }
  | { kind: 'note'; label: string; detail?: string }
  | { kind: 'line' };
