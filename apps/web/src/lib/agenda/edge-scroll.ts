/** This near to an edge of what scrolls, in pixels, a dragged block scrolls it. */
const reach = 44;
/** Pixels per frame at the very edge. */
const fastest = 14;

/** Scrolls while something is dragged near an edge of the part of the page that it lies in. */
export class EdgeScroll {
  readonly #onscroll: () => void;
  #scroller: Element | null = null;
  #frame = 0;
  #speed = { x: 0, y: 0 };

  /** @param onscroll called after each step: what lies under the pointer is something else now */
  constructor(onscroll: () => void) {
    this.#onscroll = onscroll;
  }

  /** @param within an element inside what scrolls */
  start(within: Element): void {
    this.#scroller = scrollerOf(within);
  }

  /** The pointer is at a point of the window. */
  at(x: number, y: number): void {
    const box = this.#scroller?.getBoundingClientRect();
    if (!box) return;
    this.#speed = { x: speed(x, box.left, box.right), y: speed(y, box.top, box.bottom) };
    if (this.#frame === 0 && (this.#speed.x !== 0 || this.#speed.y !== 0)) this.#step();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#speed = { x: 0, y: 0 };
    this.#scroller = null;
  }

  readonly #step = (): void => {
    this.#frame = 0;
    const scroller = this.#scroller;
    const { x, y } = this.#speed;
    if (!scroller || (x === 0 && y === 0)) return;
    const before = [scroller.scrollLeft, scroller.scrollTop];
    scroller.scrollBy({ left: x, top: y, behavior: 'instant' });
    if (before[0] === scroller.scrollLeft && before[1] === scroller.scrollTop) return;
    this.#onscroll();
    this.#frame = requestAnimationFrame(this.#step);
  };
}

function speed(at: number, from: number, to: number): number {
  const early = from + reach - at;
  const late = at - (to - reach);
  const share = Math.min(1, Math.max(early, late, 0) / reach);
  return (early > late ? -1 : 1) * share * fastest;
}

function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowX + overflowY)) return at;
  }
  return null;
}
