import type { BoardChange } from '@parley/model';
import { tieLanes, type Point } from '@parley/model/map';
import { untrack } from 'svelte';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import type { ActorsLens } from '../../actors-lens.svelte.ts';
import { colourReader } from '#lib/pictures/colour-reader.ts';
import { isOutside, tieLook, toneColours, toneOf } from '../look.ts';
import type { MapView } from '../map-view.svelte.ts';
import type { Places } from '../places.svelte.ts';
import type { TieIndex } from '../tie-index.svelte.ts';
import type { CrowdActor, CrowdAnswer, CrowdFrame, CrowdOrder, CrowdTie } from './crowd-order.ts';
import type { Crowd } from './crowd.svelte.ts';
import { pageFaces } from './page-faces.ts';

/** What is drawn around what is seen, as a share of it on each side: room to pan without a new picture. */
const margin = 0.25;
/** How much larger or smaller than it was drawn a picture is shown before another is asked for. */
const mostScaled = 1.3;
/** Ms without a move of the view after which the picture is drawn sharp. */
const stillness = 120;

interface Parts {
  readonly session: SpaceSession;
  readonly lens: ActorsLens;
  readonly places: Places;
  readonly ties: TieIndex;
  readonly crowd: Crowd;
}

/**
 * The picture of a crowd in a canvas of the page. The worker has one order at a time; what changes
 * meanwhile is told with the next one. While the view moves, the last picture is moved with it.
 */
export class CrowdPicture {
  readonly #parts: Parts;
  readonly #canvas: HTMLCanvasElement;
  readonly #worker: Worker;
  readonly #colour = colourReader();
  #told: Omit<CrowdOrder, 'frame' | 'actors'> = {};
  readonly #changed = new Set<string>();
  #held: readonly string[] = [];
  #transform: MapView['transform'] = { x: 0, y: 0, k: 1 };
  #size = { width: 0, height: 0 };
  /** The part of the map that the canvas shows; null before there is a picture. */
  #shown: CrowdFrame | null = null;
  #waiting = false;
  #wanted = false;
  #still: ReturnType<typeof setTimeout> | undefined;
  #asked: number | undefined;
  readonly #stop: () => void;

