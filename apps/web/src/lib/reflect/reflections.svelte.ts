import type { Commentable } from '@parley/model/ledger';
import { createContext, untrack } from 'svelte';
import type { Moment } from './moments.ts';

/** A question that is asked, and the record that it came up about. */
export interface Reflection {
  readonly moment: Moment;
  readonly about: { readonly type: Commentable; readonly id: string } | null;
}

/** Where this device notes what is not to be asked again; it holds moments and nothing of a space. */
const key = 'parley:reflect:not-again';

/**
 * Questions that a good supervisor would ask (P4), at the moment when they matter: `at` is all that a
 * board calls. Each is asked once while the page is open, one at a time, and none holds anything up.
 */
export class Reflections {
  current: Reflection | null = $state.raw(null);
  readonly #asked = new Set<Moment>();
  /** Places in open panels, the topmost last: who works in a panel cannot get at the edge of the page. */
  #places: readonly symbol[] = $state.raw([]);

  /** Asks the question of this moment, unless another one stands or it was asked already. */
  at(moment: Moment, about: Reflection['about'] = null): void {
    if (this.current !== null || this.#asked.has(moment) || notAgain().includes(moment)) return;
    this.#asked.add(moment);
    this.current = { moment, about };
  }

  dismiss(): void {
    this.current = null;
  }

  /** Takes the question away and does not ask it again on this device. */
  never(moment: Moment): void {
    this.dismiss();
    try {
      localStorage.setItem(key, [...new Set([...notAgain(), moment])].join(' '));
    } catch {
      // A browser that keeps nothing: then it lasts as long as the page.
    }
  }

  /** Has the question stand in a panel while that is open. @returns a function that ends it */
  standIn(place: symbol): () => void {
    // Standing somewhere is no reading: an effect that does so must not run again for it.
    untrack(() => (this.#places = [...this.#places, place]));
    return () => {
      this.#places = untrack(() => this.#places.filter((other) => other !== place));
    };
  }

  /** Whether the question stands in this place; null is the edge of the page. */
  standsIn(place: symbol | null): boolean {
    return (this.#places.at(-1) ?? null) === place;
  }
}

function notAgain(): readonly string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ');
  } catch {
    return [];
  }
}

export const [getReflections, setReflections] = createContext<Reflections>();
