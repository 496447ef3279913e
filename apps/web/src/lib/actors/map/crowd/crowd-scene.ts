import {
  drawTie,
  labelLines,
  placeLabel,
  type LabelPlace,
  type Point,
  type TieDrawing,
} from '@parley/model/map';
import { nameReach } from '../legible.ts';
import type { CrowdActor, CrowdFrame, CrowdOrder, CrowdTie } from './crowd-order.ts';

/** The name of an actor and where it stands. */
export interface CrowdLabel {
  readonly lines: readonly string[];
  readonly place: LabelPlace;
}

/** Ties that look the same, as the text of one path: few paths are drawn much faster than many. */
export interface CrowdStrokes {
  readonly colour: string;
  /** In map units. */
  readonly width: number;
  /** Lengths of strokes and gaps, in map units; empty for a solid line. */
  readonly dash: readonly number[];
  readonly filled: boolean;
  line: string;
  marks: string;
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far beside the straight way between two actors a tie may be drawn, in map units. */
const tieReach = 60;

/** What there is to draw, kept from order to order: what has not changed is not worked out anew. */
export class CrowdScene {
  readonly actors = new Map<string, CrowdActor>();
  readonly #ties = new Map<string, CrowdTie>();
  readonly #tiesOf = new Map<string, CrowdTie[]>();
  readonly #drawings = new Map<string, TieDrawing>();
  readonly #labels = new Map<string, CrowdLabel>();
  #held: ReadonlySet<string> = new Set();
  #ringed: readonly string[] = [];

  take({ all, actors, held, ringed }: CrowdOrder): void {
    if (all) this.#takeAll(all.actors, all.ties);
    for (const actor of actors ?? []) this.#takeActor(actor);
    if (held) this.#held = new Set(held);
    if (ringed) this.#ringed = ringed;
  }

  /** Those who are in a frame or near it, and not drawn elsewhere. */
  *shown(frame: CrowdFrame): Generator<CrowdActor> {
    const near = edgesOf(frame, nameReach);
    for (const actor of this.actors.values()) {
      const { x, y } = actor.shape.at;
      const inside = x > near.left && x < near.right && y > near.top && y < near.bottom;
      if (inside && !this.#held.has(actor.id)) yield actor;
    }
  }

  get ringed(): readonly CrowdActor[] {
    return this.#ringed.flatMap((id) => this.actors.get(id) ?? []);
  }

  /** The ties that may cross a frame and are not drawn elsewhere. */
  strokes(frame: CrowdFrame): readonly CrowdStrokes[] {
    const near = edgesOf(frame, tieReach);
    const alike = new Map<string, CrowdStrokes>();
    for (const tie of this.#ties.values()) {
      if (this.#held.has(tie.from) || this.#held.has(tie.to)) continue;
      const [from, to] = [this.actors.get(tie.from), this.actors.get(tie.to)];
      if (!from || !to || passesBy(from.shape.at, to.shape.at, near)) continue;
      const { line, marks, width, dash, filled } = this.#drawingOf(tie, from, to);
      const key = `${tie.colour} ${width} ${dash} ${filled}`;
      const strokes = alike.get(key);
      if (strokes) {
        strokes.line += line;
        strokes.marks += marks;
      } else {
        const lengths = dash === '' ? [] : dash.split(' ').map(Number);
        alike.set(key, { colour: tie.colour, width, dash: lengths, filled, line, marks });
      }
    }
    return [...alike.values()];
  }

  labelOf(actor: CrowdActor): CrowdLabel {
    let label = this.#labels.get(actor.id);
    if (!label) {
      const lines = labelLines(actor.name);
      const centre = { ...actor.shape, at: { x: 0, y: 0 } };
      label = { lines, place: placeLabel(centre, lines, this.#otherEndsOf(actor)) };
      this.#labels.set(actor.id, label);
    }
    return label;
  }

  #takeAll(actors: readonly CrowdActor[], ties: readonly CrowdTie[]): void {
    for (const known of [this.actors, this.#ties, this.#tiesOf, this.#drawings, this.#labels]) {
      known.clear();
    }
    for (const actor of actors) this.actors.set(actor.id, actor);
    for (const tie of ties) {
      this.#ties.set(tie.id, tie);
      for (const end of new Set([tie.from, tie.to])) {
        const own = this.#tiesOf.get(end);
        if (own) own.push(tie);
        else this.#tiesOf.set(end, [tie]);
      }
    }
  }

  #takeActor(actor: CrowdActor): void {
    if (!this.actors.has(actor.id)) return;
    this.actors.set(actor.id, actor);
    this.#labels.delete(actor.id);
    for (const tie of this.#tiesOf.get(actor.id) ?? []) {
      this.#drawings.delete(tie.id);
      this.#labels.delete(tie.from);
      this.#labels.delete(tie.to);
    }
  }

  #otherEndsOf({ id, shape }: CrowdActor): Point[] {
    return (this.#tiesOf.get(id) ?? []).flatMap(({ from, to }) => {
      const at = this.actors.get(from === id ? to : from)?.shape.at;
      return at ? [{ x: at.x - shape.at.x, y: at.y - shape.at.y }] : [];
    });
  }

  #drawingOf(tie: CrowdTie, from: CrowdActor, to: CrowdActor): TieDrawing {
    let drawing = this.#drawings.get(tie.id);
    if (!drawing) {
      const { kind, strength, lane, line } = tie;
      drawing = drawTie(kind, strength, from.shape, to.shape, lane, line);
      this.#drawings.set(tie.id, drawing);
    }
    return drawing;
  }
}

/** The edges of a frame, in map units, moved out by so many of them. */
function edgesOf({ corner, k, width, height }: CrowdFrame, out: number): Edges {
  const [left, top] = [corner.x - out, corner.y - out];
  return {
    left,
    top,
    right: corner.x + width / k + out,
    bottom: corner.y + height / k + out,
  };
}

/** Whether both ends of a line are on the same far side of a frame. */
const passesBy = (from: Point, to: Point, { left, top, right, bottom }: Edges): boolean =>
  Math.max(from.x, to.x) < left ||
  Math.min(from.x, to.x) > right ||
  Math.max(from.y, to.y) < top ||
  Math.min(from.y, to.y) > bottom;
