import { expect, type Page } from '@playwright/test';
import { goTo } from './frame.ts';

/*
 * Puts a word into each kind of place that the process board has.
 */

const show = async (page: Page, view: string) => {
  await goTo(page, 'process');
  await page.goto(new URL(`?view=${view}`, page.url()).href);
};

/** Puts on record that the team wants something on the agenda. */
export async function proposeItem(page: Page, item: string) {
  await show(page, 'proposals');
  await page.getByRole('button', { name: 'Add an item' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Item', { exact: true }).fill(item);
  await dialog.getByLabel('Proposed by').click();
  await page.getByRole('option', { name: 'The team' }).click();
  await dialog.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByRole('rowheader', { name: item })).toBeVisible();
}

/** Puts on record why the last item waits. */
export async function parkItem(page: Page, why: string) {
  await page
    .getByRole('button', { name: /^What becomes of/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Park…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why it is parked').fill(why);
  await dialog.getByRole('button', { name: 'Park' }).click();
  await expect(page.getByRole('region', { name: 'Parked, and why' })).toContainText(why);
}

/** Writes what the first block cannot do without. */
export async function needInformation(page: Page, what: string) {
  await show(page, 'information');
  await page.getByRole('button', { name: 'Add what is needed' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is needed').fill(what);
  await dialog.getByLabel('For which block').click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('rowheader', { name: what })).toBeVisible();
  await goTo(page, 'actors');
}

/** Writes who pays, and what for. */
export async function writeFunding(page: Page, payer: string) {
  await show(page, 'funding');
  await page.getByRole('button', { name: 'Add who pays' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who pays').fill(payer);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { name: payer })).toBeVisible();
  await goTo(page, 'actors');
}

/** Writes down a word that not all understand. */
export async function writeTerm(page: Page, term: string) {
  await show(page, 'glossary');
  await page.getByRole('button', { name: 'Add a word' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Word', { exact: true }).fill(term);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('rowheader', { name: term })).toBeVisible();
  await goTo(page, 'actors');
}

/** Puts a decision on record with what not acting would have cost; the panel of the ledger may be open. */
export async function recordDecisionInFull(page: Page, costOfNotActing: string) {
  await page.keyboard.press('Escape');
  await show(page, 'log');
  await page.getByRole('button', { name: 'Record a decision' }).first().click();
  await page.getByLabel('What was decided').fill('We wait until all can come');
  await page.getByLabel('Cost of not acting').fill(costOfNotActing);
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(decision(page)).toContainText(costOfNotActing);
}

/** Puts on record what that decision cost with the first party that is offered. */
export async function observeCost(page: Page, evidence: string) {
  await decision(page).getByRole('button', { name: 'Record what it cost' }).click();
  await decision(page).getByLabel('With', { exact: true }).click();
  await page.getByRole('option').first().click();
  await decision(page).getByRole('radio', { name: 'Costs much' }).check({ force: true });
  await decision(page).getByLabel('What was seen or heard').fill(evidence);
  await decision(page).getByRole('button', { name: 'Put on record' }).click();
  await expect(decision(page).getByRole('row')).toContainText([/./, evidence]);
}

/** Takes that decision out of the count. */
export async function withdrawDecision(page: Page, why: string) {
  await decision(page).getByRole('button', { name: 'Recorded by mistake?' }).click();
  await decision(page).getByLabel('What was wrong with it').fill(why);
  await decision(page).getByRole('button', { name: 'Take it out of the count' }).click();
  await expect(decision(page)).toContainText(why);
  await goTo(page, 'actors');
}

const decision = (page: Page) =>
  page.getByRole('article', { name: 'We wait until all can come', exact: true });
