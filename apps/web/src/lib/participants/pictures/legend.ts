import { widthOf, type Fill, type Mark } from '#lib/pictures/drawing.ts';

export interface LegendItem {
  readonly fill: Fill;
  readonly label: string;
}

const size = 12;
const swatch = 14;
const line = 24;

/** What the fills mean, in as many lines as it takes. @returns its marks, and its height in pixels */
export function legend(
  items: readonly LegendItem[],
  width: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let x = 0;
  let y = 0;
  for (const { fill, label } of items) {
    const needed = swatch + 6 + widthOf(label, size) + 14;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += line;
    }
    marks.push(
      { kind: 'box', x: x + 0.5, y: y + 2.5, width: swatch, height: swatch, round: 3, fill },
      { kind: 'words', x: x + swatch + 6, y: y + 14, anchor: 'start', text: label, size },
    );
    x += needed;
  }
  return { marks, height: items.length === 0 ? 0 : y + line };
}

/** The same marks, so much lower. */
export const lowered = (marks: readonly Mark[], by: number, right = 0): readonly Mark[] =>
  marks.map((mark): Mark => {
    switch (mark.kind) {
      case 'ribbon': {
        const { from, to } = mark;
        return {
          ...mark,
          from: { x: from.x + right, y: from.y + by },
          to: { x: to.x + right, y: to.y + by },
        };
      }
      case 'stroke':
        return { ...mark, points: mark.points.map(({ x, y }) => ({ x: x + right, y: y + by })) };
      default:
        return { ...mark, x: mark.x + right, y: mark.y + by };
    }
  });
