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
  readonly cellOf: (actor: string) => string;
  readonly mayMove: () => boolean;
  readonly move: (actor: string, cell: string) => void;
  readonly selection: {
    readonly ids: readonly string[];
    set(ids: readonly string[]): void;
    toggle(id: string): void;
  };
  readonly onopen: () => void;
  /** What is said while an actor is held: `Held: …; Enter puts it there.` */
  readonly sayHeld: (actor: string, cell: string) => string;
  readonly sayPut: (actor: string, cell: string) => string;
}

interface Held {
  readonly actor: string;
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
 * Actors that stand in cells, chosen and moved by pointer, by finger and by keyboard: arrows go from one
 * to the next; Alt with an arrow takes the actor up and chooses a cell, Enter puts it there.
 */
export class Placing {
  readonly #parts: PlacingParts;
  held: Held | null = $state.raw(null);
  /** The last thing that a reader of the screen is told. */
  said = $state('');
  /** Where Tab comes in. */
  #last = $state('');
  #pressed: { readonly actor: string; readonly at: Point } | null = null;
  #dragged = false;
  #area: HTMLElement | null = null;

  constructor(parts: PlacingParts) {
    this.#parts = parts;
  }

  /** Whether the actor is the one that Tab leads to. `first`: the first that the view shows. */
  isTabStop(actor: string, first: string | undefined): boolean {
    return (this.#shows(this.#last) ? this.#last : first) === actor;
  }

  isSelected(actor: string): boolean {
    return this.#parts.selection.ids.includes(actor);
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
    on('dblclick', (event) => actorAt(event.target) !== null && this.#parts.onopen());
    on('keydown', (event) => this.#key(event));
    on('focusin', ({ target }) => (this.#last = actorAt(target) ?? this.#last));
    on('focusout', () => this.held?.at === null && this.#cancel());
    return () => ending.abort();
  };

  #shows(actor: string): boolean {
    return actor !== '' && this.#element(actor) !== null;
  }

  #element(actor: string): HTMLElement | null {
    return this.#area?.querySelector(`[data-actor="${CSS.escape(actor)}"]`) ?? null;
  }

  #press(event: PointerEvent) {
    this.#dragged = false;
    const actor = actorAt(event.target);
    if (actor === null || event.button !== 0 || !this.#parts.mayMove()) return;
    // A finger scrolls the view, unless it is on what was chosen before.
    if (event.pointerType === 'touch' && !this.isSelected(actor)) return;
    this.#pressed = { actor, at: { x: event.clientX, y: event.clientY } };
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
    this.held = { actor: pressed.actor, cell: this.#takes(cell) ? cell : null, at };
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
    const actor = actorAt(event.target);
    const { selection } = this.#parts;
    if (actor === null) selection.set([]);
    else if (event.shiftKey || event.ctrlKey || event.metaKey) selection.toggle(actor);
    else selection.set([actor]);
  }

  #key(event: KeyboardEvent) {
    const actor = actorAt(event.target);
    if (actor === null || event.defaultPrevented || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey) return;
    const direction = directions[event.key];
    if (this.held) this.#keyHeld(this.held, event.key, direction);
    else if (direction && event.altKey) this.#lift(actor, direction);
    else if (direction) this.#walk(direction);
    else if (event.key === ' ') this.#parts.selection.toggle(actor);
    else if (event.key === 'Escape') this.#parts.selection.set([]);
    else if (event.key === 'Enter') {
      this.#parts.selection.set([actor]);
      this.#parts.onopen();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #keyHeld(held: Held, key: string, direction: Direction | undefined) {
    if (direction) this.#aim(held.actor, held.cell, direction);
    else if (key === 'Escape') this.#cancel();
    else if (key === 'Enter' || key === ' ') {
      this.held = null;
      this.#put(held);
    }
  }

  #lift(actor: string, direction: Direction) {
    if (!this.#parts.mayMove()) return;
    this.#parts.selection.set([actor]);
    this.#aim(actor, this.#parts.cellOf(actor), direction);
  }

  /** The next cell that way; from outside of them the middle one: nothing is read into where it stood. */
  #aim(actor: string, from: string | null, direction: Direction) {
    const rows = this.#parts.rows();
    const row = rows.findIndex((cells) => cells.some(({ id }) => id === from));
    const column = rows[row]?.findIndex(({ id }) => id === from) ?? -1;
    const step = direction === 'left' || direction === 'up' ? -1 : 1;
    const sideways = direction === 'left' || direction === 'right';
    const target =
      row < 0
        ? middleOf(middleOf(longest(rows)) ?? [])
        : sideways
          ? rows[row]?.[column + step]
          : scaled(rows[row + step], column, rows[row]?.length ?? 1);
    const cell = target?.id ?? from;
    if (cell === null) return;
    this.held = { actor, cell, at: null };
    this.said = this.#parts.sayHeld(actor, this.#wordsOf(cell));
  }

  #put({ actor, cell }: Held) {
    if (cell === null || cell === this.#parts.cellOf(actor)) return;
    this.#parts.move(actor, cell);
    this.said = this.#parts.sayPut(actor, this.#wordsOf(cell));
    // It was drawn in another cell: the focus goes with it.
    void tick().then(() => this.#element(actor)?.focus());
  }

  /** An actor may stand in several cells: what is gone to is a place where it does. */
  #walk(direction: Direction) {
    const all = [...(this.#area?.querySelectorAll<HTMLElement>('[data-actor]') ?? [])];
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

const actorAt = (target: EventTarget | null): string | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-actor]')?.dataset.actor ?? null)
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
