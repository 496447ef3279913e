import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { readFile } from 'node:fs/promises';
import { block } from './support/agenda.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { smallTargets } from './support/touch.ts';

/** Opens the dialog, picks for whom and in which form, and has the file. */
async function saved(page: Page, edition: string, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'More for the agenda' }).click();
  await page.getByRole('menuitem', { name: 'Save as a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save the agenda' });
  await dialog.getByRole('radio', { name: edition }).check({ force: true });
  await dialog.getByRole('radio', { name: format, exact: true }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  await expect(dialog).toBeHidden();
  return readFile(await download.path());
}

const eventsOf = (file: Buffer) =>
  ICAL.Component.fromString(file.toString('utf8'))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

test('an agenda goes home as a calendar, a document and a table, without what is the team’s own', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'agenda');
  await expect(block(page, 'Arrival and ground rules')).toBeVisible();

  const events = eventsOf(await saved(page, 'Participants', 'Calendar'));
  const arrival = events.find(({ summary }) => summary === 'Arrival and ground rules');
  expect(arrival?.startDate.toJSDate().toISOString()).toBe('2026-11-24T08:00:00.000Z');
  expect(arrival?.location).toBe('Plenary hall');
  expect(events.map(({ summary }) => summary)).not.toContain('Team: what changed overnight');

  // Half an hour more for the arrival: a later file moves the same event and what follows it.
  await block(page, 'Arrival and ground rules').focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(block(page, 'How each side sees the lake')).toHaveAccessibleName(/: 10:00 to/);
  const later = eventsOf(await saved(page, 'Participants', 'Calendar'));
  const lake = (some: typeof events) =>
    some.find(({ summary }) => summary === 'How each side sees the lake');
  expect(lake(later)?.uid).toBe(lake(events)?.uid);
  expect(lake(later)?.startDate.toJSDate().toISOString()).toBe('2026-11-24T09:00:00.000Z');
  expect(lake(later)?.sequence).toBeGreaterThanOrEqual(lake(events)?.sequence ?? Infinity);

  const secret = 'Each delegation reads one rule aloud';
  for (const [edition, isThere] of [
    ['Participants', false],
    ['Facilitators', true],
  ] as const) {
    const csv = (await saved(page, edition, 'CSV')).toString('utf8');
    expect(csv).toContain('Arrival and ground rules');
    expect(csv.includes(secret), `CSV for ${edition}`).toBe(isThere);
    const parts = unzipSync(await saved(page, edition, 'Word'));
    const words = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    expect(words).toContain('Arrival and ground rules');
    expect(words.includes(secret), `a document for ${edition}`).toBe(isThere);
    const workbook = await saved(page, edition, 'Excel');
    const sheet = Object.entries(unzipSync(workbook))
      .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
      .join();
    expect(sheet.includes(secret), `a workbook for ${edition}`).toBe(isThere);
  }
});

test('the dialog for files of an agenda, under a finger on a phone', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'agenda');
  await page.getByRole('button', { name: 'More for the agenda' }).tap();
  await page.getByRole('menuitem', { name: 'Save as a file…' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Save the agenda' });
  await expect(dialog).toBeVisible();
  await dialog.getByText('Calendar', { exact: true }).tap();
  await expect(dialog).toContainText('An event for each block.');
  await isAccessible(page, 'files of an agenda', '[role="dialog"]');
  expect(await smallTargets(dialog)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
