import type { Actor, Tie, TieLine } from '@parley/model';
import { drawTie, tieLanes, type Point, type Shape, type TieDrawing } from '@parley/model/map';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
import type { Folding } from './folding.svelte.ts';
import { shapeOf } from './look.ts';
import type { MapMarks } from './map-marks.svelte.ts';
import type { Places } from './places.svelte.ts';

const none: readonly Tie[] = [];

/** Which ties each actor has, and on which lane each is drawn. Read anew when a tie changes. */
export class TieIndex {
  readonly #live: LiveBoard;
  readonly #folding: Folding;
  readonly #marks: MapMarks;
  readonly #byActor = $derived.by(() => {
    const index = new Map<string, Tie[]>();
    for (const tie of this.#live.list('tie')) {
      const [from, to] = this.#folding.endsOf(tie);
      if (from === to && tie.from !== tie.to) continue;
      for (const actor of new Set([from, to])) {
        const ties = index.get(actor);
        if (ties) ties.push(tie);
        else index.set(actor, [tie]);
      }
    }
    return index;
  });
  readonly #lanes = $derived.by(() =>
    tieLanes(
      this.#live.list('tie').map((tie) => {
        const [from, to] = this.#folding.endsOf(tie);
        return { id: tie.id, from, to };
      }),
    ),
  );

  constructor(live: LiveBoard, { folding, marks }: { folding: Folding; marks: MapMarks }) {
    this.#live = live;
    this.#folding = folding;
    this.#marks = marks;
  }

  /** Ties that are drawn at an actor: its own, and those of its parts while it is folded. */
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
      const [start, finish] = this.#folding.endsOf(tie);
      const end = places.of(start === actorId ? finish : start);
      const other = from.held ? end : end.settled;
      return { x: other.x - from.x, y: other.y - from.y };
    });
  }

  /** The shape of an actor, as large as it is drawn here. */
  shapeOf(actor: Pick<Actor, 'id' | 'role'>, at: Point): Shape {
    return shapeOf(actor, at, this.#marks.radiusOf(actor.id));
  }

  /** Whether one of its ends is held: what moves draws it then. */
  isHeld(tie: Tie, places: Places): boolean {
    return this.#folding.endsOf(tie).some((id) => places.of(id).held);
  }

  /**
   * @param line how the line of its kind is drawn
   * @returns null while an end of it is not there
   */
  drawingOf(tie: Tie, places: Places, line: TieLine): TieDrawing | null {
    const ends = this.#folding.endsOf(tie).map((id) => {
      const actor = this.#live.get('actor', id);
      const { x, y } = places.of(id);
      return actor && this.shapeOf(actor, { x, y });
    });
    const [from, to] = ends;
    if (!from || !to) return null;
    return drawTie(tie.kind, tie.strength, from, to, this.#lanes.get(tie.id) ?? 0, line);
  }
}

/** The actor at the other end of a tie. */
export const otherEnd = (tie: Tie, actorId: string): string =>
  tie.from === actorId ? tie.to : tie.from;
