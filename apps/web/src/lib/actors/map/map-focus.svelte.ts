import { nextInDirection, type Direction } from '@parley/model/map';
import { tick } from 'svelte';
import type { SelectionState } from '#lib/live/selection-state.svelte.ts';
import type { Folding } from './folding.svelte.ts';
import type { MapView } from './map-view.svelte.ts';
import type { Places } from './places.svelte.ts';
import { thingAt, type MapThing } from './thing-at.ts';

export interface MapFocusParts {
  readonly selection: SelectionState;
  readonly view: MapView;
  readonly places: Places;
  /** The actors and ties that are drawn. */
  readonly filter: Folding;
}

/** Which actor or tie of the map has the focus, or would get it by Tab; and how arrow keys walk on from there. */
export class MapFocus {
  readonly #parts: MapFocusParts;
  #map: SVGSVGElement | null = null;
  /** Those that had the focus last. */
  #lastActor = $state('');
  #lastTie = $state('');
  /** Where Tab comes in. */
  readonly actor = $derived.by(() => {
    const { actors } = this.#parts.filter;
    return actors.includes(this.#lastActor) ? this.#lastActor : actors[0];
  });
  readonly tie = $derived.by(() => {
    const { ties } = this.#parts.filter;
    return ties.includes(this.#lastTie) ? this.#lastTie : ties[0];
  });

  constructor(parts: MapFocusParts) {
    this.#parts = parts;
  }

  readonly attach = (map: SVGSVGElement): (() => void) => {
    this.#map = map;
    const remember = ({ target }: FocusEvent) => {
      const thing = thingAt(target);
      if (thing?.kind === 'actor') this.#lastActor = thing.id;
      else if (thing) this.#lastTie = thing.id;
    };
    map.addEventListener('focusin', remember);
    return () => {
      this.#map = null;
      map.removeEventListener('focusin', remember);
    };
  };

  /** Brings a thing into view, selects it and gives it the focus. */
  async on(kind: 'actor' | 'tie', id: string): Promise<void> {
    const { selection, view, places } = this.#parts;
    if (kind === 'actor') {
      this.#lastActor = id;
      view.reveal(places.of(id));
    } else this.#lastTie = id;
    selection.set([id]);
    await tick();
    this.#map?.querySelector<SVGElement>(`[data-${kind}="${CSS.escape(id)}"]`)?.focus();
  }

  /** From actor to actor by where they stand; from tie to tie in their order. */
  walk(direction: Direction, at: MapThing | null): void {
    const { filter, places } = this.#parts;
    if (at?.kind === 'tie') {
      const step = direction === 'left' || direction === 'up' ? -1 : 1;
      const next = filter.ties[filter.ties.indexOf(at.id) + step];
      if (next !== undefined) void this.on('tie', next);
      return;
    }
    const from = at?.id ?? this.actor;
    if (from === undefined) return;
    const others = new Map(
      filter.actors.filter((id) => id !== from).map((id) => [id, places.of(id)]),
    );
    void this.on('actor', nextInDirection(places.of(from), direction, others) ?? from);
  }
}
