import { createContext, untrack } from 'svelte';

export interface ShortcutGroup {
  readonly title: string;
  /** Fetches the list: until somebody asks for help nobody needs its words. */
  readonly load: () => Promise<{ readonly keys: readonly Shortcut[] }>;
}

export interface Shortcut {
  /** As Kbd writes them. */
  readonly keys: string;
  /** In words. */
  readonly label: string;
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
