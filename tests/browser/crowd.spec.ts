import type { Page } from '@playwright/test';
import { actorPanel, actorsOnMap, drawing, placeOnScreen } from './support/actors.ts';
import { allSaved } from './support/frame.ts';
import { fillLargeMap, type Sample } from './support/large-map.ts';
import { isAccessible } from './support/look.ts';
import type { Team } from './support/team.ts';
import { expect, test } from './support/test.ts';
import { writeBoard } from './support/write-board.ts';

const [actors, ties] = [400, 600];
const element = (page: Page, { id }: Sample) => page.locator(`${drawing} [data-actor="${id}"]`);

async function openCrowd(team: Team, origin: string, options = {}) {
  const context = await team.signIn(options);
  const process = await team.makeProcess(context, 'Very many');
  const { average } = await writeBoard(context, origin, process, (board) =>
    fillLargeMap(board, actors, ties),
  );
  const page = await team.open(context, process, 'actors');
  await expect(page.locator('canvas[data-drawn]')).toBeAttached();
  const placeNow = () =>
    writeBoard(context, origin, process, (board) => board.get('actor', average.id)?.at);
  return { page, average, placeNow };
}

/** Whether the picture has anything at a place of the page. */
const isDrawnAt = (page: Page, x: number, y: number) =>
  page.locator('canvas[data-drawn]').evaluate(
    (canvas: HTMLCanvasElement, [x, y]) => {
      const box = canvas.getBoundingClientRect();
      const copy = new OffscreenCanvas(1, 1).getContext('2d');
      const [across, down] = [canvas.width / box.width, canvas.height / box.height];
      copy?.drawImage(canvas, -(x - box.left) * across, -(y - box.top) * down);
      return (copy?.getImageData(0, 0, 1, 1).data[3] ?? 0) > 0;
    },
    [x, y] as const,
  );

test('a map of very many is a picture, and works as any map by pointer and key', async ({
  team,
  parley,
}) => {
  const { page, average, placeNow } = await openCrowd(team, parley.origin);
  expect(await actorsOnMap(page).count()).toBeLessThan(5);
  const at = await placeOnScreen(page, average.at);
  expect(await isDrawnAt(page, at.x, at.y)).toBe(true);
  await isAccessible(page, 'the picture of very many', 'main');

  await test.step('what is pointed at becomes an element, and takes the press', async () => {
    await page.mouse.move(at.x, at.y);
    await expect(element(page, average)).toBeVisible();
    await page.mouse.down();
    await page.mouse.up();
    await expect(actorPanel(page)).toBeVisible();
    await expect(element(page, average)).toHaveAttribute('aria-selected', 'true');
    await expect(element(page, average)).toHaveAttribute('aria-setsize', String(actors));
    await isAccessible(page, 'one of very many, chosen', 'main');
  });

  await test.step('dragged, it is written, and the picture shows it where it was let go', async () => {
    await page.mouse.down();
    await page.mouse.move(at.x + 30, at.y + 10, { steps: 3 });
    await page.mouse.move(at.x + 61, at.y + 23, { steps: 3 });
    await page.mouse.up();
    await allSaved(page);
    const now = await placeNow();
    expect(now).not.toEqual(average.at);
    await page.keyboard.press('Escape');
    await page.mouse.move(at.x + 400, at.y + 5);
    const there = await placeOnScreen(page, now ?? average.at);
    await expect.poll(() => isDrawnAt(page, there.x, there.y)).toBe(true);
  });

  await test.step('keys walk to those who are no elements yet', async () => {
    await page.mouse.click(at.x + 61, at.y + 23);
    await element(page, average).focus();
    await page.keyboard.press('ArrowRight');
    const focused = actorsOnMap(page).and(page.locator(':focus'));
    await expect(focused).toHaveCount(1);
    await expect(focused).not.toHaveAttribute('data-actor', average.id);
  });
});

test('a finger chooses one of very many', async ({ team, parley }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, average } = await openCrowd(team, parley.origin, phone);
  await page.getByRole('button', { name: 'Show all actors' }).click();
  const at = await placeOnScreen(page, average.at);
  await page.touchscreen.tap(at.x, at.y);
  await expect(element(page, average)).toHaveAttribute('aria-selected', 'true');
});
