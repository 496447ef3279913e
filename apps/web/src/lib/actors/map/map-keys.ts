import type { Direction } from '@parley/model/map';

/** What a key press on the map asks for. */
export type MapIntent =
  | { readonly do: 'walk'; readonly direction: Direction }
  | { readonly do: 'move'; readonly dx: number; readonly dy: number }
  | { readonly do: 'zoom'; readonly factor: number }
  | {
      readonly do:
        | 'add'
        | 'tie'
        | 'find'
        | 'remove'
        | 'fit'
        | 'clear'
        | 'select-all'
        | 'toggle'
        | 'open'
        | 'fold';
    };

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Steps of a move by key, in map units. */
const step = 8;
const stride = 40;

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const units: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

const plain: Readonly<Record<string, MapIntent>> = {
  n: { do: 'add' },
  t: { do: 'tie' },
  g: { do: 'fold' },
  '/': { do: 'find' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  Escape: { do: 'clear' },
  Enter: { do: 'open' },
  ' ': { do: 'toggle' },
  '0': { do: 'fit' },
  '+': { do: 'zoom', factor: 1.25 },
  '=': { do: 'zoom', factor: 1.25 },
  '-': { do: 'zoom', factor: 0.8 },
};

/** Reads a key press: arrows walk from actor to actor, with Alt they move what is selected. */
export function mapIntent(press: Press): MapIntent | null {
  const direction = directions[press.key];
  const command = press.ctrlKey || press.metaKey;
  if (direction && press.altKey && !command) {
    const [x, y] = units[direction];
    const length = press.shiftKey ? stride : step;
    return { do: 'move', dx: x * length, dy: y * length };
  }
  if (command) return press.key.toLowerCase() === 'a' ? { do: 'select-all' } : null;
  if (press.altKey) return null;
  if (direction) return { do: 'walk', direction };
  return plain[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
}

/** Keys work for whatever has the focus inside, actors and ties, and while nothing on the page has it. */
export const attachKeys =
  (onkeydown: (event: KeyboardEvent) => void) =>
  (element: Element): (() => void) => {
    const ending = new AbortController();
    const page = element.ownerDocument;
    page.addEventListener(
      'keydown',
      (event) => {
        const { target } = event;
        if (target === page.body || (target instanceof Node && element.contains(target))) {
          onkeydown(event);
        }
      },
      ending,
    );
    return () => ending.abort();
  };
