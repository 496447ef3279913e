import { distance, type Point } from '@parley/model/map';
import { untrack } from 'svelte';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { workerAt } from '#lib/worker-at.ts';
import type { ActorsLens } from '../../actors-lens.svelte.ts';
import type { Folding } from '../folding.svelte.ts';
import { tieLook } from '../look.ts';
import type { MapView } from '../map-view.svelte.ts';
import type { Places } from '../places.svelte.ts';
import type { MapThing } from '../thing-at.ts';
import type { TieIndex } from '../tie-index.svelte.ts';
import address from './crowd.worker.ts?worker&url';

/** Actors and ties that a map has as elements at most; with more of them it is a crowd. */
const mostElements = 800;
/** Selected actors that become elements at most; the picture has a ring around further ones. */
const mostSelected = 100;
/** Width of what takes the pointer along a tie, in map units; the same as that of an element. */
const tieReach = 14;
/** How far beside the straight way between its ends a tie may be drawn, in map units. */
const lanesReach = 60;

export interface CrowdParts {
  readonly session: SpaceSession;
  readonly lens: ActorsLens;
  readonly places: Places;
  readonly ties: TieIndex;
  readonly view: MapView;
  /** What somebody is busy with besides: where Tab comes in, where a tie that is drawn would end. */
  readonly busy: () => readonly (string | null | undefined)[];
}

/** Begun while the board is still being made, so that the first picture need not wait for it. */
let begun: Worker | null = null;

/** Fetches what draws a crowd and starts it, where there is one: before the page comes to the map. */
export function beginCrowd(folding: Folding): void {
  if (!isCrowd(folding)) return;
  begun ??= workerAt(address);
  void import('./MapCrowd.svelte');
}

const isCrowd = (folding: Folding): boolean =>
  typeof OffscreenCanvas !== 'undefined' &&
  folding.actors.length + folding.ties.length > mostElements;

/**
 * Whether the map holds so much that it is drawn as a picture, and which elements it has then: what
 * somebody is busy with. See the README beside this file.
 */
export class Crowd {
  readonly #parts: CrowdParts;
  /** What of the picture is under the pointer. */
  #pointed: string | null = $state(null);
  /** A picture that cannot be drawn: elements, however many, are better than nothing. */
  failed = $state(false);

  readonly on = $derived.by(() => !this.failed && isCrowd(this.#parts.lens.folding));
  readonly #talkedOf = $derived.by(() => {
    const { lens, session } = this.#parts;
    const all = this.on ? [...lens.folding.actors, ...lens.folding.ties] : [];
    return all.filter((id) => session.openThreadsOn(id) > 0);
  });
  readonly #folded = $derived.by(() => {
    const { folding } = this.#parts.lens;
    return folding.actors.filter((id) => folding.isFolded(id));
  });
  readonly #busy = $derived.by((): ReadonlySet<string | null | undefined> => {
    const { session, lens, busy } = this.#parts;
    const way = lens.marks.way;
    const { ids } = session.selection;
    return new Set([
      ...busy(),
      this.#pointed,
      ...(ids.length > mostSelected ? [] : ids),
      ...session.peers.flatMap(({ selection }) => selection),
      ...(way ? [...way.actors, ...way.steps.flat()] : []),
      ...this.#talkedOf,
      ...this.#folded,
    ]);
  });
  readonly #actors = $derived.by(() => {
    const { actors } = this.#parts.lens.folding;
    return this.on ? actors.filter((id) => this.#busy.has(id)) : actors;
  });
  readonly #ties = $derived.by(() => {
    const { ties } = this.#parts.lens.folding;
    return this.on ? ties.filter((id) => this.#busy.has(id)) : ties;
  });

  constructor(parts: CrowdParts) {
    this.#parts = parts;
  }

  destroy(): void {
    begun?.terminate();
    begun = null;
  }

  /** A worker that draws; whoever takes it ends it. */
  takeWorker(): Worker {
    const taken = begun ?? workerAt(address);
    begun = null;
    return taken;
  }

  /** Ids of the actors that are elements, in the order of the list. */
  get actors(): readonly string[] {
    return this.#actors;
  }

  get ties(): readonly string[] {
    return this.#ties;
  }

  /** Where an actor stands among all, counted from 1; null where every one of them is an element. */
  placeOf(id: string): { readonly size: number; readonly place: number } | null {
    const { actors } = this.#parts.lens.folding;
    return this.on ? { size: actors.length, place: actors.indexOf(id) + 1 } : null;
  }

  /** Ids of selected actors that are too many to be elements. */
  get ringed(): readonly string[] {
    const { ids } = this.#parts.session.selection;
    return this.on && ids.length > mostSelected ? ids : [];
  }

  /** What the pointer is on, or was pressed on, becomes an element, and takes the pointer from then on. */
  pointAt(thing: MapThing | null): void {
    this.#pointed = thing?.id ?? null;
  }

  /** What of the picture is drawn at a place of the page. */
  thingAt(place: { readonly clientX: number; readonly clientY: number }): MapThing | null {
    return untrack(() => {
      if (!this.on) return null;
      const at = this.#parts.view.toMap(place);
      const actor = this.#actorAt(at);
      if (actor !== null) return { kind: 'actor', id: actor, handle: false };
      const tie = this.#tieAt(at);
      return tie === null ? null : { kind: 'tie', id: tie, handle: false };
    });
  }

  /** The actor that is drawn over all others at a point of the map. */
  #actorAt(at: Point): string | null {
    const { lens, places, session, ties } = this.#parts;
    const over = lens.folding.actors.findLast((id) => {
      const actor = session.board.get('actor', id);
      if (!actor) return false;
      const { kind, radius } = ties.shapeOf(actor, at);
      const place = places.of(id);
      const [dx, dy] = [Math.abs(place.x - at.x), Math.abs(place.y - at.y)];
      return kind === 'square' ? Math.max(dx, dy) <= radius : Math.hypot(dx, dy) <= radius;
    });
    return over ?? null;
  }

  #tieAt(at: Point): string | null {
    const { lens, places, session, ties } = this.#parts;
    const under = lens.folding.ties.findLast((id) => {
      const tie = session.board.get('tie', id);
      if (!tie) return false;
      const [from, to] = lens.folding.endsOf(tie);
      if (awayFrom(places.of(from), places.of(to), at) > lanesReach) return false;
      const { line } = tieLook(tie.kind, session.settings);
      const reach = ties.drawingOf(tie, places, line)?.reach;
      return reach !== undefined && isOn(reach, at);
    });
    return under ?? null;
  }
}

/** How far a point is from the straight way between two others. */
function awayFrom(from: Point, to: Point, at: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  const part = Math.min(1, Math.max(0, share));
  return distance({ x: from.x + part * dx, y: from.y + part * dy }, at);
}

let probe: CanvasRenderingContext2D | null = null;

/** @param reach SVG path of what takes the pointer along a tie */
function isOn(reach: string, { x, y }: Point): boolean {
  probe ??= document.createElement('canvas').getContext('2d');
  if (!probe) return false;
  probe.lineWidth = tieReach;
  return probe.isPointInStroke(new Path2D(reach), x, y);
}
