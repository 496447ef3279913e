import type { BrowserContext, Page } from '@playwright/test';
import { names, writeNames } from '../browser/support/two-scripts.ts';
import type { Team } from '../browser/support/team.ts';
import { writeBoard } from '../browser/support/write-board.ts';

/** Takes Arabic and mixed names in a page that runs from right to left: on the map and in a matrix. */
export async function takeTwoScripts(
  team: Team,
  lead: BrowserContext,
  origin: string,
  take: (page: Page, name: string) => Promise<void>,
) {
  const process = await team.makeProcess(lead, 'حوار مياه البحيرة');
  await writeBoard(lead, origin, process, writeNames);
  const page = await team.open(lead, process, 'actors');
  for (const view of ['network', 'levels', 'convening']) {
    await page.goto(`${team.address(process, 'actors')}?view=${view}`);
    await page.getByText(names[0]).first().waitFor({ state: 'attached' });
    await page.locator('header .badge.saved').waitFor();
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await take(page, `rtl-${view}`);
  }
  await page.close();
}
