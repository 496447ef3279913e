import type { Point } from '@parley/model/map';
import { legible, nameReach } from './legible.ts';
import type { MapView } from './map-view.svelte.ts';

/**
 * Where on the map names are drawn: in view and somewhat around it. Its edges move in leaps, so that
 * most steps of a pan or a zoom change nothing; of all that is drawn, names take the longest.
 */
export class NamesInView {
  /** Whether all are drawn, wherever they are: on paper. */
  all: boolean = $state(false);
  readonly #view: MapView;
  readonly #size: () => { readonly width: number; readonly height: number };
  /** Half to all of the longer side of what is seen, in units of the map. */
  readonly #leap = $derived.by(() => {
    const { width, height } = this.#size();
    return 2 ** Math.ceil(Math.log2(Math.max(width, height, 1) / this.#view.transform.k) - 1);
  });
  readonly #left = $derived(this.#leapBelow(this.#seen(0, 'x') - nameReach));
  readonly #top = $derived(this.#leapBelow(this.#seen(0, 'y') - nameReach));
  readonly #right = $derived.by(() =>
    this.#leapBelow(this.#seen(this.#size().width, 'x') + nameReach, 1),
  );
  readonly #bottom = $derived.by(() =>
    this.#leapBelow(this.#seen(this.#size().height, 'y') + nameReach, 1),
  );
  readonly #readable = $derived.by(() => this.#view.transform.k >= legible);

  constructor(view: MapView, size: () => { readonly width: number; readonly height: number }) {
    this.#view = view;
    this.#size = size;
  }

  /** Whether the name of an actor at this place is drawn. */
  has({ x, y }: Point): boolean {
    if (this.all) return true;
    if (!this.#readable) return false;
    return x >= this.#left && x <= this.#right && y >= this.#top && y <= this.#bottom;
  }

  /** A place of the screen in units of the map. */
  #seen(pixels: number, axis: 'x' | 'y'): number {
    return (pixels - this.#view.transform[axis]) / this.#view.transform.k;
  }

  #leapBelow(value: number, further = 0): number {
    return (Math.floor(value / this.#leap) + further) * this.#leap;
  }
}
