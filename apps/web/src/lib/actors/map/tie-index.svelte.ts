import type { Actor, Tie, TieLine } from '@parley/model';
import { drawTie, tieLanes, type Point, type TieDrawing } from '@parley/model/map';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
import { shapeOf } from './look.ts';
import type { Places } from './places.svelte.ts';

const none: readonly Tie[] = [];

/** Which ties each actor has, and on which lane each is drawn. Read anew when a tie changes. */
export class TieIndex {
  readonly #live: LiveBoard;
  readonly #byActor = $derived.by(() => {
    const index = new Map<string, Tie[]>();
    for (const tie of this.#live.list('tie')) {
      for (const actor of new Set([tie.from, tie.to])) {
        const ties = index.get(actor);
        if (ties) ties.push(tie);
        else index.set(actor, [tie]);
      }
    }
    return index;
  });
  readonly #lanes = $derived.by(() => tieLanes(this.#live.list('tie')));

  constructor(live: LiveBoard) {
    this.#live = live;
  }

  of(actorId: string): readonly Tie[] {
    return this.#byActor.get(actorId) ?? none;
  }

  /**
   * Where the actors at the other ends of an actor's ties are, seen from that actor. Who stays does not
   * look after those who are held, or every neighbour would be drawn anew at each step of a drag.
   */
  otherEndsOf(actorId: string, places: Places): readonly Point[] {
    const from = places.of(actorId);
    return this.of(actorId).map((tie) => {
      const end = places.of(otherEnd(tie, actorId));
      const other = from.held ? end : end.settled;
      return { x: other.x - from.x, y: other.y - from.y };
    });
  }

  /**
   * @param ends its actors, from and to
   * @param line how the line of its kind is drawn
   */
  drawingOf(
    tie: Tie,
    [from, to]: readonly [Actor, Actor],
    places: Places,
    line: TieLine,
  ): TieDrawing {
    const [start, end] = [places.of(tie.from), places.of(tie.to)];
    return drawTie(
      tie.kind,
      tie.strength,
      shapeOf(from, { x: start.x, y: start.y }),
      shapeOf(to, { x: end.x, y: end.y }),
      this.#lanes.get(tie.id) ?? 0,
      line,
    );
  }
}

/** The actor at the other end of a tie. */
export const otherEnd = (tie: Tie, actorId: string): string =>
  tie.from === actorId ? tie.to : tie.from;
