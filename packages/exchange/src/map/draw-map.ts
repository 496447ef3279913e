import {
  labelLines,
  labelMetrics,
  labelRun,
  placeLabel,
  type Point,
  type Shape,
} from '@parley/model/map';
import { escapeXml } from '../xml-text.ts';
import { drawLegend, foldedSign, type PictureColours, type LegendEntry } from './draw-legend.ts';
import { textLine, wrapped } from './picture-text.ts';
import { strokes, type TieStrokes } from './tie-strokes.ts';

/** A map to be drawn: shapes in map units, words and colours as they are shown. */
export interface MapPicture {
  readonly title: string;
  /** Below the title: the day, who made it, whose readings it shows. */
  readonly lines: readonly string[];
  readonly actors: readonly {
    readonly name: string;
    readonly shape: Shape;
    readonly line: string;
    readonly wash: string;
    /** Drawn with a broken outline. */
    readonly outside: boolean;
    /** How many are part of it and not drawn, for it is folded; 0: none. */
    readonly folded: number;
    /** Centres of the actors that its ties lead to. */
    readonly others: readonly Point[];
  }[];
  readonly ties: readonly {
    readonly drawing: TieStrokes;
    readonly colour: string;
  }[];
  /** Grounds that actors share with those who are part of them, from one to the other. */
  readonly grounds: readonly {
    readonly from: Point;
    readonly to: Point;
    /** Of the line, in map units. */
    readonly width: number;
  }[];
  readonly legend: readonly LegendEntry[];
  readonly colours: PictureColours;
}

/** Room around the map, in map units. */
const margin = 40;
/** A picture of two actors is still wide enough for its legend. */
const least = 640;

/** The fonts of the app by name, and what stands in for them elsewhere; none is fetched. */
const pictureFont = "Inter, 'Noto Sans', 'Noto Sans Arabic', 'Segoe UI', Arial, sans-serif";

/**
 * Draws a map as an SVG file that stands by itself: title, day, map and legend; no script, no link, no
 * request. Every text is escaped.
 * @returns the file, and its size in CSS pixels
 */
export function drawMap(picture: MapPicture): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const { actors, colours } = picture;
  const labels = actors.map(({ name, shape, others }) => {
    const lines = labelLines(name);
    return { lines, place: placeLabel({ ...shape, at: { x: 0, y: 0 } }, lines, others) };
  });
  const corners = actors.flatMap(({ shape: { at, radius } }, index) => {
    const box = labels[index]?.place.box ?? { left: 0, top: 0, right: 0, bottom: 0 };
    return [
      { x: at.x + Math.min(-radius, box.left), y: at.y + Math.min(-radius, box.top) },
      { x: at.x + Math.max(radius, box.right), y: at.y + Math.max(radius, box.bottom) },
    ];
  });
  const left = Math.min(0, ...corners.map(({ x }) => x));
  const top = Math.min(0, ...corners.map(({ y }) => y));
  const mapWidth = Math.max(0, ...corners.map(({ x }) => x)) - left;
  const mapHeight = Math.max(0, ...corners.map(({ y }) => y)) - top;
  const width = Math.round(Math.max(least, mapWidth + 2 * margin));
  const inner = width - 2 * margin;
  const titles = wrapped(picture.title, 22, inner);
  const lines = picture.lines.flatMap((line) => wrapped(line, 12.5, inner));
  const head = 6 + titles.length * 28 + lines.length * 18;
  const legend = drawLegend(picture.legend, inner, colours);
  const height = Math.round(margin + head + mapHeight + margin + legend.height + margin);
  const shift = { x: (width - mapWidth) / 2 - left, y: margin + head + 10 - top };

  const parts = [
    `<rect width="${width}" height="${height}" fill="${escapeXml(colours.paper)}"/>`,
    ...titles.map((line, index) =>
      textLine(
        `x="${margin}" y="${margin + 14 + index * 28}" font-size="22" font-weight="600" fill="${escapeXml(colours.ink)}"`,
        line,
      ),
    ),
    ...lines.map((line, index) =>
      textLine(
        `x="${margin}" y="${margin + 10 + titles.length * 28 + index * 18}" font-size="12.5" fill="${escapeXml(colours.ink2)}"`,
        line,
      ),
    ),
    `<g transform="translate(${round(shift.x)} ${round(shift.y)})">`,
    // Laid over each other the grounds of one group are one ground.
    `<g opacity="0.55">${picture.grounds.map((ground) => groundLine(ground, colours)).join('')}</g>`,
    ...picture.ties.map(({ drawing, colour }) => strokes(drawing, colour)),
    ...actors.map((actor) => body(actor, colours)),
    ...actors.map((actor, index) => label(actor, labels[index], colours)),
    '</g>',
    `<g transform="translate(${margin} ${height - margin - legend.height})">${legend.svg}</g>`,
  ];
  const svg = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(pictureFont)}" role="img" aria-label="${escapeXml(picture.title)}">
<title>${escapeXml(picture.title)}</title>
${parts.join('\n')}
</svg>
`;
  return { svg, width, height };
}

function groundLine(
  { from, to, width }: MapPicture['grounds'][number],
  { ground }: PictureColours,
) {
  return `<path d="M${round(from.x)},${round(from.y)}L${round(to.x)},${round(to.y)}" stroke="${escapeXml(ground)}" stroke-width="${round(width)}" stroke-linecap="round"/>`;
}

function body(
  { shape, line, wash, outside, folded }: MapPicture['actors'][number],
  colours: PictureColours,
): string {
  const look = `fill="${escapeXml(wash)}" stroke="${escapeXml(line)}" stroke-width="1.75"${outside ? ' stroke-dasharray="6 4"' : ''}`;
  const { at, radius } = shape;
  const outline =
    shape.kind === 'circle'
      ? `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${radius}" ${look}/>`
      : `<rect x="${round(at.x - radius)}" y="${round(at.y - radius)}" width="${radius * 2}" height="${radius * 2}" rx="5" ${look}/>`;
  if (folded === 0) return outline;
  const corner = (radius + 3) * Math.SQRT1_2;
  return outline + foldedSign({ x: at.x + corner, y: at.y + corner - 2 }, folded, colours);
}

function label(
  { name, shape: { at } }: MapPicture['actors'][number],
  placed:
    | { readonly lines: readonly string[]; readonly place: ReturnType<typeof placeLabel> }
    | undefined,
  { ink, paper }: PictureColours,
): string {
  if (!placed) return '';
  const { lines, place } = placed;
  // All lines of a name run as its first letter does: the second may begin with another script.
  const run = Object.entries(labelRun(name, place.anchor))
    .map(([attribute, value]) => `${attribute}="${value}"`)
    .join(' ');
  return lines
    .map((line, index) =>
      textLine(
        `x="${round(at.x + place.x)}" y="${round(at.y + place.y + index * labelMetrics.line)}" font-size="12.5" font-weight="500" fill="${escapeXml(ink)}" stroke="${escapeXml(paper)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`,
        line,
        run,
      ),
    )
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
