import { nextInDirection, type Direction, type Point } from '@parley/model/map';
import { tick } from 'svelte';
import { isTyping } from '#lib/ui/keys.ts';

/** A cell of a view, and what it is called: `Interest 3, structural power 2`. */
export interface Cell {
  readonly id: string;
  readonly words: string;
}

interface PlacingParts {
  /** The cells as the arrow keys go through them. */
  readonly rows: () => readonly (readonly Cell[])[];
  readonly cellOf: (item: string) => string;
  readonly mayMove: () => boolean;
  readonly move: (item: string, cell: string) => void;
  readonly selection: {
    readonly ids: readonly string[];
    set(ids: readonly string[]): void;
    toggle(id: string): void;
  };
  readonly onopen: () => void;
  /** What is said while an item is held: `Held: …; Enter puts it there.` */
  readonly sayHeld: (item: string, cell: string) => string;
  readonly sayPut: (item: string, cell: string) => string;
  /** Whether cells follow each other as text does, and not always from left to right. */
  readonly asText?: true;
  /** Whether all that is selected goes where one of it goes. */
  readonly together?: true;
}

interface Held {
  readonly item: string;
  /** Where it would go; null: nowhere, it stays. */
  readonly cell: string | null;
  /** Where the pointer is, in pixels of the window; null with the keyboard. */
  readonly at: Point | null;
}

/** Pixels that a pressed pointer goes before it drags. */
const slack = 5;

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * Things that stand in cells, chosen and moved by pointer, by finger and by keyboard: arrows go from one
 * to the next; Alt with an arrow takes the item up and chooses a cell, Enter puts it there.
 */
export class Placing {
  readonly #parts: PlacingParts;
  held: Held | null = $state.raw(null);
  /** The last thing that a reader of the screen is told. */
  said = $state('');
  /** Where Tab comes in. */
  #last = $state('');
  #pressed: { readonly item: string; readonly at: Point } | null = null;
  #dragged = false;
  #area: HTMLElement | null = null;

  constructor(parts: PlacingParts) {
    this.#parts = parts;
  }

