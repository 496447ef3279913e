import type { Page } from '@playwright/test';
import { drawing, placeOnScreen } from '../browser/support/actors.ts';
import { figureOf, type Figure } from './figure.ts';
import { framesDuring } from './frames.ts';
import type { Sample } from '../browser/support/large-map.ts';
import { MainThread } from './main-thread.ts';

/** Steps of one drag: with 120 of them the 95th percentile rests on six. */
const steps = 120;

/**
 * The pointer drags one actor in a large circle, a step per frame: hit test, move, ties and labels drawn
 * anew, and every 50 ms the write, its encoding and its way to the socket.
 */
export async function dragActor(
  page: Page,
  actor: Sample,
  name: string,
  limit: number | null,
): Promise<Figure> {
  const thread = await MainThread.of(page);
  const at = await placeOnScreen(page, actor.at);
  await page.mouse.move(at.x, at.y);
  await page.locator(`[data-actor="${actor.id}"]`).waitFor();
  await thread.nextFrame();
  await page.mouse.down();
  const samples: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const angle = (step / steps) * 2 * Math.PI;
    const [x, y] = [at.x + 120 * Math.sin(angle), at.y + 90 * (1 - Math.cos(angle))];
    samples.push(await thread.during(() => page.mouse.move(x, y)));
  }
  await page.mouse.up();
  return figureOf(name, samples, limit);
}

/** The paper is dragged to and fro. */
export async function pan(page: Page, name: string, limit: number | null): Promise<Figure> {
  const thread = await MainThread.of(page);
  const at = await freePaper(page);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const samples: number[] = [];
  const frames = await framesDuring(page, async () => {
    for (let step = 1; step <= steps; step += 1) {
      const x = at.x + 100 * Math.sin((step / steps) * 4 * Math.PI);
      samples.push(await thread.during(() => page.mouse.move(x, at.y)));
    }
  });
  await page.mouse.up();
  return { ...figureOf(name, samples, limit), note: frames };
}

/** The wheel zooms in for half of the steps, and out again. */
export async function zoom(page: Page, name: string, limit: number | null): Promise<Figure> {
  const thread = await MainThread.of(page);
  const at = await freePaper(page);
  await page.mouse.move(at.x, at.y);
  const samples: number[] = [];
  const frames = await framesDuring(page, async () => {
    for (let step = 1; step <= steps; step += 1) {
      const delta = step <= steps / 2 ? -20 : 20;
      samples.push(await thread.during(() => page.mouse.wheel(0, delta)));
    }
  });
  return { ...figureOf(name, samples, limit), note: frames };
}

/** The dearest view: everything is drawn. */
export async function showAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show all actors' }).click();
  const thread = await MainThread.of(page);
  await thread.nextFrame();
}

/** A place of the map where neither an actor nor a tie is under the pointer. */
async function freePaper(page: Page) {
  const free = await page.locator(drawing).evaluate((svg) => {
    const box = svg.getBoundingClientRect();
    for (let y = box.top + 40; y < box.bottom - 40; y += 7) {
      for (let x = box.left + 140; x < box.right - 140; x += 7) {
        const under = document.elementFromPoint(x, y);
        if (under && svg.contains(under) && !under.closest('[data-actor], [data-tie]')) {
          return { x, y };
        }
      }
    }
    return null;
  });
  if (!free) throw new Error('The map has no free place');
  return free;
}
