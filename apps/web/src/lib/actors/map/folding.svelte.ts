import { allPartsOf, holdersOf, nestingOf, type Nesting, type Tie } from '@parley/model';
import { SvelteSet } from 'svelte/reactivity';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
import type { MapFilter } from './map-filter.svelte.ts';

/**
 * Which actors are folded on this screen's map: their parts are not drawn, and the ties of these lead to
 * them. Nobody else sees it, and nothing but the map is folded.
 */
export class Folding {
  readonly #live: LiveBoard;
  readonly #filter: MapFilter;
  readonly #folded: SvelteSet<string>;
  /** A text, so that nothing is read anew when an actor moves. */
  readonly #said = $derived.by(() =>
    this.#live
      .list('actor')
      .flatMap(({ id, within }) => (within === null ? [] : [`${id} ${within}`]))
      .join('\n'),
  );
  readonly nesting: Nesting = $derived.by(() => {
    if (this.#said === '') return nestingOf([]);
    const within = new Map(
      this.#said.split('\n').map((line) => {
        const [id = '', holder = ''] = line.split(' ');
        return [id, holder];
      }),
    );
    return nestingOf(this.#live.ids('actor').map((id) => ({ id, within: within.get(id) ?? null })));
  });
  /** Who is drawn for those who are not. */
  readonly #standIns = $derived.by(() => {
    const shown = new Set(this.#folded.size > 0 ? this.#filter.actors : []);
    const standIns = new Map<string, string>();
    for (const id of this.#folded) {
      if (
        !shown.has(id) ||
        holdersOf(id, this.nesting).some((holder) => this.isFolded(holder) && shown.has(holder))
      ) {
        continue;
      }
      for (const part of allPartsOf(id, this.nesting)) standIns.set(part, id);
    }
    return standIns;
  });
  readonly #actors = $derived.by(() =>
    this.#standIns.size === 0
      ? this.#filter.actors
      : this.#filter.actors.filter((id) => !this.#standIns.has(id)),
  );
  readonly #ties = $derived.by(() => {
    if (this.#standIns.size === 0) return this.#filter.ties;
    return this.#filter.ties.filter((id) => {
      const tie = this.#live.get('tie', id);
      return tie && (tie.from === tie.to || this.shownAs(tie.from) !== this.shownAs(tie.to));
    });
  });

  /** @param shared folds the same, where this one shows another day */
  constructor(live: LiveBoard, filter: MapFilter, shared?: Folding) {
    this.#folded = shared ? shared.#folded : new SvelteSet();
    this.#live = live;
    this.#filter = filter;
  }

  /** Ids of the actors that the map draws. */
  get actors(): readonly string[] {
    return this.#actors;
  }

  /** Ids of the ties that the map draws. */
  get ties(): readonly string[] {
    return this.#ties;
  }

  /** The actor that is drawn for this one: itself, or the one that it is folded into. */
  shownAs(id: string): string {
    return this.#standIns.get(id) ?? id;
  }

  /** The actors at whose shapes a tie is drawn. */
  endsOf({ from, to }: Pick<Tie, 'from' | 'to'>): readonly [from: string, to: string] {
    return [this.shownAs(from), this.shownAs(to)];
  }

  /** How many are part of an actor, directly or through others. */
  partsOf(id: string): number {
    return this.nesting.partsOf.has(id) ? allPartsOf(id, this.nesting).length : 0;
  }

  isFolded(id: string): boolean {
    return this.#folded.has(id) && this.nesting.partsOf.has(id);
  }

  toggle(id: string): void {
    if (!this.#folded.delete(id)) this.#folded.add(id);
  }

  /** Unfolds all that an actor is part of, so that it is drawn. */
  reveal(id: string): void {
    for (const holder of holdersOf(id, this.nesting)) this.#folded.delete(holder);
  }
}