  /** Whether the item is the one that Tab leads to. `first`: the first that the view shows. */
  isTabStop(item: string, first: string | undefined): boolean {
    return (this.#shows(this.#last) ? this.#last : first) === item;
  }

  isSelected(item: string): boolean {
    return this.#parts.selection.ids.includes(item);
  }

  get mayMove(): boolean {
    return this.#parts.mayMove();
  }

  readonly attach = (area: HTMLElement): (() => void) => {
    this.#area = area;
    const ending = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      does: (event: HTMLElementEventMap[K]) => void,
    ) => area.addEventListener(name, does, ending);
    on('pointerdown', (event) => this.#press(event));
    on('pointermove', (event) => this.#drag(event));
    on('pointerup', () => this.#letGo());
    on('pointercancel', () => this.#cancel());
    on('click', (event) => this.#click(event));
    on('dblclick', (event) => itemAt(event.target) !== null && this.#parts.onopen());
    on('keydown', (event) => this.#key(event));
    on('focusin', ({ target }) => (this.#last = itemAt(target) ?? this.#last));
    on('focusout', () => this.held?.at === null && this.#cancel());
    return () => ending.abort();
  };

  #shows(item: string): boolean {
    return item !== '' && this.#element(item) !== null;
  }

  #element(item: string): HTMLElement | null {
    return this.#area?.querySelector(`[data-placed="${CSS.escape(item)}"]`) ?? null;
  }

  #press(event: PointerEvent) {
    this.#dragged = false;
    const item = itemAt(event.target);
    if (item === null || event.button !== 0 || !this.#parts.mayMove()) return;
    // A finger scrolls the view, unless it is on what was chosen before.
    if (event.pointerType === 'touch' && !this.isSelected(item)) return;
    this.#pressed = { item, at: { x: event.clientX, y: event.clientY } };
  }

  #drag(event: PointerEvent) {
    const pressed = this.#pressed;
    if (!pressed || !this.#area) return;
    const at = { x: event.clientX, y: event.clientY };
    if (!this.held) {
      if (Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) < slack) return;
      this.#area.setPointerCapture(event.pointerId);
      this.#dragged = true;
    }
    const under = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-cell]');
    const cell = under && this.#area.contains(under) ? (under.dataset.cell ?? null) : null;
    this.held = { item: pressed.item, cell: this.#takes(cell) ? cell : null, at };
  }

  #letGo() {
    const { held } = this;
    this.#pressed = null;
    this.held = null;
    if (held?.at) this.#put(held);
  }

  #cancel() {
    this.#pressed = null;
    this.held = null;
  }

  #click(event: MouseEvent) {
    if (this.#dragged) return;
    const item = itemAt(event.target);
    const { selection } = this.#parts;
    if (item === null) selection.set([]);
    else if (event.shiftKey || event.ctrlKey || event.metaKey) selection.toggle(item);
    else selection.set([item]);
  }

  #key(event: KeyboardEvent) {
    const item = itemAt(event.target);
    if (item === null || event.defaultPrevented || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey) return;
    const direction = directions[event.key];
    if (this.held) this.#keyHeld(this.held, event.key, direction);
    else if (direction && event.altKey) this.#lift(item, direction);
    else if (direction) this.#walk(direction);
    else if (event.key === ' ') this.#parts.selection.toggle(item);
    else if (event.key === 'Escape') this.#parts.selection.set([]);
    else if (event.key === 'Enter') {
      this.#parts.selection.set([item]);
      this.#parts.onopen();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #keyHeld(held: Held, key: string, direction: Direction | undefined) {
    if (direction) this.#aim(held.item, held.cell, direction);
    else if (key === 'Escape') this.#cancel();
    else if (key === 'Enter' || key === ' ') {
      this.held = null;
      this.#put(held);
    }
  }

  #lift(item: string, direction: Direction) {
    if (!this.#parts.mayMove()) return;
    if (!this.#parts.together || !this.isSelected(item)) this.#parts.selection.set([item]);
    this.#aim(item, this.#parts.cellOf(item), direction);
  }

  /** The next cell that way; from outside of them the middle one: nothing is read into where it stood. */
  #aim(item: string, from: string | null, direction: Direction) {
    const rows = this.#parts.rows();
    const row = rows.findIndex((cells) => cells.some(({ id }) => id === from));
    const column = rows[row]?.findIndex(({ id }) => id === from) ?? -1;
    const sideways = direction === 'left' || direction === 'right';
    const back = sideways && this.#runsFromRight() ? 'right' : 'left';
    const step = direction === back || direction === 'up' ? -1 : 1;
    const target =
      row < 0
        ? middleOf(middleOf(longest(rows)) ?? [])
        : sideways
          ? rows[row]?.[column + step]
          : scaled(rows[row + step], column, rows[row]?.length ?? 1);
    const cell = target?.id ?? from;
    if (cell === null) return;
    this.held = { item, cell, at: null };
    this.said = this.#parts.sayHeld(item, this.#wordsOf(cell));
  }

  #runsFromRight(): boolean {
    if (!this.#parts.asText || !this.#area) return false;
    return getComputedStyle(this.#area).direction === 'rtl';
  }

  #put({ item, cell }: Held) {
    if (cell === null || cell === this.#parts.cellOf(item)) return;
    this.#parts.move(item, cell);
    this.said = this.#parts.sayPut(item, this.#wordsOf(cell));
    // It was drawn in another cell: the focus goes with it.
    void tick().then(() => this.#element(item)?.focus());
  }

  /** An item may stand in several cells: what is gone to is a place where it does. */
  #walk(direction: Direction) {
    const all = [...(this.#area?.querySelectorAll<HTMLElement>('[data-placed]') ?? [])];
    const here = all.findIndex((element) => element === document.activeElement);
    const from = all[here];
    if (!from) return;
    const others = new Map(all.map((element, index) => [String(index), centreOf(element)]));
    others.delete(String(here));
    const next = nextInDirection(centreOf(from), direction, others);
    if (next !== null) all[Number(next)]?.focus();
  }

  #takes(cell: string | null): boolean {
    return this.#parts.rows().some((cells) => cells.some(({ id }) => id === cell));
  }

  #wordsOf(cell: string): string {
    const cells = this.#parts.rows().flat();
    return cells.find(({ id }) => id === cell)?.words ?? '';
  }
}

const itemAt = (target: EventTarget | null): string | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-placed]')?.dataset.placed ?? null)
    : null;

function centreOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

const longest = (rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => {
  const most = Math.max(0, ...rows.map(({ length }) => length));
  return rows.filter(({ length }) => length === most);
};

const middleOf = <T>(list: readonly T[]): T | undefined => list[Math.floor((list.length - 1) / 2)];

/** The cell above or below, where rows have different lengths. */
const scaled = (
  cells: readonly Cell[] | undefined,
  column: number,
  columns: number,
): Cell | undefined =>
  cells?.[Math.min(cells.length - 1, Math.floor(((column + 0.5) / columns) * cells.length))];
