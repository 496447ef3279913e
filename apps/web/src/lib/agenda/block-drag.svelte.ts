import { durationAfterResize, type AgendaBlock, type DayTimes } from '@parley/model';
import type { AgendaActs } from './agenda-acts.ts';
import type { AgendaState } from './agenda-state.svelte.ts';
import { EdgeScroll } from './edge-scroll.ts';
import { moveForDrop } from './plan/drop-target.ts';

/** A point of the grid as a drag sees it. */
export interface GridPoint {
  readonly day: DayTimes;
  /** Minute on the day's scale. */
  readonly minute: number;
  /** Share of the day's width from its start side; below 0 or above 1 beside it. */
  readonly across: number;
  /** The day's width in pixels. */
  readonly width: number;
}

/** Tells the point of the grid under a point of the window; the nearest day where there is none. */
export type Locate = (x: number, y: number) => GridPoint | null;

interface Press {
  readonly block: string;
  readonly kind: 'move' | 'resize';
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  /** Where it was pressed, on the grid. */
  readonly from: GridPoint | null;
  /** From the block's left, start and upper edge to the pointer, in pixels. */
  readonly grabLeft: number;
  readonly grabStart: number;
  readonly grabTop: number;
  readonly width: number;
}

/** The block under the pointer while it is dragged: where to draw it, in pixels of the window. */
export interface Ghost {
  readonly block: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A mouse that moves less than this, in pixels, is a click. */
const slack = 4;
/** A finger that rests this long, in ms, holds the block; one that moves before scrolls the page. */
const hold = 350;

/**
 * Dragging a block to another place, or its lower edge to another length. What letting go would do is
 * shown at once (`AgendaState.move`) and written once, when the pointer is let go; Escape ends it
 * without a change.
 */
export class BlockDrag {
  ghost: Ghost | null = $state.raw(null);
  /** The block whose lower edge is dragged. */
  resizing: string | null = $state.raw(null);
  readonly #agenda: AgendaState;
  readonly #acts: AgendaActs;
  readonly #locate: Locate;
  readonly #scroll = new EdgeScroll(() => this.#follow());
  #press: Press | null = null;
  #under = { x: 0, y: 0 };
  #clock: ReturnType<typeof setTimeout> | undefined;
  #justEnded = false;

  constructor(agenda: AgendaState, acts: AgendaActs, locate: Locate) {
    this.#agenda = agenda;
    this.#acts = acts;
    this.#locate = locate;
  }

  get active(): boolean {
    return this.ghost !== null || this.resizing !== null;
  }

  /** Whether the click that comes now belongs to a drag that has just ended. Asking forgets it. */
  endedNow(): boolean {
    const ended = this.#justEnded;
    this.#justEnded = false;
    return ended;
  }

  /**
   * A pointer was pressed on a block.
   * @param byHandle on a handle, where a finger drags at once
   */
  press(event: PointerEvent, block: string, kind: Press['kind'], byHandle = false): void {
    if (event.button !== 0 || !event.isPrimary || !this.#agenda.canEdit) return;
    const card =
      event.currentTarget instanceof Element ? event.currentTarget.closest('[data-block]') : null;
    if (!card) return;
    const box = card.getBoundingClientRect();
    const rtl = getComputedStyle(card).direction === 'rtl';
    this.#justEnded = false;
    this.#press = {
      block,
      kind,
      pointer: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      from: this.#locate(event.clientX, event.clientY),
      grabLeft: event.clientX - box.left,
      grabStart: rtl ? box.right - event.clientX : event.clientX - box.left,
      grabTop: event.clientY - box.top,
      width: box.width,
    };
    this.#under = { x: event.clientX, y: event.clientY };
    if (event.pointerType === 'touch' && !byHandle) {
      this.#clock = setTimeout(() => this.#begin(card), hold);
    } else if (byHandle) this.#begin(card);
  }

  readonly onpointermove = (event: PointerEvent): void => {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return;
    this.#under = { x: event.clientX, y: event.clientY };
    if (!this.active) {
      const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > slack;
      if (!far) return;
      if (event.pointerType === 'touch') {
        this.cancel();
        return;
      }
      this.#begin(event.target instanceof Element ? event.target : null);
    }
    this.#scroll.at(event.clientX, event.clientY);
    this.#follow();
  };

  readonly onpointerup = (event: PointerEvent): void => {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return;
    const { move } = this.#agenda;
    const was = this.active;
    this.cancel();
    if (!was) return;
    this.#justEnded = true;
    if (move) this.#acts.move(press.block, move);
  };

  readonly onpointercancel = (event: PointerEvent): void => {
    if (this.#press?.pointer === event.pointerId) this.cancel();
  };

  readonly onkeydown = (event: KeyboardEvent): void => {
    if (!this.active || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
    this.#justEnded = true;
  };

  /** A finger that holds a block must not scroll the page. For a listener that is not passive. */
  readonly ontouchmove = (event: TouchEvent): void => {
    if (this.active) event.preventDefault();
  };

  /** Ends the drag and changes nothing. */
  cancel(): void {
    clearTimeout(this.#clock);
    this.#scroll.stop();
    this.#press = null;
    this.ghost = null;
    this.resizing = null;
    this.#agenda.move = null;
  }

  #begin(within: Element | null): void {
    const press = this.#press;
    if (!press) return;
    clearTimeout(this.#clock);
    this.#agenda.select(press.block);
    if (press.kind === 'resize') this.resizing = press.block;
    if (within) this.#scroll.start(within);
    this.#follow();
  }

  #follow(): void {
    const press = this.#press;
    const block = press && this.#agenda.settled.blocks.find(({ id }) => id === press.block);
    if (!press || !block) this.cancel();
    else if (press.kind === 'resize') this.#resize(press);
    else this.#drag(press, block);
  }

  #drag(press: Press, block: AgendaBlock): void {
    const { x, y } = this.#under;
    this.ghost = {
      block: press.block,
      x: x - press.grabLeft,
      y: y - press.grabTop,
      width: press.width,
    };
    const at = this.#locate(x, y);
    const edge = this.#locate(x, y - press.grabTop);
    if (!at || !edge) return;
    this.#agenda.move = moveForDrop(this.#agenda.settled, block, {
      day: at.day,
      pointer: at.minute,
      edge: edge.minute,
      pointerAcross: at.across,
      edgeAcross: at.across - press.grabStart / at.width,
    });
  }

  #resize(press: Press): void {
    const times = this.#agenda.timesOf(press.block)?.times;
    const now = this.#locate(press.x, this.#under.y);
    if (!times || !press.from || !now) return;
    const duration = durationAfterResize(times, times.end + now.minute - press.from.minute);
    this.#agenda.move = { patches: new Map([[press.block, { duration }]]), place: null };
  }
}
