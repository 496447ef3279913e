import type { LegendEntry, MapPicture } from '@parley/exchange/map';
import { nestingOf, tieKinds, type Actor, type Settings } from '@parley/model';
import { drawTie, tieLanes, type Shape } from '@parley/model/map';
import { m } from '#lib/paraglide/messages.js';
import { sectorWord, tieWord } from '../actor-words.ts';
import { colourReader } from '#lib/pictures/colour-reader.ts';
import { isOutside, shapeOf, tieLook, toneColours, toneOf } from '../map/look.ts';
import type { MapToExport } from './export-map.ts';

/** What a picture says of itself. */
export interface PictureWords {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is folded: its parts are not drawn, and their ties lead to it. */
export interface PictureFolding {
  /** The actor that is drawn for this one: itself, or the one that it is folded into. */
  shownAs: (id: string) => string;
  isFolded: (id: string) => boolean;
  /** How many are part of an actor, directly or through others. */
  partsOf: (id: string) => number;
}

/** A map as it is drawn on a file, in the colours of the light theme, which paper has. */
export function pictureOf(
  { actors: all, ties: allTies, placeOf, words, folding }: MapToExport,
  settings: Settings,
): MapPicture {
  const there = new Set(all.map(({ id }) => id));
  const standIn = (id: string): string => {
    const shown = folding.shownAs(id);
    return there.has(shown) ? shown : id;
  };
  const actors = all.filter(({ id }) => standIn(id) === id);
  const ties = allTies.flatMap((tie) => {
    const [from, to] = [standIn(tie.from), standIn(tie.to)];
    return from === to && tie.from !== tie.to ? [] : [{ ...tie, from, to }];
  });
  const shapes = new Map(
    actors.map((actor) => [actor.id, shapeOf(actor, { ...plainPoint(placeOf(actor.id)) })]),
  );
  const lanes = tieLanes(ties);
  const colour = colourReader('light');
  const drawn = ties.flatMap((tie) => {
    const [from, to] = [shapes.get(tie.from), shapes.get(tie.to)];
    if (!from || !to) return [];
    const look = tieLook(tie.kind, settings);
    const drawing = drawTie(tie.kind, tie.strength, from, to, lanes.get(tie.id) ?? 0, look.line);
    return [{ tie, drawing, colour: colour(look.colour) }];
  });
  const othersOf = Map.groupBy(
    drawn.flatMap(({ tie: { from, to } }) => [
      { of: from, other: to },
      { of: to, other: from },
    ]),
    ({ of }) => of,
  );
  return {
    ...words,
    actors: actors.flatMap((actor) => {
      const shape = shapes.get(actor.id);
      if (!shape) return [];
      const tone = toneColours[toneOf(actor.sector, settings)];
      const others = (othersOf.get(actor.id) ?? []).flatMap(({ other }) => {
        const at = shapes.get(other)?.at;
        return at ? [{ x: at.x - shape.at.x, y: at.y - shape.at.y }] : [];
      });
      const look = { line: colour(tone.line), wash: colour(tone.wash), outside: isOutside(actor) };
      const folded = folding.isFolded(actor.id) ? folding.partsOf(actor.id) : 0;
      return [{ name: actor.name, shape, ...look, folded, others }];
    }),
    ties: drawn,
    grounds: groundsOf(actors, shapes),
    legend: [
      ...legendOf(actors, new Set(drawn.map(({ tie }) => tie.kind)), settings, colour),
      ...nestingLegend(actors, folding),
    ],
    colours: {
      paper: colour('var(--paper)'),
      ink: colour('var(--ink)'),
      ink2: colour('var(--ink-2)'),
      rule: colour('var(--line)'),
      card: colour('var(--card)'),
      ground: colour('var(--sunken)'),
    },
  };
}

/** Grounds of those who are drawn with their parts, as wide as on the screen. */
function groundsOf(
  actors: readonly Actor[],
  shapes: ReadonlyMap<string, Shape>,
): MapPicture['grounds'] {
  return [...nestingOf(actors).holderOf].flatMap(([part, holder]) => {
    const [from, to] = [shapes.get(holder), shapes.get(part)];
    if (!from || !to) return [];
    return [{ from: from.at, to: to.at, width: 2 * Math.max(from.radius, to.radius) + 16 }];
  });
}

function nestingLegend(actors: readonly Actor[], folding: PictureFolding): LegendEntry[] {
  const grounds = nestingOf(actors).holderOf.size > 0;
  const folded = actors.some(({ id }) => folding.isFolded(id));
  return [
    ...(grounds ? [{ sign: 'ground', words: m.files_picture_ground() } as const] : []),
    ...(folded ? [{ sign: 'folded', words: m.files_picture_folded() } as const] : []),
  ];
}

const plainPoint = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x, y });

function legendOf(
  actors: readonly Actor[],
  kinds: ReadonlySet<string>,
  settings: Settings,
  colour: (token: string) => string,
): LegendEntry[] {
  const end = (x: number) => ({ kind: 'circle', at: { x, y: 8 }, radius: 0 }) as const;
  const ties = tieKinds
    .filter((kind) => kinds.has(kind))
    .map((kind): LegendEntry => {
      const look = tieLook(kind, settings);
      const drawing = drawTie(kind, null, end(-2), end(42), 0, look.line);
      return { sign: 'tie', words: tieWord(kind, settings), drawing, colour: colour(look.colour) };
    });
  const plain = { line: colour('var(--ink-2)'), wash: colour('var(--card)') };
  const sectors = [...new Set(actors.map(({ sector }) => sector))].filter((one) => one !== '');
  const tones = [...Map.groupBy(sectors, (sector) => toneOf(sector, settings))].map(
    ([tone, own]): LegendEntry => ({
      sign: 'circle',
      words: own.map(sectorWord).join(', '),
      line: colour(toneColours[tone].line),
      wash: colour(toneColours[tone].wash),
    }),
  );
  return [
    ...ties,
    { sign: 'circle', words: m.actors_legend_actor(), ...plain },
    { sign: 'square', words: m.actors_legend_third(), ...plain },
    { sign: 'broken', words: m.actors_legend_outside(), ...plain },
    ...tones,
  ];
}
