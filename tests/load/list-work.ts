import type { Page } from '@playwright/test';
import { figureOf, type Figure } from './figure.ts';
import { framesDuring } from './frames.ts';
import { MainThread } from './main-thread.ts';

/** Pixels of one notch of a wheel. */
const notch = 120;

/**
 * The wheel takes the list from its first row to its last, a notch per step. Also says how many frames
 * came later than 25 ms after the one before.
 */
export async function scrollList(page: Page, name: string, limit: number): Promise<Figure> {
  const thread = await MainThread.of(page);
  const grid = page.getByRole('grid');
  const scroller = grid.locator('xpath=..');
  const box = await scroller.boundingBox();
  if (!box) throw new Error('The list is not in view');
  await scroller.evaluate((element) => element.scrollTo({ top: 0 }));
  await thread.nextFrame();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const samples: number[] = [];
  const atEnd = () =>
    scroller.evaluate(
      (element) => element.scrollTop + element.clientHeight >= element.scrollHeight - 1,
    );
  const note = await framesDuring(page, async () => {
    while (!(await atEnd())) {
      samples.push(await thread.during(() => page.mouse.wheel(0, notch)));
      if (samples.length > 1000) throw new Error('The list does not come to an end');
    }
  });
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
  await page.locator(`[aria-rowindex="${rows + 1}"]`).waitFor();
  return { ...figureOf(name, samples, limit), note };
}
