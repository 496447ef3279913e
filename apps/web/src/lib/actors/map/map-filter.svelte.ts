import { holdsOn, type Actor, type Tie } from '@parley/model';
import { SvelteSet } from 'svelte/reactivity';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';

/**
 * What of the map is hidden here, on this screen only: actors by sector and kind, ties by kind and by
 * the day that is looked at.
 */
export class MapFilter {
  readonly sectors: SvelteSet<string>;
  readonly kinds: SvelteSet<string>;
  readonly tieKinds: SvelteSet<string>;
  readonly #live: LiveBoard;
  readonly #on: () => string | null;
  readonly #actors = $derived.by(() =>
    this.active
      ? this.#live.list('actor').flatMap((actor) => (this.#shows(actor) ? [actor.id] : []))
      : this.#live.ids('actor'),
  );
  readonly #ties = $derived.by(() => {
    const on = this.#on();
    if (!this.active && on === null) return this.#live.ids('tie');
    const actors = new Set(this.#actors);
    const shown = (tie: Tie) =>
      actors.has(tie.from) &&
      actors.has(tie.to) &&
      !this.tieKinds.has(tie.kind) &&
      (on === null || holdsOn(tie, on));
    return this.#live.list('tie').flatMap((tie) => (shown(tie) ? [tie.id] : []));
  });

  /**
   * @param on the day, `YYYY-MM-DD`, whose ties are shown; null for all
   * @param shared the filter that hides the same by sector and kind
   */
  constructor(live: LiveBoard, on: () => string | null, shared?: MapFilter) {
    this.sectors = shared?.sectors ?? new SvelteSet();
    this.kinds = shared?.kinds ?? new SvelteSet();
    this.tieKinds = shared?.tieKinds ?? new SvelteSet();
    this.#live = live;
    this.#on = on;
  }

  get active(): boolean {
    return this.sectors.size + this.kinds.size + this.tieKinds.size > 0;
  }

  /** Ids of the actors that are shown, in the order of the list. */
  get actors(): readonly string[] {
    return this.#actors;
  }

  get ties(): readonly string[] {
    return this.#ties;
  }

  /** How many are hidden; a tie is hidden with either of its actors. */
  get hidden(): { readonly actors: number; readonly ties: number } {
    return {
      actors: this.#live.ids('actor').length - this.#actors.length,
      ties: this.#live.ids('tie').length - this.#ties.length,
    };
  }

  clear(): void {
    this.sectors.clear();
    this.kinds.clear();
    this.tieKinds.clear();
  }

  #shows({ sector, kind }: Actor): boolean {
    return !this.sectors.has(sector) && !this.kinds.has(kind);
  }
}

/** Hides what is shown and shows what is hidden. */
export function toggle(set: SvelteSet<string>, value: string): void {
  if (!set.delete(value)) set.add(value);
}
