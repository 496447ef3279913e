import type { Page } from '@playwright/test';
import { actorPanel } from './actors.ts';

/** Puts a contact with the chosen actor on record; the rest of the form stays as it is offered. */
export async function recordContact(page: Page, said: string, next?: string) {
  const panel = actorPanel(page);
  await panel.getByRole('button', { name: 'Record a contact' }).click();
  await panel.getByLabel('What was said, in our words').fill(said);
  if (next !== undefined) {
    await panel.getByRole('button', { name: 'Add a next step' }).click();
    await panel.getByLabel('Next step', { exact: true }).fill(next);
  }
  await panel.getByRole('button', { name: 'Put on record' }).click();
}
