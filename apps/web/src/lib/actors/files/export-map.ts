import {
  drawMap,
  mapSheets,
  writeGexf,
  writeGraphml,
  type MeasuredColumn,
} from '@parley/exchange/map';
import { writeCsv } from '@parley/exchange';
import { writeXlsx } from '@parley/exchange/xlsx';
import { actorType, tieType, type Actor, type Tie } from '@parley/model';
import type { Point } from '@parley/model/map';
import { m } from '#lib/paraglide/messages.js';
import { pictureOf, type PictureFolding, type PictureWords } from './map-picture.ts';
import { pngOf } from '#lib/pictures/png.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

export const mapFormats = ['xlsx', 'csv', 'gexf', 'graphml', 'svg', 'png'] as const;
export type MapFormat = (typeof mapFormats)[number];
export const pictureFormats: ReadonlySet<MapFormat> = new Set(['svg', 'png']);

export interface MapToExport {
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
  readonly placeOf: (id: string) => Point;
  readonly words: PictureWords;
  /** As the screen has it: a picture is drawn the same. */
  readonly folding: PictureFolding;
  /** Numbers of the actors besides; a picture has none. */
  readonly measured: readonly MeasuredColumn[];
}

interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Makes the files of one format; rejects where the browser cannot draw a PNG of this size. */
export async function filesOf(
  format: MapFormat,
  map: MapToExport,
  session: SpaceSession,
): Promise<readonly MadeFile[]> {
  const { actors, ties, placeOf, measured } = map;
  const placed = ({ id }: Actor) => placeOf(id);
  const text = (name: string, type: string, content: string): readonly MadeFile[] => [
    { name, blob: new Blob([content], { type: `${type};charset=utf-8` }) },
  ];
  switch (format) {
    case 'xlsx':
    case 'csv': {
      const { elements, connections } = mapSheets(actors, ties, measured);
      if (format === 'csv') {
        const csv = ([head = [], ...rows]: typeof elements) => writeCsv(head, rows);
        return [
          ...text('elements.csv', 'text/csv', csv(elements)),
          ...text('connections.csv', 'text/csv', csv(connections)),
        ];
      }
      const bytes = writeXlsx([
        { name: 'Elements', rows: elements },
        { name: 'Connections', rows: connections },
      ]);
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return [{ name: 'map.xlsx', blob: new Blob([bytes], { type }) }];
    }
    case 'gexf':
      return text('map.gexf', 'application/xml', writeGexf(actors, ties, placed, measured));
    case 'graphml':
      return text('map.graphml', 'application/xml', writeGraphml(actors, ties, placed, measured));
    case 'svg':
    case 'png': {
      const drawn = drawMap(pictureOf(map, session.settings));
      return format === 'svg'
        ? text('map.svg', 'image/svg+xml', drawn.svg)
        : [{ name: 'map.png', blob: await pngOf(drawn) }];
    }
  }
}

/**
 * The same map with nobody's name in it: pseudonyms, or a number where there is none, and no text that
 * somebody wrote: each of them may hold a name.
 */
export function withoutNames(
  actors: readonly Actor[],
  ties: readonly Tie[],
): { readonly actors: readonly Actor[]; readonly ties: readonly Tie[] } {
  const [blank, blankTie] = [actorType.defaults(), tieType.defaults()];
  return {
    actors: actors.map(
      (
        { id, kind, role, level, track, sector, expression, within, at, order, pseudonym },
        index,
      ) => ({
        ...{ ...actors[index], ...blank },
        ...{ id, kind, role, level, track, sector, expression, within, at, order },
        name: pseudonym === '' ? m.files_actor_number({ number: index + 1 }) : pseudonym,
      }),
    ) as readonly Actor[], // every field is either blank or one of those named
    ties: ties.map((tie) => ({
      ...tie,
      note: blankTie.note ?? '',
      source: blankTie.source ?? '',
      fields: {},
    })),
  };
}
