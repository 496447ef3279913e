import type { ProcessSummary } from '@parley/contracts';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Team } from './team.ts';

/** Opens the matrix of conveners and parties. */
export async function openConvening(
  team: Team,
  context: BrowserContext,
  process: ProcessSummary,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${team.address(process, 'actors')}?view=convening`);
  await expect(matrix(page)).toBeVisible();
  return page;
}

export const matrix = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Conveners and parties' });

/** The cell of two actors; its name says all that it shows. */
export const cellOf = (page: Page, convener: string, party: string): Locator =>
  matrix(page).getByRole('gridcell', { name: `${convener} to ${party}:` });

/** What the team's reach of a party is said to be. */
export const reachOf = (page: Page, party: string, reach: string): Locator =>
  matrix(page).getByRole('gridcell', { name: `${party}: ${reach}`, exact: true });

interface Statement {
  readonly convener: string;
  readonly party: string;
  readonly source: string;
  /** Access, influence, relationship valued: 0 to 4, or U for unknown. */
  readonly figures: readonly [access: string, influence: string, valued: string];
  readonly why?: string;
}

/** Says in the panel of a party who can bring it. */
export async function state(page: Page, { convener, party, source, figures, why }: Statement) {
  await matrix(page).getByRole('columnheader', { name: party, exact: true }).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('combobox', { name: 'Say who can bring them' }).fill(convener);
  await panel.getByRole('option', { name: convener }).first().click();
  const form = panel.getByRole('form', { name: 'Your own statement' });
  await form.getByLabel('Where the power comes from').click();
  await page.getByRole('option', { name: source }).click();
  for (const [index, name] of ['Access', 'Influence', 'Relationship valued'].entries()) {
    await form.getByRole('radiogroup', { name }).getByRole('radio').first().focus();
    await page.keyboard.press(figures[index] ?? 'u');
  }
  if (why !== undefined) await form.getByLabel('Why you see it so').fill(why);
  await form.getByRole('button', { name: 'Save statement' }).click();
}
