import { createContext } from 'svelte';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  action?: { label: string; run: () => void };
}

/** Short notices at the foot of the page. One per page, by context. */
export class Toasts {
  shown = $state.raw<readonly Toast[]>([]);
  #next = 0;

  /**
   * Shows a sentence.
   * @param options `action`: one thing to do about it, such as undo; `lasts`: milliseconds before it
   *   goes by itself (6 000, or 12 000 with an action); problems stay until they are closed.
   * @returns its id, for `close`.
   */
  show(
    text: string,
    options: { tone?: Toast['tone']; action?: Toast['action']; lasts?: number } = {},
  ): number {
    const { tone = 'plain', action, lasts = action ? 12_000 : 6_000 } = options;
    const id = this.#next++;
    // The same sentence twice is one notice, the newer.
    const others = this.shown.filter((toast) => toast.text !== text).slice(-2);
    this.shown = [...others, { id, text, tone, ...(action && { action }) }];
    if (tone !== 'problem') setTimeout(() => this.close(id), lasts);
    return id;
  }

  close(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}

export const [getToasts, setToasts] = createContext<Toasts>();
