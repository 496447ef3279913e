import { middleOf, type Point } from '@parley/model/map';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';

interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** What is seen of the map: its middle, in map units, and the zoom. */
export interface Seen extends Point {
  readonly k: number;
}

/** Room kept free around what is brought into view, in pixels. */
const margin = 24;
/** The ends of the zoom. */
const [least, most] = [0.1, 4];

/** What part of the map is seen: panning and zooming by wheel, pinch, drag, buttons and keys. */
export class MapView {
  transform: Transform = $state.raw({ x: 0, y: 0, k: 1 });
  /** Whether all is in view, and nobody has moved it since. */
  fits = false;
  #svg: SVGSVGElement | null = null;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;

  /** Told that this person moved the map themselves. */
  onmoved: () => void = () => undefined;
  /** Whether something that is no element is drawn at a place of the page: it is not paper. */
  covers: (place: { readonly clientX: number; readonly clientY: number }) => boolean = () => false;

  /** @param onseen told what is seen whenever that changes */
  constructor(onseen: (seen: Seen) => void) {
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([least, most])
      .extent(() => [[0, 0], this.#size()])
      // Actors, ties and the rubber band have the pointer for themselves.
      .filter((event: MouseEvent | TouchEvent) => event.type === 'wheel' || this.#isOnPaper(event))
      .on('zoom', ({ transform, sourceEvent }: { transform: Transform; sourceEvent: unknown }) => {
        const { x, y, k } = transform;
        this.transform = { x, y, k };
        this.fits = false;
        onseen({ ...this.middle, k });
        // What code has moved has no event behind it.
        if (sourceEvent) this.onmoved();
      });
  }

  readonly attach = (svg: SVGSVGElement): (() => void) => {
    this.#svg = svg;
    const selection = select<SVGSVGElement, unknown>(svg);
    // A double click adds an actor.
    selection.call(this.#zoom).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
      this.#svg = null;
    };
  };

  /** A point of the page as a point of the map. */
  toMap({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const box = this.#svg?.getBoundingClientRect();
    const { x, y, k } = this.transform;
    return { x: (clientX - (box?.left ?? 0) - x) / k, y: (clientY - (box?.top ?? 0) - y) / k };
  }

  /** The middle of what is seen. */
  get middle(): Point {
    const [width, height] = this.#size();
    const { x, y, k } = this.transform;
    return { x: (width / 2 - x) / k, y: (height / 2 - y) / k };
  }

  zoomBy(factor: number): void {
    if (this.#svg) this.#zoom.scaleBy(select<SVGSVGElement, unknown>(this.#svg), factor);
  }

  centreOn({ x, y }: Point): void {
    if (this.#svg) this.#zoom.translateTo(select<SVGSVGElement, unknown>(this.#svg), x, y);
  }

  /** Shows the same as another page does, as far as this one has room. */
  show({ x, y, k }: Seen): void {
    if (!this.#svg) return;
    const [width, height] = this.#size();
    const shown = zoomIdentity
      .translate(width / 2, height / 2)
      .scale(Math.min(Math.max(k, least), most))
      .translate(-x, -y);
    this.#zoom.transform(select<SVGSVGElement, unknown>(this.#svg), shown);
  }

  /** Moves just as far as is needed to have a point in view. */
  reveal({ x, y }: Point): void {
    const [width, height] = this.#size();
    const { x: left, y: top, k } = this.transform;
    const [seenX, seenY] = [x * k + left, y * k + top];
    const seen = seenX > 40 && seenX < width - 40 && seenY > 40 && seenY < height - 40;
    if (!seen) this.centreOn({ x, y });
  }

  /**
   * Brings all points into view, never larger than life.
   * @param least zoom below which names cannot be read: rather than that, the edges stay out of view
   */
  fit(points: readonly Point[], least = 0.1): void {
    if (!this.#svg || points.length === 0) return;
    const [width, height] = this.#size();
    const middle = middleOf(points);
    const reach = (read: (point: Point) => number, centre: number) =>
      2 * Math.max(...points.map((point) => Math.abs(read(point) - centre)), 1);
    const all = Math.min(
      (width - 2 * margin) / reach(({ x }) => x, middle.x),
      (height - 2 * margin) / reach(({ y }) => y, middle.y),
    );
    const k = Math.max(least, Math.min(1.1, all));
    const moved = zoomIdentity
      .translate(width / 2, height / 2)
      .scale(k)
      .translate(-middle.x, -middle.y);
    this.#zoom.transform(select<SVGSVGElement, unknown>(this.#svg), moved);
    this.fits = true;
  }

  #size(): [number, number] {
    const box = this.#svg?.getBoundingClientRect();
    return [box?.width ?? 1, box?.height ?? 1];
  }

  #isOnPaper(event: MouseEvent | TouchEvent): boolean {
    const target = event.target instanceof Element ? event.target : null;
    const touch = 'touches' in event ? event.touches[0] : undefined;
    const at = 'clientX' in event ? event : touch;
    const onThing =
      (target?.closest('[data-actor], [data-tie]') ?? null) !== null || (at && this.covers(at));
    // A finger has no button.
    const pans = !('button' in event) || event.button === 0 || event.button === 1;
    return !onThing && !event.shiftKey && pans;
  }
}
