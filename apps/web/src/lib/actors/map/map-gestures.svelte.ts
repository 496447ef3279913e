import type { Point } from '@parley/model/map';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { mayMove } from './position-lock.ts';
import type { MapView } from './map-view.svelte.ts';
import type { Places } from './places.svelte.ts';
import { thingAt, type MapThing } from './thing-at.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Parts {
  readonly session: SpaceSession;
  readonly view: MapView;
  readonly places: Places;
  /** Ids of the actors that are shown. */
  readonly actors: () => readonly string[];
  /** What is drawn at a place of the page without being an element. */
  readonly drawnAt: (place: { clientX: number; clientY: number }) => MapThing | null;
  /** A tie was drawn from one actor to another. */
  readonly ondraw: (from: string, to: string) => void;
  /** An actor is wanted at this place of the map. */
  readonly onadd: (at: Point) => void;
}

/** Pixels that a pointer may move before a press counts as a drag. */
const slack = 4;
/** Milliseconds between two writes of a drag that others see; the own screen follows every move. */
const pace = 50;
let drags = 0;

/** What a pointer does on the map: selecting, dragging actors, the rubber band, drawing ties. */
export class MapGestures {
  /** The rubber band, in map units. */
  band: Box | null = $state.raw(null);
  /** A tie that is being drawn: where from, where to, and the actor under the pointer. */
  drawing: { readonly from: string; readonly to: Point; readonly over: string | null } | null =
    $state.raw(null);
  readonly #parts: Parts;
  #end: ((event: PointerEvent, done: boolean) => void) | null = null;
  #move: ((event: PointerEvent) => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly attach = (svg: SVGSVGElement): (() => void) => {
    const { session, view } = this.#parts;
    const ending = new AbortController();
    const on = <K extends keyof SVGSVGElementEventMap>(
      type: K,
      listener: (event: SVGSVGElementEventMap[K]) => void,
    ) => svg.addEventListener(type, listener, { signal: ending.signal });
    on('pointerdown', (event) => this.#press(svg, event));
    on('pointermove', (event) => {
      this.#move?.(event);
      if (event.pointerType !== 'touch') session.setPresence({ cursor: view.toMap(event) });
    });
    on('pointerup', (event) => this.#finish(event, true));
    on('pointercancel', (event) => this.#finish(event, false));
    on('pointerleave', () => session.setPresence({ cursor: null }));
    on('dblclick', (event) => {
      if (session.canEdit && !this.#thingAt(event)) this.#parts.onadd(view.toMap(event));
    });
    return () => {
      ending.abort();
      session.setPresence({ cursor: null });
    };
  };

  /** Gives up what is under way; true when there was something. */
  cancel(): boolean {
    if (!this.#end) return false;
    this.#finish(new PointerEvent('pointercancel'), false);
    return true;
  }

  #press(svg: SVGSVGElement, event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const { session } = this.#parts;
    const thing = this.#thingAt(event);
    if (thing?.handle && session.canEdit) this.#drawFrom(thing.id);
    else if (thing?.kind === 'actor') this.#pressActor(thing.id, event);
    else if (thing) this.#choose(thing.id, event);
    else if (event.shiftKey) this.#stretchBand(event);
    else this.#pressPaper(event);
    if (this.#move) svg.setPointerCapture(event.pointerId);
  }

  #thingAt(event: MouseEvent): MapThing | null {
    return thingAt(event.target) ?? this.#parts.drawnAt(event);
  }

  #choose(id: string, event: PointerEvent): void {
    const { selection } = this.#parts.session;
    if (event.shiftKey || event.ctrlKey || event.metaKey) selection.toggle(id);
    else if (!selection.has(id)) selection.set([id]);
  }

  /** A press on the paper that is no pan clears the selection. */
  #pressPaper(start: PointerEvent): void {
    this.#end = (event, done) => {
      if (done && near(start, event)) this.#parts.session.selection.clear();
    };
  }

  #pressActor(id: string, start: PointerEvent): void {
    const { session, places, view } = this.#parts;
    const chosenBefore = session.selection.has(id);
    this.#choose(id, start);
    if (!mayMove(session) || !session.selection.has(id)) return;
    const from = view.toMap(start);
    const starts = new Map<string, Point>();
    let written = 0;
    drags += 1;
    const gesture = `drag ${drags}`;
    const write = () => {
      session.board.act(
        'move actor',
        () => {
          for (const actor of starts.keys()) {
            const { x, y } = places.of(actor);
            session.board.change('actor', actor, { at: { x: Math.round(x), y: Math.round(y) } });
          }
        },
        gesture,
      );
    };
    this.#move = (event) => {
      if (starts.size === 0) {
        if (near(start, event)) return;
        for (const actor of session.selection.ids) {
          if (!session.board.get('actor', actor)) continue;
          const { x, y } = places.of(actor);
          starts.set(actor, { x, y });
        }
        places.hold([...starts.keys()]);
      }
      const to = view.toMap(event);
      for (const [actor, at] of starts) {
        places.of(actor).moveTo({ x: at.x + to.x - from.x, y: at.y + to.y - from.y });
      }
      if (event.timeStamp - written < pace) return;
      written = event.timeStamp;
      write();
    };
    this.#end = (_event, done) => {
      if (starts.size > 0) {
        if (!done) for (const [actor, at] of starts) places.of(actor).moveTo(at);
        write();
        places.release();
      } else if (done && chosenBefore && !start.shiftKey && !start.ctrlKey && !start.metaKey) {
        session.selection.set([id]);
      }
    };
  }

  #stretchBand(start: PointerEvent): void {
    const { session, view, places, actors } = this.#parts;
    const from = view.toMap(start);
    const before = session.selection.ids;
    this.#move = (event) => {
      const to = view.toMap(event);
      const box = {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      };
      this.band = box;
      const inside = actors().filter((id) => within(box, places.of(id)));
      session.selection.set([...before, ...inside]);
    };
    this.#end = (_event, done) => {
      this.band = null;
      if (!done) session.selection.set(before);
    };
  }

  #drawFrom(from: string): void {
    const { view } = this.#parts;
    this.#move = (event) => {
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const thing = thingAt(under) ?? this.#parts.drawnAt(event);
      const over = thing?.kind === 'actor' && thing.id !== from ? thing.id : null;
      this.drawing = { from, to: view.toMap(event), over };
    };
    this.#end = (_event, done) => {
      const over = this.drawing?.over ?? null;
      this.drawing = null;
      if (done && over !== null) this.#parts.ondraw(from, over);
    };
  }

  #finish(event: PointerEvent, done: boolean): void {
    const end = this.#end;
    this.#end = null;
    this.#move = null;
    end?.(event, done);
  }
}

const near = (a: PointerEvent, b: PointerEvent) =>
  Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) < slack;

const within = (box: Box, { x, y }: Point) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
