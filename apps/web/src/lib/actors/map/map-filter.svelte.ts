import type { Actor, Tie } from '@parley/model';
import { SvelteSet } from 'svelte/reactivity';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';

/** What of the map is hidden here, on this screen only: actors by sector and kind, ties by kind. */
export class MapFilter {
  readonly sectors = new SvelteSet<string>();
  readonly kinds = new SvelteSet<string>();
  readonly tieKinds = new SvelteSet<string>();
  readonly #live: LiveBoard;
  readonly #actors = $derived.by(() =>
    this.active
      ? this.#live.list('actor').flatMap((actor) => (this.#shows(actor) ? [actor.id] : []))
      : this.#live.ids('actor'),
  );
  readonly #ties = $derived.by(() => {
    if (!this.active) return this.#live.ids('tie');
    const actors = new Set(this.#actors);
    const shown = ({ from, to, kind }: Tie) =>
      actors.has(from) && actors.has(to) && !this.tieKinds.has(kind);
    return this.#live.list('tie').flatMap((tie) => (shown(tie) ? [tie.id] : []));
  });

  constructor(live: LiveBoard) {
    this.#live = live;
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