  constructor(canvas: HTMLCanvasElement, parts: Parts) {
    this.#canvas = canvas;
    this.#parts = parts;
    this.#worker = parts.crowd.takeWorker();
    this.#worker.onmessage = ({ data }: MessageEvent<CrowdAnswer>) => this.#show(data);
    this.#worker.onerror = ({ message }) => {
      reportError(new Error(message));
      parts.crowd.failed = true;
    };
    this.#tellStyle();
    const [family = ''] = getComputedStyle(canvas).fontFamily.split(',');
    this.#tell({ faces: pageFaces(family.replaceAll(/["']/g, '').trim()) });
    this.#stop = parts.session.board.subscribe((change) => this.#read(change));
  }

  destroy(): void {
    this.#stop();
    clearTimeout(this.#still);
    if (this.#asked !== undefined) cancelAnimationFrame(this.#asked);
    this.#worker.terminate();
  }

  /** Tells everything anew. In an effect it runs again with all that is not an actor's own or its place. */
  tellAll(actors: readonly string[], ties: readonly string[]): void {
    const { session, lens } = this.#parts;
    const shown = new Set(ties);
    const records = session.live.list('tie').filter(({ id }) => shown.has(id));
    const drawn = records.map((tie) => {
      const [from, to] = lens.folding.endsOf(tie);
      return { ...tie, from, to };
    });
    const lanes = tieLanes(drawn);
    const all = {
      actors: actors.flatMap((id) => this.#actor(id) ?? []),
      ties: drawn.map(({ id, from, to, kind, strength }): CrowdTie => {
        const { line, colour } = tieLook(kind, session.settings);
        const lane = lanes.get(id) ?? 0;
        return { id, from, to, kind, strength, lane, line, colour: this.#colour(colour) };
      }),
    };
    this.#changed.clear();
    this.#tell({ all });
  }

  tellHeld(held: readonly string[]): void {
    // Those who were let go stand elsewhere now.
    for (const id of this.#held) this.#changed.add(id);
    this.#held = held;
    this.#tell({ held });
  }

  tellRinged(ringed: readonly string[]): void {
    this.#tell({ ringed });
  }

  #tellStyle(): void {
    const read = this.#colour;
    this.#tell({
      style: {
        ink: read('var(--ink)'),
        paper: read('var(--paper)'),
        card: read('var(--card)'),
        accent: read('var(--accent)'),
        family: getComputedStyle(this.#canvas).fontFamily,
      },
    });
  }

  /** The view has moved, or the map has another size, in pixels of CSS. */
  look(transform: MapView['transform'], width: number, height: number): void {
    this.#transform = transform;
    const resized = width !== this.#size.width || height !== this.#size.height;
    this.#size = { width, height };
    this.#place();
    clearTimeout(this.#still);
    // Somebody waits for the first one.
    if (!this.#shown && !this.#waiting) this.#order();
    else if (resized || this.#isOut()) this.#ask();
    else this.#still = setTimeout(() => this.#ask(), stillness);
  }

  #tell(news: Omit<CrowdOrder, 'frame' | 'actors'>): void {
    this.#told = { ...this.#told, ...news };
    this.#ask();
  }

  #read(change: BoardChange): void {
    const { places } = this.#parts;
    // Those who are held are not part of the picture until they are let go.
    const ids = [...(change.get('actor') ?? [])].filter((id) => untrack(() => !places.of(id).held));
    if (ids.length === 0) return;
    for (const id of ids) this.#changed.add(id);
    this.#ask();
  }

  /** Orders at the next frame, when everything that belongs to a change has been told. */
  #ask(): void {
    this.#wanted = true;
    this.#asked ??= requestAnimationFrame(() => {
      this.#asked = undefined;
      if (!this.#waiting && this.#wanted) this.#order();
    });
  }

  #order(): void {
    const { width, height } = this.#size;
    if (width === 0 || height === 0) return;
    this.#waiting = true;
    this.#wanted = false;
    const actors = [...this.#changed].flatMap((id) => this.#actor(id) ?? []);
    this.#changed.clear();
    const order: CrowdOrder = { ...this.#told, actors, frame: this.#frame() };
    this.#told = {};
    this.#worker.postMessage(order);
  }

  #show({ frame, picture }: CrowdAnswer): void {
    this.#waiting = false;
    if (!this.#shown) this.#wanted = true;
    this.#shown = frame;
    const canvas = this.#canvas;
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    canvas.style.inlineSize = `${frame.width}px`;
    canvas.style.blockSize = `${frame.height}px`;
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    canvas.dataset.drawn = '';
    this.#place();
    if (this.#wanted) this.#ask();
  }

  /** Puts the picture that there is where it belongs in what is seen now. */
  #place(): void {
    const shown = this.#shown;
    if (!shown) return;
    const { x, y, k } = this.#transform;
    const [left, top] = [shown.corner.x * k + x, shown.corner.y * k + y];
    this.#canvas.style.transform = `translate(${left}px, ${top}px) scale(${k / shown.k})`;
  }

  /** Whether something is seen that the picture does not show, or shows blurred. */
  #isOut(): boolean {
    const shown = this.#shown;
    if (!shown) return true;
    const { corner, k, width, height } = shown;
    const seen = this.#seen();
    const scaled = Math.max(seen.k / k, k / seen.k);
    return (
      scaled > mostScaled ||
      seen.corner.x < corner.x ||
      seen.corner.y < corner.y ||
      seen.corner.x + seen.width / seen.k > corner.x + width / k ||
      seen.corner.y + seen.height / seen.k > corner.y + height / k
    );
  }

  #seen(): CrowdFrame {
    const { x, y, k } = this.#transform;
    return { k, corner: { x: -x / k, y: -y / k }, ...this.#size, ratio: devicePixelRatio };
  }

  /** What is drawn next: the first picture is just what is seen, which is there soonest. */
  #frame(): CrowdFrame {
    const seen = this.#seen();
    if (!this.#shown) return seen;
    const { k, corner, width, height, ratio } = seen;
    return {
      k,
      corner: { x: corner.x - (width * margin) / k, y: corner.y - (height * margin) / k },
      width: width * (1 + 2 * margin),
      height: height * (1 + 2 * margin),
      ratio,
    };
  }

  #actor(id: string): CrowdActor | null {
    const { session, lens, places, ties } = this.#parts;
    const actor = untrack(() => session.live.get('actor', id));
    if (!actor) return null;
    const { x, y } = untrack(() => pointOf(places.of(id)));
    const tone = toneColours[toneOf(actor.sector, session.settings)];
    const community = lens.marks.communityOf(id);
    return {
      id,
      name: actor.name,
      shape: ties.shapeOf(actor, { x, y }),
      line: this.#colour(tone.line),
      wash: this.#colour(tone.wash),
      outside: isOutside(actor),
      measured: !lens.marks.lacksSize(id),
      community: community
        ? { letter: community.letter, colour: this.#colour(community.colour) }
        : null,
    };
  }
}

const pointOf = ({ x, y }: Point): Point => ({ x, y });
