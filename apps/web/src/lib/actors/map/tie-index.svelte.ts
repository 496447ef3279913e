import type { Tie } from '@parley/model';
import { tieLanes, type Point } from '@parley/model/map';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
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

  /** Where the actors at the other ends of an actor's ties are drawn, seen from that actor. */
  otherEndsOf(actorId: string, places: Places): readonly Point[] {
    const from = places.of(actorId);
    return this.of(actorId).map((tie) => {
      const other = places.of(otherEnd(tie, actorId));
      return { x: other.x - from.x, y: other.y - from.y };
    });
  }

  laneOf(tieId: string): number {
    return this.#lanes.get(tieId) ?? 0;
  }
}

/** The actor at the other end of a tie. */
export const otherEnd = (tie: Tie, actorId: string): string =>
  tie.from === actorId ? tie.to : tie.from;
