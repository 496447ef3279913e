import type { Page } from '@playwright/test';

/*
 * What people say and settle beside the boards, in the words that stand on the screen.
 */

/** Opens the panel of comments, votes and decisions at one of its parts. */
export async function openPanel(page: Page, part: 'Comments' | 'Votes' | 'Decisions') {
  const panel = page.getByRole('dialog', { name: 'Comments, votes and decisions' });
  if (!(await panel.isVisible())) {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Comments, votes and decisions/ })
      .click();
  }
  await panel.getByRole('radio', { name: part }).locator('..').click();
  return panel;
}

/** Asks everybody in the space for a secret vote. */
export async function askForVote(page: Page, question: string, options: readonly string[]) {
  const panel = await openPanel(page, 'Votes');
  await panel.getByRole('button', { name: 'Ask for a vote' }).click();
  await panel.getByLabel('Question', { exact: true }).fill(question);
  for (const [index, option] of options.entries()) {
    if (index > 1) await panel.getByRole('button', { name: 'Add an option' }).click();
    await panel.getByLabel(`Option ${index + 1}`, { exact: true }).fill(option);
  }
  await panel.getByRole('button', { name: 'Open the vote' }).click();
  return panel.getByRole('article', { name: question });
}

/** Puts a decision on record; the rest of the form stays as it is offered. */
export async function recordDecision(page: Page, what: string) {
  const panel = await openPanel(page, 'Decisions');
  await panel.getByRole('button', { name: 'Record a decision' }).click();
  await panel.getByLabel('What was decided').fill(what);
  await panel.getByRole('button', { name: 'Put on record' }).click();
}
