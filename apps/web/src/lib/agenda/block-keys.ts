import { agendaStep } from '@parley/model';

/** What a key press on a block of the grid means. */
export type BlockIntent =
  | { readonly kind: 'order'; readonly direction: 'earlier' | 'later' }
  | { readonly kind: 'day' | 'track'; readonly step: 1 | -1 }
  | { readonly kind: 'longer'; readonly minutes: number }
  | { readonly kind: 'remove' | 'add' | 'duplicate' }
  | { readonly kind: 'go'; readonly step: 1 | -1 }
  | { readonly kind: 'open' | 'leave' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Reads a key press on a block. Null: the browser goes on with it.
 * @param rtl where text runs from right to left the arrow keys follow the eye
 */
export function blockIntent(event: KeyPress, rtl = false): BlockIntent | null {
  if (event.ctrlKey || event.metaKey) return null;
  const onward = rtl ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const down = event.key === 'ArrowDown';
      if (event.altKey) return null;
      if (event.shiftKey) return { kind: 'longer', minutes: down ? agendaStep : -agendaStep };
      return { kind: 'order', direction: down ? 'later' : 'earlier' };
    }
    case 'ArrowLeft':
    case 'ArrowRight':
      return { kind: event.altKey ? 'track' : 'day', step: event.key === onward ? 1 : -1 };
  }
  if (event.altKey) return null;
  return intents[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

const intents: Readonly<Record<string, BlockIntent>> = {
  '+': { kind: 'longer', minutes: agendaStep },
  '=': { kind: 'longer', minutes: agendaStep },
  '-': { kind: 'longer', minutes: -agendaStep },
  '−': { kind: 'longer', minutes: -agendaStep },
  '[': { kind: 'go', step: -1 },
  ']': { kind: 'go', step: 1 },
  Enter: { kind: 'open' },
  Delete: { kind: 'remove' },
  Backspace: { kind: 'remove' },
  n: { kind: 'add' },
  d: { kind: 'duplicate' },
  Escape: { kind: 'leave' },
};
