import type { BoardChange } from '@parley/model';
import { freePlace, placeUnplaced, type Point } from '@parley/model/map';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';

/** Where one actor is drawn. State of its own, so that moving one redraws it and its ties only. */
export class Place implements Point {
  x = $state(0);
  y = $state(0);
  /** Whether somebody holds this one here: it is drawn with what moves. */
  held = $state(false);
  /** Where it was before somebody took hold of it: what stays on the map is drawn by that until the drop. */
  settled: Point = $state.raw({ x: 0, y: 0 });

  constructor({ x, y }: Point) {
    this.moveTo({ x, y });
  }

  moveTo({ x, y }: Point): void {
    this.x = x;
    this.y = y;
    if (!this.held && (x !== this.settled.x || y !== this.settled.y)) this.settled = { x, y };
  }

  letGo(): void {
    this.held = false;
    this.moveTo(this);
  }
}

/**
 * Where every actor is drawn: as the board says; for those without a place, beside the others; for
 * those that somebody holds here, under the pointer until they are let go.
 */
export class Places {
  readonly #live: LiveBoard;
  readonly #byId = new Map<string, Place>();
  #held: readonly string[] = $state.raw([]);
  #unplaced = '';
  readonly #stop: () => void;

  constructor(live: LiveBoard) {
    this.#live = live;
    this.#readAll(live.board.records('actor').keys());
    this.#stop = live.board.subscribe((change) => this.#read(change));
  }

  /** Never fails: who is not on the board any more stays where they were last. */
  of(id: string): Place {
    const known = this.#byId.get(id);
    if (known) return known;
    const place = new Place(this.#live.board.get('actor', id)?.at ?? { x: 0, y: 0 });
    this.#byId.set(id, place);
    return place;
  }

  /** The nearest place where one more actor covers nobody. */
  freeNear(wish: Point): Point {
    const taken = this.#live.board.list('actor').map(({ id }) => this.of(id));
    return freePlace(wish, taken);
  }

  /** These follow the pointer here, whatever arrives from others meanwhile. */
  hold(ids: readonly string[]): void {
    this.#held = ids;
    for (const id of ids) this.of(id).held = true;
  }

  release(): void {
    const held = this.#held;
    this.#held = [];
    for (const id of held) this.of(id).letGo();
    this.#readAll(held);
  }

  /** Ids of those that are held. */
  get held(): readonly string[] {
    return this.#held;
  }

  destroy(): void {
    this.#stop();
  }

  #read(change: BoardChange): void {
    const ids = change.get('actor');
    if (ids) this.#readAll(ids);
  }

  #readAll(ids: Iterable<string>): void {
    const { board } = this.#live;
    for (const id of ids) {
      const at = board.get('actor', id)?.at;
      const place = this.of(id);
      if (at && !place.held) place.moveTo(at);
    }
    const unplaced = board.list('actor').filter(({ at }) => at === null);
    const names = unplaced.map(({ id }) => id).join(' ');
    // Those who wait for a place stay where they are drawn while others are moved about.
    if (names === this.#unplaced) return;
    this.#unplaced = names;
    const placed = board.list('actor').flatMap(({ at }) => (at ? [at] : []));
    const places = placeUnplaced(
      placed,
      unplaced.map(({ id }) => id),
    );
    for (const [id, at] of places) if (!this.of(id).held) this.of(id).moveTo(at);
  }
}
