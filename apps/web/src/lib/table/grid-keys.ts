/** What a key press means to a grid that is being read, not edited. */
export type GridIntent =
  | {
      readonly kind: 'move';
      readonly rows: number;
      readonly columns: number;
      readonly extend: boolean;
    }
  | { readonly kind: 'jump'; readonly to: 'row-start' | 'row-end' | 'first' | 'last' }
  | { readonly kind: 'page'; readonly direction: 1 | -1 }
  | { readonly kind: 'edit'; readonly start: string | null }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'clear-cell' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'leave' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
}

const arrows: Record<string, readonly [rows: number, columns: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * Reads a key press after the grid pattern of the ARIA authoring practices; typing a character starts
 * editing with it. Null: not the grid's business, the browser goes on with it.
 * @param rtl in a right-to-left table the arrow keys follow the eye
 */
export function gridIntent(event: KeyPress, rtl = false): GridIntent | null {
  const command = event.ctrlKey || event.metaKey;
  const arrow = arrows[event.key];
  if (event.altKey) return event.key === 'ArrowDown' && !command ? { kind: 'filter' } : null;
  if (arrow && !command) {
    const [rows, columns] = arrow;
    if (event.shiftKey && columns !== 0) return null;
    const across = rtl && columns !== 0 ? -columns : columns;
    return { kind: 'move', rows, columns: across, extend: event.shiftKey };
  }
  switch (event.key) {
    case 'Home':
      return { kind: 'jump', to: command ? 'first' : 'row-start' };
    case 'End':
      return { kind: 'jump', to: command ? 'last' : 'row-end' };
    case 'PageDown':
      return { kind: 'page', direction: 1 };
    case 'PageUp':
      return { kind: 'page', direction: -1 };
    case 'Enter':
    case 'F2':
      return command ? null : { kind: 'edit', start: null };
    case ' ':
      return event.shiftKey ? { kind: 'toggle' } : { kind: 'edit', start: null };
    case 'Escape':
      return { kind: 'leave' };
    case 'Delete':
    case 'Backspace':
      return command ? { kind: 'remove' } : { kind: 'clear-cell' };
  }
  if (command) return event.key.toLowerCase() === 'a' ? { kind: 'select-all' } : null;
  // Keys that type nothing have names of several characters: Tab, F5, Process.
  const typed = /^.$/u.test(event.key) && !event.isComposing;
  return typed ? { kind: 'edit', start: event.key } : null;
}
