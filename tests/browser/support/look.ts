import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What keeps somebody from using a page; axe's lesser findings are advice. */
const grave = ['serious', 'critical'];

/**
 * No grave fault of accessibility on the page as it stands, in light and in dark.
 * @param what it is, for the report: `the dialog for a new tie`
 * @param part of the page to look at, as a CSS selector; left out: all of it
 */
export async function isAccessible(page: Page, what: string, part = 'html') {
  await page.emulateMedia({ colorScheme: 'light' });
  const axe = new AxeBuilder({ page }).include(part).setLegacyMode();
  expect.soft(await faultsOf(axe), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Only colours differ between the themes.
  expect.soft(await faultsOf(axe.withRules('color-contrast')), `${what}, dark`).toEqual([]);
}

async function faultsOf(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => grave.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
