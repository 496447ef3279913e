import { createContext, untrack } from 'svelte';

export interface ShortcutGroup {
  readonly title: string;
  /** `keys` as Kbd writes them; `label` in words. */
  readonly list: readonly { readonly keys: string; readonly label: string }[];
}

/** What the help dialog lists beside the shortcuts of the frame: each board tells its own. */
export class Shortcuts {
  #groups: readonly ShortcutGroup[] = $state.raw([]);

  get groups(): readonly ShortcutGroup[] {
    return this.#groups;
  }

  /** Lists a board's shortcuts while it is open: `$effect(() => shortcuts.add(group))`. */
  add(group: ShortcutGroup): () => void {
    // Adding is no reading: an effect that adds must not run again for it.
    untrack(() => (this.#groups = [...this.#groups, group]));
    return () => {
      this.#groups = untrack(() => this.#groups.filter((other) => other !== group));
    };
  }
}

export const [getShortcuts, setShortcuts] = createContext<Shortcuts>();
