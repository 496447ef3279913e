import type { LegendEntry, MapPicture } from '@parley/exchange/map';
import { tieKinds, type Actor, type Settings } from '@parley/model';
import { drawTie, tieLanes } from '@parley/model/map';
import { m } from '#lib/paraglide/messages.js';
import { sectorWord, tieWord } from '../actor-words.ts';
import { colourReader } from '../map/colour-reader.ts';
import { isOutside, shapeOf, tieLook, toneColours, toneOf } from '../map/look.ts';
import type { MapToExport } from './export-map.ts';

/** What a picture says of itself. */
export interface PictureWords {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A map as it is drawn on a file, in the colours of the light theme, which paper has. */
export function pictureOf(
  { actors, ties, placeOf, words }: MapToExport,
  settings: Settings,
): MapPicture {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
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
    actors: [...byId.values()].flatMap((actor) => {
      const shape = shapes.get(actor.id);
      if (!shape) return [];
      const tone = toneColours[toneOf(actor.sector, settings)];
      const others = (othersOf.get(actor.id) ?? []).flatMap(({ other }) => {
        const at = shapes.get(other)?.at;
        return at ? [{ x: at.x - shape.at.x, y: at.y - shape.at.y }] : [];
      });
      const look = { line: colour(tone.line), wash: colour(tone.wash), outside: isOutside(actor) };
      return [{ name: actor.name, shape, ...look, others }];
    }),
    ties: drawn,
    legend: legendOf(actors, new Set(drawn.map(({ tie }) => tie.kind)), settings, colour),
    colours: {
      paper: colour('var(--paper)'),
      ink: colour('var(--ink)'),
      ink2: colour('var(--ink-2)'),
      rule: colour('var(--line)'),
    },
  };
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
