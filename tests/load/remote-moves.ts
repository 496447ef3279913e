import type { Page } from '@playwright/test';
import type { Device } from '../browser/support/write-board.ts';
import { figureOf, type Figure } from './figure.ts';
import { MainThread } from './main-thread.ts';

const rounds = 40;
const movesAtOnce = 8;
/** Ms in which the moves arrive and are drawn, with room. */
const arrival = 200;

/**
 * Another device moves eight actors in one act, again and again. What the page does in a while without
 * moves is taken off: the figure is the work of the moves alone.
 */
export async function remoteMoves(
  page: Page,
  { board, settled }: Device,
  name: string,
  limit: number,
): Promise<Figure> {
  const thread = await MainThread.of(page);
  const actors = board.list('actor');
  const wait = () => page.waitForTimeout(arrival);
  const idle: number[] = [];
  for (let round = 0; round < rounds; round += 1) idle.push(await thread.during(wait));
  const idleMs = idle.sort((a, b) => a - b)[rounds / 2] ?? 0;
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const spent = await thread.during(async () => {
      board.act('move actor', () => {
        for (let move = 0; move < movesAtOnce; move += 1) {
          const actor = actors[(round * 31 + move * 97) % actors.length];
          if (!actor?.at) continue;
          const at = { x: actor.at.x + (round % 7) * 5, y: actor.at.y + (move % 5) * 5 };
          board.change('actor', actor.id, { at });
        }
      });
      await settled();
      await wait();
    });
    samples.push(Math.max(0, spent - idleMs));
  }
  return figureOf(name, samples, limit);
}
