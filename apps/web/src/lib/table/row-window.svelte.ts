import {
  createVirtualizer,
  defaultRangeExtractor,
  type VirtualItem,
} from '@tanstack/svelte-virtual';
import { fromStore, get } from 'svelte/store';

export interface RowWindowOptions {
  readonly count: () => number;
  /** Height of a row, in pixels. */
  readonly height: () => number;
  readonly scroller: () => HTMLElement | null;
  /** Height of what stays at the top of the scroller, in pixels. */
  readonly head: () => number;
  /** A row that is kept in the page wherever it is, so that it does not lose the focus; −1: none. */
  readonly kept: () => number;
}

/** The rows of a long list that are near the part in view. Make it while a component is being set up. */
export class RowWindow {
  readonly #virtualizer;
  readonly #current;
  readonly #options: RowWindowOptions;

  constructor(options: RowWindowOptions) {
    this.#options = options;
    this.#virtualizer = createVirtualizer<HTMLElement, HTMLElement>(this.#settings());
    this.#current = fromStore(this.#virtualizer);
    // Without a subscriber the virtualizer would stop and forget its settings.
    $effect.pre(() => this.#virtualizer.subscribe(() => undefined));
    $effect.pre(() => {
      const settings = this.#settings();
      get(this.#virtualizer).setOptions(settings);
    });
    $effect(() => {
      if (options.height() > 0) get(this.#virtualizer).measure();
    });
  }

  get items(): readonly VirtualItem[] {
    return this.#current.current.getVirtualItems();
  }

  /** Height of all rows together, in pixels. */
  get height(): number {
    return this.#options.count() * this.#options.height();
  }

  show(index: number) {
    this.#current.current.scrollToIndex(index, { align: 'auto' });
  }

  #settings() {
    const { count, height, scroller, head, kept } = this.#options;
    const element = scroller();
    const size = height();
    const keep = kept();
    return {
      count: count(),
      getScrollElement: () => element,
      estimateSize: () => size,
      scrollMargin: head(),
      scrollPaddingStart: head(),
      overscan: 8,
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range);
        return keep < 0 || indexes.includes(keep)
          ? indexes
          : [...indexes, keep].sort((a, b) => a - b);
      },
    };
  }
}
