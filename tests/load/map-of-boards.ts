import type { BrowserContext } from '@playwright/test';
import type { Team } from '../browser/support/team.ts';
import { openDevice, writeBoard } from '../browser/support/write-board.ts';
import { bestOf, frame, type Figure } from './figure.ts';
import { firstPaint } from './first-paint.ts';
import { fillLargeMap, type Sample } from '../browser/support/large-map.ts';
import { layOut } from './layout-work.ts';
import { dragActor, pan, showAll, zoom } from './map-work.ts';
import { remoteMoves } from './remote-moves.ts';

/** Ms from the arrival of the data until the map is on the screen. */
const firstPaintLimit = 600;
/** Ms in which this many actors at most are laid out. */
const layoutLimit = 2000;
const mostToLayOut = 500;

interface Size {
  readonly actors: number;
  readonly ties: number;
  /** Each figure is the best of so many. */
  readonly runs: number;
}

/** What a map of one size costs the page that shows it. */
export async function measureMap(
  team: Team,
  lead: BrowserContext,
  origin: string,
  { actors, ties, runs }: Size,
): Promise<Figure[]> {
  const process = await team.makeProcess(lead, `A map of ${actors} actors`);
  const { most, average } = await writeBoard(lead, origin, process, (board) =>
    fillLargeMap(board, actors, ties),
  );
  const name = `Map of ${actors} actors and ${ties} ties`;
  const step = `${name}, main thread per step`;
  const address = team.address(process, 'actors');
  const painted = await bestOf(runs, () =>
    firstPaint(lead, address, `${name}: first picture after its data`, firstPaintLimit),
  );
  const page = await team.open(lead, process, 'actors');
  const drag = (sample: Sample, view: string) =>
    bestOf(runs, () =>
      dragActor(page, sample, `${step}: dragging one with ${sample.ties} ties, ${view}`, frame),
    );
  const figures = [painted, await drag(average, 'as the map opens')];
  const asOpened = await bestOf(runs, () => pan(page, `${step}: panning, as the map opens`, frame));
  await showAll(page);
  const device = await openDevice(lead, origin, process);
  figures.push(
    asOpened,
    await drag(average, 'all in view'),
    await drag(most, 'all in view'),
    await bestOf(runs, () => pan(page, `${step}: panning, all in view`, frame)),
    await bestOf(runs, () => zoom(page, `${step}: zooming, from all in view`, frame)),
    await bestOf(runs, () =>
      remoteMoves(page, device, `${name}, main thread: 8 moves by others at once`, frame),
    ),
  );
  device.close();
  if (actors <= mostToLayOut) {
    figures.push(...(await layOut(page, `${name}: laid out by ties`, layoutLimit)));
  }
  await page.close();
  return figures;
}
