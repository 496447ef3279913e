/*
 * A picture of counts, as data: drawn on the page by `Drawn.svelte`, and by the same code on a file. All
 * measures are CSS pixels from the top left corner.
 */

/** How an area is filled; each also differs by its pattern, for paper without colours. See `fills.ts`. */
export type Fill = 0 | 1 | 2 | 3 | 4 | 'others' | 'unknown' | 'open' | 'withheld';

/** What can be pointed at, reached by keyboard and chosen. */
export interface Part {
  readonly id: string;
  /** What it says by itself: `Lake Fishers: 3 women of 9 confirmed`. */
  readonly label: string;
  /** Ids of the people it stands for. */
  readonly people: readonly string[];
}

interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Fill;
  readonly round?: number;
  readonly part?: Part;
}

interface Dot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: Fill;
  readonly part?: Part;
}

/** A band from one upright edge to another, as wide at each end as it has people. */
interface Ribbon {
  readonly kind: 'ribbon';
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly fill: Fill;
  readonly part?: Part;
}

interface Stroke {
  readonly kind: 'stroke';
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly tone: 'ink' | 'line' | 'faint' | 'problem';
  readonly width?: number;
  readonly closed?: true;
}

interface Words {
  readonly kind: 'words';
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly size?: number;
  readonly bold?: true;
  readonly tone?: 'ink' | 'ink-2' | 'problem';
  /** The fill that it stands on; it is made readable there. */
  readonly on?: Fill;
}

export type Mark = Box | Dot | Ribbon | Stroke | Words;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

const otherEnd = { start: 'end', middle: 'middle', end: 'start' } as const;

/** The same from the other side, for pages that run from right to left. Texts stay readable. */
export function mirrored({ width, height, marks }: Drawing): Drawing {
  const turn = <P extends { readonly x: number }>(point: P): P => ({
    ...point,
    x: width - point.x,
  });
  return {
    ...{ width, height },
    marks: marks.map((mark): Mark => {
      switch (mark.kind) {
        case 'box':
          return { ...mark, x: width - mark.x - mark.width };
        case 'dot':
          return turn(mark);
        case 'ribbon':
          return { ...mark, from: turn(mark.from), to: turn(mark.to) };
        case 'stroke':
          return { ...mark, points: mark.points.map(turn) };
        case 'words':
          return { ...turn(mark), anchor: otherEnd[mark.anchor] };
      }
    }),
  };
}

/** Advance of a character, as a share of its size: a guess that is rather too wide. */
const advance = 0.58;

/** The width that a text takes at most, nearly. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).length * advance * size;

/** A text that is no wider than so much, cut where it must be. */
export function shortened(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const most = Math.max(1, Math.floor(width / (advance * size)) - 1);
  return `${Array.from(text).slice(0, most).join('').trimEnd()}…`;
}
